public import Foundation
public import Kernel

/// One thing in a calendar, at a time by the clocks of the place: which stays what it is when the clocks change.
public struct CalendarEvent: Sendable, Equatable {
    /// Whether it will be held.
    public enum Status: String, Sendable {
        case tentative = "TENTATIVE"
        case confirmed = "CONFIRMED"
        case cancelled = "CANCELLED"
    }

    /// The same for as long as it is the same thing, however often it is moved.
    public var uid: String
    /// Goes up by one each time that it is moved or cancelled, so that calendars take the later for the truth.
    public var sequence: Int
    /// When what is said here was last changed.
    public var changed: Date
    public var day: Day
    /// Minutes after midnight; nil for the whole day.
    public var minutes: Int?
    /// Minutes that it lasts; nil when nobody has said.
    public var length: Int?
    public var title: String
    public var words: String
    public var place: String
    /// The page about it, whole: `https://trust.example.org/meetings/m1`.
    public var link: String?
    public var status: Status

    public init(
        uid: String, sequence: Int = 0, changed: Date, day: Day, minutes: Int? = nil, length: Int? = nil,
        title: String, words: String = "", place: String = "", link: String? = nil, status: Status = .confirmed
    ) {
        self.uid = uid
        self.sequence = sequence
        self.changed = changed
        self.day = day
        self.minutes = minutes
        self.length = length
        self.title = title
        self.words = words
        self.place = place
        self.link = link
        self.status = status
    }
}

extension CalendarEvent {
    func write(to lines: inout ContentLines) {
        lines.plain("BEGIN", "VEVENT")
        lines.text("UID", uid)
        lines.plain("DTSTAMP", Self.stamp(changed))
        lines.plain("LAST-MODIFIED", Self.stamp(changed))
        lines.plain("SEQUENCE", "\(max(0, sequence))")
        lines.plain("STATUS", status.rawValue)
        writeTime(to: &lines)
        lines.text("SUMMARY", title)
        if !words.isEmpty { lines.text("DESCRIPTION", words) }
        if !place.isEmpty { lines.text("LOCATION", place) }
        if let link { lines.address("URL", link) }
        lines.plain("END", "VEVENT")
    }

    private func writeTime(to lines: inout ContentLines) {
        guard let minutes else { return lines.plain("DTSTART;VALUE=DATE", Self.digits(day)) }
        lines.plain("DTSTART;TZID=\(LondonTime.name)", Self.local(day, minutes))
        guard let length, length > 0 else { return }
        let end = minutes + length
        lines.plain(
            "DTEND;TZID=\(LondonTime.name)", Self.local(day.adding(days: end / 1_440), end % 1_440))
    }

    static func digits(_ day: Day) -> String { day.description.filter { $0 != "-" } }

    private static func local(_ day: Day, _ minutes: Int) -> String {
        "\(digits(day))T\(two(minutes / 60))\(two(minutes % 60))00"
    }

    /// A moment in UTC, to the second.
    static func stamp(_ moment: Date) -> String {
        let seconds = Int(moment.timeIntervalSince1970.rounded(.down))
        let number = Int((Double(seconds) / 86_400).rounded(.down)), rest = seconds - number * 86_400
        return "\(digits(Day(number: number)))T\(two(rest / 3_600))\(two(rest / 60 % 60))\(two(rest % 60))Z"
    }

    private static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
