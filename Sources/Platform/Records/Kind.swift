public import Kernel

/// One kind of record, described once. From the description come its YAML and JSON shapes, its form, its terminal
/// options, its columns, its CSV and its page in `docs/format/`.
///
/// A handle on one shared description, so that each of a hundred thousand records can carry its kind.
public struct Kind: Sendable {
    private let description: Description

    /// What a kind is, held once.
    private final class Description: Sendable {
        let name: String, plural: String, room: String, title: String, about: String
        let fields: [Field]
        let isRestricted: Bool
        let personField: String?
        let naming: @Sendable (Record, (String) -> String?) -> String
        let slots: [String: Int]
        let sealed: [Int], privates: [Int]

        init(
            name: String, plural: String, room: String, title: String, about: String, fields: [Field],
            isRestricted: Bool, personField: String?,
            naming: @escaping @Sendable (Record, (String) -> String?) -> String
        ) {
            (self.isRestricted, self.personField) = (isRestricted, personField)
            (self.name, self.plural, self.room, self.title, self.about) = (name, plural, room, title, about)
            self.fields = fields
            sealed = fields.indices.filter { fields[$0].sealing != nil }
            privates = fields.indices.filter { fields[$0].isPrivate }
            self.naming = naming
            let keys = fields.map(\.name) + CommonKey.allCases.map(\.rawValue)
            slots = Dictionary(uniqueKeysWithValues: zip(keys, 0...))
        }
    }

    public init(
        _ name: String, plural: String, room: String, title: String, about: String, fields: [Field],
        isRestricted: Bool = false, personField: String? = nil,
        naming: (@Sendable (Record, (String) -> String?) -> String)? = nil
    ) {
        for field in fields where field.sealing != nil {
            precondition(field.targets.isEmpty, "a reference cannot be sealed: the database holds it (\(field.name))")
        }
        let called: @Sendable (Record, (String) -> String?) -> String =
            naming ?? { record, _ in record.text("name") ?? record.id }
        description = Description(
            name: name, plural: plural, room: room, title: title, about: about, fields: fields,
            isRestricted: isRestricted, personField: personField,
            // Names stand in facts and lists: they never hold what is sealed.
            naming: { record, others in called(record.withoutSealed, others) })
    }

    /// Singular, `a-z` and `-`: the subject's kind in facts and findings, as in `reporting-line`.
    public var name: String { description.name }
    /// The key in a file and the path of its list, as in `reporting-lines`.
    public var plural: String { description.plural }
    /// The room that owns it; its table is `<room>_<name>`.
    public var room: String { description.room }
    /// What a page calls one of them, with a capital: `Reporting line`.
    public var title: String { description.title }
    /// One sentence for the format page and the form.
    public var about: String { description.about }
    public var fields: [Field] { description.fields }
    /// Whether its records are kept from most: then that somebody looked at one is a fact, whatever the door.
    public var isRestricted: Bool { description.isRestricted }
    /// The field that says which person one is about, who may see who looked at it; nil where none does.
    public var personField: String? { description.personField }
    /// How one is named where it has no `name` of its own; handed its record and a way to name others.
    public var naming: @Sendable (Record, (String) -> String?) -> String { description.naming }

    /// The positions of the fields that are sealed.
    var sealed: [Int] { description.sealed }
    /// Whether any field is.
    public var isSealed: Bool { !sealed.isEmpty }

    /// The positions of the fields that are shown only to those who may change its records.
    var privates: [Int] { description.privates }

    public var table: String { room + "_" + name.underscored }

    /// What a sentence calls one of them: `a reporting line`.
    public var noun: String { title.prefix(1).lowercased() + title.dropFirst() }

    /// The position of a field's value in `Record.values`.
    public func index(of field: String) -> Int? { fields.firstIndex { $0.name == field } }

    /// Every key an entry of this kind may have: its fields', then the common ones.
    public var keys: [String] { fields.map(\.name) + CommonKey.allCases.map(\.rawValue) }

    /// The position of a key in `keys`.
    func slot(of key: String) -> Int? { description.slots[key] }
    func slot(of key: CommonKey) -> Int { fields.count + key.position }

    /// What may be done with its records: `partners.see`, `partners.change`.
    public var seeing: Action { Action(room + ".see") }
    public var changing: Action { Action(room + ".change") }
}

/// The keys that every entry may have, whatever its kind.
public enum CommonKey: String, CaseIterable, Sendable {
    case id, from, until
    case asAt = "as-at"
    case provenance, source, note
    /// Later versions of the same thing. Only in files.
    case then

    var position: Int { CommonKey.allCases.firstIndex(of: self) ?? 0 }
}
