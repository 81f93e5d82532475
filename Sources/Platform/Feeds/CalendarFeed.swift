/// A calendar that other programs follow, as iCalendar (RFC 5545).
public struct CalendarFeed: Sendable, Equatable {
    /// As it is called where it is followed.
    public var name: String
    public var events: [CalendarEvent]
    /// Hours after which it is worth asking again.
    public var refreshHours: Int

    public init(name: String, events: [CalendarEvent], refreshHours: Int = 4) {
        self.name = name
        self.events = events
        self.refreshHours = refreshHours
    }

    public static let mediaType = "text/calendar; charset=utf-8"

    /// The document. Depends on nothing but what it is given, so that the same calendar is the same bytes.
    public var bytes: [UInt8] {
        var lines = ContentLines()
        lines.plain("BEGIN", "VCALENDAR")
        lines.plain("VERSION", "2.0")
        lines.text("PRODID", "-//ThinkChild//Meetings//EN")
        lines.plain("CALSCALE", "GREGORIAN")
        lines.plain("METHOD", "PUBLISH")
        // RFC 7986 5.1 and 5.7; the older spelling beside them is what most programs read.
        lines.text("NAME", name)
        lines.text("X-WR-CALNAME", name)
        lines.plain("REFRESH-INTERVAL;VALUE=DURATION", "PT\(max(1, refreshHours))H")
        LondonTime.write(to: &lines)
        for event in events { event.write(to: &lines) }
        lines.plain("END", "VCALENDAR")
        return lines.bytes
    }
}
