public import Kernel
public import Records

/// A school, a nursery, a college or a children's centre: somewhere children go, with the dates it was open.
public struct Setting: Noun {
    public let id: ID<Setting>
    public let name: String
    public let urn: String?
    public let type: String
    public let ward: ID<Area>?
    public let cluster: ID<Area>?

    public init(_ record: Record) {
        id = ID(record.id)
        name = record.text("name") ?? record.id
        urn = record.text("urn")
        type = record.text("type") ?? ""
        ward = record.id("ward")
        cluster = record.id("cluster")
    }

    public static let types = [
        Choice("nursery", "Nursery school"), Choice("primary", "Primary school"), Choice("middle", "Middle school"),
        Choice("secondary", "Secondary school"), Choice("all-through", "All-through school"),
        Choice("sixteen-plus", "16 plus"), Choice("special", "Special school"),
        Choice("independent", "Independent school"),
        Choice("referral-unit", "Pupil referral unit"), Choice("college", "College"),
        Choice("higher", "Higher education"),
        Choice("childrens-centre", "Children's centre"), Choice("other", "Other"),
    ]

    public static let kind = Kind(
        "setting", plural: "settings", room: "places", title: "Setting",
        about: "A school, nursery, college or children's centre, with the dates it was open.",
        fields: [
            Field("name", "Name", .name, required: true, "As the register has it."),
            Field(
                "urn", "Unique reference number", .text(max: 12), alsoName: true,
                "The number in the national register of establishments."),
            Field("type", "Type", .choice(types), required: true, "What sort of setting it is."),
            Field("register-type", "Type in the register", .name, "The register's own word, such as Community school."),
            Field("low-age", "Lowest age", .integer(0...25), "In years."),
            Field("high-age", "Highest age", .integer(0...99), "In years."),
            Field("small-area", "Small area", .text(max: 20), "The GSS code of its lower-layer super output area."),
            Field("ward", "Ward", .reference(["area"]), "The ward of its day; empty when it cannot be placed."),
            Field(
                "cluster", "Cluster", .reference(["area"]),
                "The cluster it belongs to; a cluster is a set of settings, not a shape."),
            Field("postcode", "Postcode", .text(max: 10), "As the register has it."),
        ])
}
