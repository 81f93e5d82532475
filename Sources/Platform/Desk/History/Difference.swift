internal import Kernel
internal import Records

/// One thing that two versions of a record say differently.
struct Difference: Sendable, Equatable {
    /// The key in files: a field's name, or `from`, `source`…
    let key: String
    /// What a page calls it.
    let label: String
    let old: String
    let new: String

    /// What differs between two versions, in the order of the kind's fields; all that the new one says when there is no
    /// old one.
    static func between(_ old: Record?, _ new: Record, in words: ValueWords) -> [Difference] {
        let fields = zip(new.kind.fields, new.values).enumerated().compactMap { position, pair -> Difference? in
            let (field, value) = pair
            let before = old?.values[position] ?? .none
            guard before != value else { return nil }
            return Difference(
                key: field.name, label: field.label, old: words.text(before, of: field),
                new: words.text(value, of: field))
        }
        return fields + held(old?.period, new.period) + word(old, new)
    }

    /// What a whole thing's versions say differently from what they said before. Versions are told by their number.
    static func between(_ old: [Record], _ new: [Record], in words: ValueWords) -> [Difference] {
        new.enumerated().flatMap { position, version in
            let before = old.first { $0.version == version.version }
            let earlier = before ?? (position > 0 ? new[position - 1] : nil)
            return between(earlier, version, in: words)
        }
    }

    private static func held(_ old: Period?, _ new: Period) -> [Difference] {
        guard old != new else { return [] }
        return [Difference(key: CommonKey.from.rawValue, label: "Held", old: old?.words ?? "", new: new.words)]
    }

    private static func word(_ old: Record?, _ new: Record) -> [Difference] {
        let pairs = [
            (CommonKey.provenance, "How it is known", old?.provenance.words ?? "", new.provenance.words),
            (.source, "Sources", cited(old), cited(new)),
            (.note, "Note", old?.note ?? "", new.note ?? ""),
        ]
        return pairs.filter { $0.2 != $0.3 }.map { Difference(key: $0.0.rawValue, label: $0.1, old: $0.2, new: $0.3) }
    }

    private static func cited(_ record: Record?) -> String {
        (record?.sources ?? []).map(\.description).joined(separator: "; ")
    }
}
