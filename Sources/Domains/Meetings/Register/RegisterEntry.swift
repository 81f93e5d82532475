public import Arrangements
public import Kernel
import Partners
public import Records

/// A line of a meeting's register: who, of those with a seat that day, came, sent somebody, or stayed away.
public struct RegisterEntry: Noun {
    public let id: ID<RegisterEntry>
    public let meeting: ID<Meeting>
    public let seat: ID<Seat>
    public let role: String
    public let state: String
    public let number: Int
    public let arrived: ClockTime?
    public let left: ClockTime?
    public let record: Record

    public init(_ record: Record) {
        id = ID(record.id)
        meeting = record.id("meeting") ?? ID("")
        seat = record.id("seat") ?? ID("")
        role = record.text("role") ?? ""
        state = record.text("state") ?? "absent"
        number = record.integer("number") ?? 1
        arrived = record.text("arrived").flatMap { ClockTime($0) }
        left = record.text("left").flatMap { ClockTime($0) }
        self.record = record
    }

    /// Members count towards a quorum and vote; attendees, advisers and observers do neither (GOV-10).
    public var isMember: Bool { Table.memberRoles.contains(role) }
    public var isThere: Bool { Self.isThere(state) }
    public var isRemote: Bool { record.text("mode") == "remote" }

    static func isThere(_ state: String) -> Bool { state == "present" || state == "substitute" }

    /// Whether the seat was taken at a time; no arrival means from the start, no leaving means to the end.
    func isThere(at time: ClockTime?, of sitting: SittingTime) -> Bool {
        guard isThere else { return false }
        guard let now = time.map(sitting.minutes) else { return true }
        return (arrived.map { sitting.minutes($0) <= now } ?? true) && (left.map { now < sitting.minutes($0) } ?? true)
    }

    public static let states = [
        Choice("present", "Present"), Choice("substitute", "Substitute came"), Choice("apologies", "Apologies"),
        Choice("absent", "Absent"),
    ]
    static let modes = [Choice("room", "In the room"), Choice("remote", "Remotely")]

    public static let kind = Kind(
        "register-entry", plural: "register-entries", room: "meetings", title: "Line of a register",
        about: "Whether somebody with a seat came to a meeting. What the seat was that day is kept with it.",
        fields: [
            Field("meeting", "Meeting", .reference(["meeting"]), required: true, "Which meeting."),
            Field("seat", "Seat", .reference(["seat"]), required: true, "Which seat of the body."),
            Field("role", "Role that day", .choice(Seat.roles), required: true, "As what, that day."),
            Field("organisation", "Organisation that day", .reference(["organisation"]), "For whom, that day."),
            Field("sector", "Sector that day", .choice(Organisation.sectors), "Of which sector, that day."),
            Field("seniority", "Seniority that day", .choice(Post.grades), "How senior, that day."),
            Field("state", "Attendance", .choice(states), required: true, "Present, substitute, apologies or absent."),
            Field(
                "number", "How many", .integer(1...1_000), "How many of its places, when the seat stands for several."),
            Field("substitute", "Substitute", .text(max: 200), "Who came in their place: a post, or a name."),
            Field("mode", "How", .choice(modes), "In the room (taken when empty) or remotely."),
            Field("arrived", "Arrived", .text(max: 5), "When, if after the beginning, such as 18:45."),
            Field("left", "Left", .text(max: 5), "When, if before the end, such as 19:30."),
        ],
        naming: { record, name in
            let seat = record.text("seat").flatMap(name) ?? "A seat"
            let state = states.label(of: record.text("state") ?? "").lowercased()
            return "\(seat): \(state) (\(record.text("meeting").flatMap(name) ?? "a meeting"))"
        })
}
