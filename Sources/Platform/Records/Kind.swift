public import Kernel

/// One kind of record, described once. From the description come its YAML and JSON shapes, its form, its terminal
/// options, its columns, its CSV and its page in `docs/format/`.
public struct Kind: Sendable {
    /// Singular, `a-z` and `-`: the subject's kind in facts and findings, as in `reporting-line`.
    public let name: String
    /// The key in a file and the path of its list, as in `reporting-lines`.
    public let plural: String
    /// The room that owns it; its table is `<room>_<name>`.
    public let room: String
    /// What a page calls one of them, with a capital: `Reporting line`.
    public let title: String
    /// One sentence for the format page and the form.
    public let about: String
    public let fields: [Field]
    /// How one is named where it has no `name` of its own; handed its record and a way to name others.
    public let naming: @Sendable (Record, (String) -> String?) -> String

    public init(
        _ name: String, plural: String, room: String, title: String, about: String, fields: [Field],
        naming: (@Sendable (Record, (String) -> String?) -> String)? = nil
    ) {
        self.name = name
        self.plural = plural
        self.room = room
        self.title = title
        self.about = about
        self.fields = fields
        self.naming = naming ?? { record, _ in record.text("name") ?? record.id }
    }

    public var table: String { room + "_" + name.underscored }

    /// The position of a field's value in `Record.values`.
    public func index(of field: String) -> Int? { fields.firstIndex { $0.name == field } }
}

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

    public init(_ name: String, _ label: String, _ type: FieldType, required: Bool = false, _ about: String) {
        self.name = name
        self.label = label
        self.about = about
        self.type = type
        self.isRequired = required
    }

    public var column: String { name.underscored }
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
