import Foundation
import Kernel
import Testing

@testable import Feeds

@Suite("Calendars for other programs")
struct CalendarFeedTests {
    static let changed = Date(timeIntervalSince1970: 1_772_712_000)

    static func event(_ change: (inout CalendarEvent) -> Void = { _ in }) -> CalendarEvent {
        var event = CalendarEvent(
            uid: "meeting-m1@trust.example.org", changed: changed, day: day(2026, 3, 29), minutes: 1_110,
            length: 120, title: "Children’s Trust Board", place: "Room 1, Civic Hall; Leeds")
        change(&event)
        return event
    }

    static func day(_ year: Int, _ month: Int, _ day: Int) -> Day { Day(year, month, day) ?? Day(number: 0) }

    private func text(_ events: CalendarEvent...) -> String {
        String(decoding: CalendarFeed(name: "Meetings", events: events).bytes, as: UTF8.self)
    }

    @Test("A meeting, property by property")
    func whole() {
        let said = text(Self.event()).components(separatedBy: "BEGIN:VEVENT\r\n")[1]
        #expect(
            said == """
                UID:meeting-m1@trust.example.org\r
                DTSTAMP:20260305T120000Z\r
                LAST-MODIFIED:20260305T120000Z\r
                SEQUENCE:0\r
                STATUS:CONFIRMED\r
                DTSTART;TZID=Europe/London:20260329T183000\r
                DTEND;TZID=Europe/London:20260329T203000\r
                SUMMARY:Children’s Trust Board\r
                LOCATION:Room 1\\, Civic Hall\\; Leeds\r
                END:VEVENT\r
                END:VCALENDAR\r

                """)
    }

    @Test("A meeting that is moved keeps its name and goes up by one; one cancelled says so")
    func moved() {
        let said = text(
            Self.event {
                $0.sequence = 2
                $0.status = .cancelled
            })
        #expect(said.contains("UID:meeting-m1@trust.example.org\r\n"))
        #expect(said.contains("SEQUENCE:2\r\nSTATUS:CANCELLED\r\n"))
    }

    @Test("A day without a time is a day; one that runs past midnight ends on the next")
    func times() {
        #expect(text(Self.event { $0.minutes = nil }).contains("DTSTART;VALUE=DATE:20260329\r\nSUMMARY"))
        let late = text(Self.event { $0.minutes = 1_410 })
        #expect(late.contains("DTEND;TZID=Europe/London:20260330T013000\r\n"))
    }

    @Test(
        "Text is escaped, and what the standard has no place for is left out",
        arguments: [
            ("a,b;c\\d", "a\\,b\\;c\\\\d"), ("a\r\nb\nc\rd", "a\\nb\\nc\\nd"), ("a\u{0}b\u{7}c\u{7F}", "abc"),
            ("END:VEVENT\r\nBEGIN:X", "END:VEVENT\\nBEGIN:X"), ("tab\there", "tab\there"), ("", ""),
        ])
    func escaping(text: String, written: String) { #expect(ContentLines.escaped(text) == written) }

    @Test("No line is longer than 75 octets, none is folded within a character, and unfolding gives it back")
    func folding() {
        for title in [
            String(repeating: "a", count: 400), String(repeating: "é", count: 200),
            String(repeating: "👩‍👧", count: 60),
            String(repeating: "a", count: 66), String(repeating: "a", count: 67), String(repeating: "a", count: 68),
        ] {
            let bytes = CalendarFeed(name: "x", events: [Self.event { $0.title = title }]).bytes
            var unfolded: [[UInt8]] = []
            for line in Self.lines(bytes) {
                #expect(line.count <= 75 && !line.contains(0x0A) && !line.contains(0x0D))
                #expect(String(validating: line, as: UTF8.self) != nil)
                if line.first == 0x20 {
                    unfolded[unfolded.count - 1] += line.dropFirst()
                } else {
                    unfolded.append(line)
                }
            }
            #expect(unfolded.contains(Array("SUMMARY:\(title)".utf8)))
        }
    }

    /// Byte by byte, since a line end and a space are not always characters of their own.
    private static func lines(_ bytes: [UInt8]) -> [[UInt8]] {
        var lines: [[UInt8]] = [[]], at = 0
        while at < bytes.count {
            if bytes[at...].starts(with: [0x0D, 0x0A]) {
                lines.append([])
                at += 2
            } else {
                lines[lines.count - 1].append(bytes[at])
                at += 1
            }
        }
        return lines.dropLast()
    }

    @Test(
        "The clocks that are told of go back on the days they did (Summer Time Orders)",
        arguments: [
            (1981, 25), (1984, 28), (1988, 23), (1989, 29), (1990, 28), (1992, 25), (1994, 23), (1995, 22),
            (1996, 27), (2006, 29), (2009, 25), (2021, 31), (2026, 25),
        ])
    func clocks(year: Int, back: Int) throws {
        var lines = ContentLines()
        LondonTime.write(to: &lines)
        let said = String(decoding: lines.bytes, as: UTF8.self).components(separatedBy: "\r\n ").joined()
        let days = said.components(separatedBy: "BEGIN:STANDARD").dropFirst().compactMap { part -> String? in
            func after(_ mark: String, _ count: Int) -> Int? {
                part.components(separatedBy: mark).dropFirst().first.flatMap { Int($0.prefix(count)) }
            }
            guard let first = after("DTSTART:", 4), first <= year, year <= after("UNTIL=", 4) ?? 9_999 else {
                return nil
            }
            return part.components(separatedBy: "BYMONTH=10;")[1]
        }
        try #require(days.count == 1)
        let allowed =
            days[0].hasPrefix("BYDAY=-1SU")
            ? Array(25...31)
            : days[0].dropFirst("BYMONTHDAY=".count).prefix { $0 != ";" }.split(separator: ",").compactMap { Int($0) }
        let sunday = allowed.first { Self.day(year, 10, $0).weekday % 7 == 0 }
        #expect(sunday == back)
    }

    @Test("An address that would break a line is left out")
    func links() {
        #expect(!text(Self.event { $0.link = "https://a.example/\r\nATTACH:x" }).contains("ATTACH"))
        #expect(
            text(Self.event { $0.link = "https://a.example/meetings/m1" }).contains("URL:https://a.example/meetings/m1")
        )
    }
}
