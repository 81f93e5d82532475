public import Kernel
public import Meetings
public import Partners
public import Records

/// What a member's interest is that the public is told no details of, and why not.
public struct SensitiveInterest: Noun {
    public let id: ID<SensitiveInterest>
    public let declaration: ID<Declaration>
    public let person: ID<Person>
    public let record: Record

    public init(_ record: Record) {
        id = ID(record.id)
        declaration = record.id("declaration") ?? ID("")
        person = record.id("person") ?? ID("")
        self.record = record
    }

    private static let beginning = "withheld-"

    /// The one for a declaration, by a name that anybody can work out: the way to it tells nobody that there is one.
    public static func id(of declaration: String) -> String {
        beginning + declaration.suffix(IDText.lengthMax - beginning.utf8.count)
    }

    /// What it would be the details of; nil for what is no such name.
    static func declaration(of id: ID<SensitiveInterest>) -> String? {
        id.text.hasPrefix(beginning) ? String(id.text.dropFirst(beginning.count)) : nil
    }

    public static let kind = Kind(
        "sensitive-interest", plural: "sensitive-interests", room: "interests", title: "Sensitive interest",
        about: "The details of a declared interest which are kept from the public, sealed with the member's own key.",
        fields: [
            Field(
                "declaration", "Declaration", .reference(["declaration"]), required: true,
                "The declaration, which says that its details are withheld."),
            Field(
                "person", "Member", .reference(["person"]), required: true,
                "Whose interest it is: the details are sealed with their key, and they may read them."),
            Field(
                "details", "Details", .prose(max: 4_000), required: true, sealed: .field("person"),
                "What the interest is."),
            Field(
                "danger", "Why they are sensitive", .prose(max: 2_000), required: true, sealed: .field("person"),
                "How disclosure could lead to violence or intimidation, and of whom."),
            Field(
                "agreed", "Agreed on", .day, required: true,
                "The day on which the monitoring officer considered that they are."),
        ],
        isRestricted: true, personField: "person",
        naming: { record, name in
            "Withheld: \(record.text("declaration").flatMap(name) ?? record.text("declaration") ?? record.id)"
        })
}
