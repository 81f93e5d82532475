public import Arrangements
public import Kernel
public import Records

/// Some people's coming together on a day, to do a body's business.
public struct Meeting: Noun {
    public let id: ID<Meeting>
    public let body: ID<Body>
    public let on: Day
    public let time: ClockTime?
    public let status: String
    public let record: Record

    public init(_ record: Record) {
        id = ID(record.id)
        body = record.id("body") ?? ID("")
        on = record.day("on") ?? Day(number: 0)
        time = record.text("time").flatMap { ClockTime($0) }
        status = record.text("status") ?? "planned"
        self.record = record
    }

    /// Whether only the month of it is known; then `on` is the month's first day.
    public var isMonthOnly: Bool { record.flag("month-only") ?? false }
    public var isCancelled: Bool { status == "cancelled" }
    public var agendaPublished: Day? { record.day("agenda-published") }
    /// The day from which notice is counted: that of publication, or the later one on which this service was told of
    /// it. Nil where nobody can show it. What a source tells of a meeting that is over is taken as it says.
    public var noticeFrom: Day? {
        guard let published = agendaPublished else { return nil }
        if !record.sources.isEmpty, status != "planned" { return published }
        return record.day("agenda-noted").map { max($0, published) }
    }
    /// Whether it was called when the usual notice could no longer be given.
    public var isAtShortNotice: Bool { record.text("short-notice") != nil }

    /// `Tuesday 9 June 2009 at 6:30pm`; the month alone where no more is known.
    public var when: String {
        if isMonthOnly { return on.long.split(separator: " ").dropFirst().joined(separator: " ") }
        let weekday = Cycle.weekdays[on.weekday - 1].label
        return "\(weekday) \(on.long)" + (time.map { " at \($0.words)" } ?? "")
    }

    static let zones = [Choice("Europe/London", "England")]
    public static let statuses = [
        Choice("planned", "Planned"), Choice("held", "Held"), Choice("inquorate", "Held without a quorum"),
        Choice("cancelled", "Cancelled"),
    ]
    public static let types = [
        Choice("ordinary", "Ordinary"), Choice("special", "Special or extraordinary"), Choice("annual", "Annual"),
    ]
    static let ways = [
        Choice("in-person", "In a room"), Choice("remote", "Remotely"), Choice("both", "In a room and remotely"),
    ]

    public static let kind = Kind(
        "meeting", plural: "meetings", room: "meetings", title: "Meeting",
        about: "A body's meeting: when and where, what notice was given of it, and whether it was held.",
        fields: [
            Field("body", "Body", .reference(["body"]), required: true, "Which body meets."),
            Field("on", "On", .day, required: true, "The day; the first of the month where only the month is known."),
            Field("month-only", "Only the month is known", .flag, "Whether no source gives the day."),
            Field("time", "Time", .text(max: 5), "When it begins, by the clocks of the place, such as 18:30."),
            Field("zone", "Time zone", .choice(zones), "Whose clocks; those of England when empty."),
            Field("place", "Place", .text(max: 200), "Where."),
            Field("way", "How", .choice(ways), "In a room, remotely, or both."),
            Field("type", "Type", .choice(types), "Ordinary when empty."),
            Field("status", "Status", .choice(statuses), "Planned (taken when empty), held, or cancelled."),
            Field("reason", "Reason", .prose(max: 1_000), "Why it was moved or cancelled."),
            Field("moved-from", "Moved from", .day, "The day it was last planned for, when it was moved."),
            Field("cycle", "Cycle", .reference(["cycle"]), "The rule that put it in the calendar."),
            Field("notice-published", "Notice published", .day, "The day public notice of it was given."),
            Field("agenda-published", "Agenda published", .day, "The day its agenda and reports were open to all."),
            Field(
                "agenda-noted", "Told of on", .day,
                "The day this service was told that the agenda was published: notice is counted from it, if later."),
            Field(
                "short-notice", "Why at shorter notice", .prose(max: 1_000),
                "Why it was called when the usual notice could no longer be given."),
            Field(
                "private-because", "Why in private", .prose(max: 2_000),
                "Why it, or a part of it, is to be held in private, as the public is told (GOV-04)."),
            Field(
                "private-notice", "First private notice", .day,
                "The day notice was published that it, or a part of it, is to be held in private (GOV-04)."),
            Field(
                "private-again", "Second private notice", .day,
                "The day the further notice was published, with what was said against it and the answer (GOV-04)."),
            Field(
                "representations", "Representations", .prose(max: 4_000),
                "What was said for holding it in public, or that nobody said anything."),
            Field("response", "Response to them", .prose(max: 4_000), "What the body answered."),
            Field(
                "private-urgent", "Why without that notice", .prose(max: 1_000),
                "Who agreed, chairing scrutiny or the council, that it could not wait, and why (GOV-04)."),
        ],
        naming: { record, name in
            let meeting = Meeting(record)
            let day = meeting.isMonthOnly ? meeting.when : meeting.on.long
            return "\(record.text("body").flatMap(name) ?? "A body"), \(day)"
        })
}
