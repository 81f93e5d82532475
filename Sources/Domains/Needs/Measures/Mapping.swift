public import Kernel
public import Records

/// How the files of one publisher are read: a value that is saved, and used again for the next release.
public struct Mapping: Noun {
    public let id: ID<Mapping>
    public let name: String
    /// Its words, in YAML: see docs/rules/needs.md, NE-08.
    public let layout: String

    public init(_ record: Record) {
        id = ID(record.id)
        name = record.text("name") ?? record.id
        layout = record.text("layout") ?? ""
    }

    public static let kind = Kind(
        "mapping", plural: "mappings", room: "needs", title: "Mapping",
        about: "How the files of one publisher are read, so that the next release needs nobody to say it again.",
        fields: [
            Field("name", "Name", .name, required: true, "What people call it."),
            Field("about", "About", .prose(max: 2000), "Which files it reads, and what it leaves out."),
            Field(
                "layout", "Layout", .prose(max: 20_000), required: true,
                "In YAML: the file's shape, its columns, its marks, its rules. Start from one of those that are shipped."
            ),
        ])
}
