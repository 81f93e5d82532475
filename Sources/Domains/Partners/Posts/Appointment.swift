public import Kernel
public import Records

/// Somebody whose name is held. Posts can be accounted for without one.
public struct Person: Noun {
    public let id: ID<Person>
    public let name: String

    public init(_ record: Record) {
        id = ID(record.id)
        name = record.text("name") ?? record.id
    }

    public static let kind = Kind(
        "person", plural: "people", room: "partners", title: "Person",
        about: "Somebody whose name is held. An appointment need not name anyone.",
        fields: [
            Field("name", "Name", .name, required: true, "As they write it."),
            Field(
                "email", "E-mail", .text(max: 200), private: true,
                "Where they are written to at work. Shown to those who may change people."),
        ])
}

/// Who is in a post, or that nobody is, for a period.
public struct Appointment: Noun {
    public let id: ID<Appointment>
    public let post: ID<Post>
    public let person: ID<Person>?
    public let isVacant: Bool
    public let isInterim: Bool

    public init(_ record: Record) {
        id = ID(record.id)
        post = record.id("post") ?? ID("")
        person = record.id("person")
        isVacant = record.text("status") == "vacant"
        isInterim = record.flag("interim") ?? false
    }

    public static let statuses = [Choice("held", "Held"), Choice("vacant", "Vacant")]

    public static let kind = Kind(
        "appointment", plural: "appointments", room: "partners", title: "Appointment",
        about: "That a post is held, or vacant, for a period. No record at all means that it is not known.",
        fields: [
            Field("post", "Post", .reference(["post"]), required: true, "Which post."),
            Field("status", "Status", .choice(statuses), required: true, "Held or vacant."),
            Field("person", "Person", .reference(["person"]), "Who holds it, where a name is held."),
            Field("interim", "Interim", .flag, "Whether it is held until a permanent appointment."),
            Field("seconded", "Seconded", .flag, "Whether the holder is lent by another organisation."),
            Field(
                "joint-with", "Joint with", .reference(["organisation"]),
                "The other organisation that makes the appointment."),
        ],
        naming: { record, name in
            let post = record.text("post").flatMap(name) ?? "a post"
            guard record.text("status") != "vacant" else { return "\(post): vacant" }
            return "\(post): "
                + (record.text("person").flatMap(name) ?? (record.flag("interim") == true ? "held (interim)" : "held"))
        })
}
