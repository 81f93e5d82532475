public import Kernel
public import Records

/// A part of the map or of the arrangements: the city, a wedge, a committee's area, a ward, a cluster of schools.
public struct Area: Noun {
    public let id: ID<Area>
    public let name: String
    public let type: String
    public let code: String?
    public let within: ID<Area>?

    public init(_ record: Record) {
        id = ID(record.id)
        name = record.text("name") ?? record.id
        type = record.text("type") ?? ""
        code = record.text("code")
        within = record.id("within")
    }

    public static let types = [
        Choice("city", "City"), Choice("wedge", "Wedge"), Choice("committee-area", "Area committee's area"),
        Choice("ward", "Ward"), Choice("cluster", "Cluster"),
    ]

    public static let kind = Kind(
        "area", plural: "areas", room: "places", title: "Area",
        about:
            "A part of the map or of the arrangements: the city, a wedge, an area committee's area, a ward, a cluster.",
        fields: [
            Field("name", "Name", .name, required: true, "What people call it."),
            Field("type", "Type", .choice(types), required: true, "What sort of area it is."),
            Field(
                "code", "Code", .text(max: 20), alsoName: true,
                "The GSS code, or the local code of a place that has none."),
            Field(
                "old-code", "Older code", .text(max: 20), alsoName: true,
                "The ONS code used before GSS codes, such as 00DAGL."),
            Field(
                "within", "Within", .reference(["area"]),
                "The area it is part of; required of every area but a city. A move is a change from a day."),
        ])
}
