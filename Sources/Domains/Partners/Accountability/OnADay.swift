public import Kernel
public import Records

/// A reading of the records as they stood on one day, which can name what is in it.
public protocol OnADay: Sendable {
    var book: Book { get }
    var day: Day { get }
}

extension OnADay {
    /// What a thing was called on the day; its identifier when nothing is held under it.
    public func name(_ id: String) -> String { book.name(of: id, on: day) ?? id }

    public func subject(_ id: String) -> Subject {
        Subject(kind: book.kindName(of: id) ?? "record", id: id, name: name(id))
    }
}

/// How findings put names and numbers into sentences.
public enum Words {
    /// `a, b and c`; beyond `max`, the first of them and how many more.
    public static func list(_ items: [String], max: Int = 40) -> String {
        guard items.count <= max else {
            return items.prefix(max).joined(separator: ", ") + " and \(items.count - max) more"
        }
        guard let last = items.last, items.count > 1 else { return items.first ?? "" }
        return items.dropLast().joined(separator: ", ") + " and " + last
    }

    /// `the Director`, unless the name brings its own article.
    public static func the(_ name: String) -> String { name.lowercased().hasPrefix("the ") ? name : "the " + name }

    /// `1 post`, `3 posts`.
    public static func count(_ number: Int, _ singular: String, _ plural: String? = nil) -> String {
        number == 1 ? "1 \(singular)" : "\(number) \(plural ?? singular + "s")"
    }

    /// The sentence with a capital, and without a full stop of its own.
    public static func sentence(_ text: String) -> String {
        let bare = text.hasSuffix(".") ? String(text.dropLast()) : text
        return bare.prefix(1).uppercased() + bare.dropFirst()
    }

    /// The name of a standing, as a sentence says it.
    public static func said(_ standing: Standing) -> String {
        switch standing {
        case .holds: "holds"
        case .lacking: "is said to be lacking"
        case .unclear: "is said to be unclear"
        }
    }
}
