/// One thing a record of a kind says.
public struct Field: Sendable {
    /// `a-z` and `-`; the key in files and forms, and with `_` for `-` the column.
    public let name: String
    /// What a form calls it.
    public let label: String
    /// One sentence: what to put, with its unit.
    public let about: String
    public let type: FieldType
    public let isRequired: Bool
    /// Whether people call a thing by it, or look it up by it: a short name, a number in a register.
    public let isAlsoName: Bool
    /// Whose key it is kept sealed with, in its table and in the ledger; nil for what is kept as it is.
    public let sealing: FieldSealing?
    /// Whether it is shown only to those who may change its kind's records: an address for letters, say.
    public let isPrivate: Bool

    public init(
        _ name: String, _ label: String, _ type: FieldType, required: Bool = false, alsoName: Bool = false,
        sealed: FieldSealing? = nil, private isPrivate: Bool = false, _ about: String
    ) {
        precondition(
            sealed == nil && !isPrivate || !alsoName, "what a thing is looked up by cannot be kept back: \(name)")
        self.name = name
        self.label = label
        self.about = about
        self.type = type
        self.isRequired = required
        isAlsoName = alsoName
        sealing = sealed
        self.isPrivate = isPrivate
    }

    public var column: String { name.underscored }

    /// The kinds it may point at; none when it points at nothing.
    public var targets: [String] {
        switch type {
        case .reference(let kinds), .references(let kinds, _): kinds
        default: []
        }
    }
}

/// Whose key a field is sealed with: it can then be read as long as that key is not destroyed.
public enum FieldSealing: Sendable, Equatable {
    /// The record's own.
    case itself
    /// That of what a field of the same record points at, of one kind: a child, say.
    case field(String)
}

/// What a field's value may be.
public enum FieldType: Sendable {
    /// One line, at most so many characters.
    case text(max: Int)
    /// Paragraphs, at most so many characters.
    case prose(max: Int)
    case integer(ClosedRange<Int>)
    case flag
    case day
    case choice([Choice])
    /// The identifier of one record of one of these kinds.
    case reference([String])
    /// Identifiers of records of these kinds, in order, none twice; at most so many.
    case references([String], max: Int)
    /// Words from a closed list, none twice.
    case choices([Choice])

    public static let name = FieldType.text(max: 200)
}

/// One answer of a closed list: the word in files, and what a page says.
public struct Choice: Sendable, Equatable {
    public let value: String
    public let label: String

    public init(_ value: String, _ label: String) {
        self.value = value
        self.label = label
    }
}

extension Array where Element == Choice {
    public func label(of value: String) -> String { first { $0.value == value }?.label ?? value }
}

extension String {
    var underscored: String { String(map { $0 == "-" ? "_" : $0 }) }
}
