public import Arrangements
public import Kernel
public import Records

/// A rule by which a body meets: "the second Tuesday of each month at 6:30pm, not in August".
public struct Cycle: Noun {
    public let id: ID<Cycle>
    public let body: ID<Body>
    public let record: Record

    public init(_ record: Record) {
        id = ID(record.id)
        body = record.id("body") ?? ID("")
        self.record = record
    }

    static let weeks = [
        Choice("first", "First"), Choice("second", "Second"), Choice("third", "Third"), Choice("fourth", "Fourth"),
        Choice("last", "Last"),
    ]
    static let weekdays = [
        Choice("monday", "Monday"), Choice("tuesday", "Tuesday"), Choice("wednesday", "Wednesday"),
        Choice("thursday", "Thursday"), Choice("friday", "Friday"), Choice("saturday", "Saturday"),
        Choice("sunday", "Sunday"),
    ]
    static let months = [
        Choice("january", "January"), Choice("february", "February"), Choice("march", "March"),
        Choice("april", "April"), Choice("may", "May"), Choice("june", "June"), Choice("july", "July"),
        Choice("august", "August"), Choice("september", "September"), Choice("october", "October"),
        Choice("november", "November"), Choice("december", "December"),
    ]
    static let holidays = [
        Choice("skip", "Do not meet"), Choice("next-working-day", "Meet on the next working day"),
    ]

    public static let kind = Kind(
        "cycle", plural: "cycles", room: "meetings", title: "Cycle of meetings",
        about: "A rule by which a body meets, from which its meetings are put in the calendar.",
        fields: [
            Field("body", "Body", .reference(["body"]), required: true, "Which body."),
            Field(
                "week", "Week of the month", .choice(weeks), required: true,
                "Such as the second, for the second Tuesday."),
            Field("weekday", "Day of the week", .choice(weekdays), required: true, "On which day."),
            Field(
                "every", "Every so many months", .integer(1...12),
                "1 for each month (taken when empty), 3 for each quarter."),
            Field(
                "time", "Time", .text(max: 5), required: true,
                "When it begins, by the clocks of the place, such as 18:30."),
            Field("zone", "Time zone", .choice(Meeting.zones), "Whose clocks; those of England when empty."),
            Field("skipping", "Months without a meeting", .choices(months), "Such as August."),
            Field(
                "on-holidays", "On a bank holiday", .choice(holidays), "What happens then; it does not meet when empty."
            ),
            Field("place", "Place", .text(max: 200), "Where it meets."),
        ],
        naming: { record, name in
            let body = record.text("body").flatMap(name) ?? "a body"
            return "\(body): \(Cycle(record).words)"
        })

    /// `the second Tuesday of each month at 6:30pm, not in August`
    public var words: String {
        let week = record.text("week") ?? "", weekday = Self.weekdays.label(of: record.text("weekday") ?? "")
        let every = record.integer("every") ?? 1
        let rhythm = every == 1 ? "of each month" : "of every \(every) months"
        let time = record.text("time").flatMap { ClockTime($0) }.map { " at \($0.words)" } ?? ""
        let skipped = record.list("skipping").map { Self.months.label(of: $0) }
        let without = skipped.isEmpty ? "" : ", not in \(skipped.joined(separator: ", "))"
        return "the \(week) \(weekday) \(rhythm)\(time)\(without)"
    }
}
