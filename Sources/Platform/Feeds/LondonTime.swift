/// The clocks of the United Kingdom, as a calendar needs to be told of them (RFC 5545 3.6.5).
///
/// Summer time begins at 01:00 UTC on the last Sunday of March, and since 1996 ends at 01:00 UTC on the last Sunday of
/// October (Summer Time Act 1972; Summer Time Order 2002, SI 2002/262). From 1981 to 1989 it ended on the first Sunday
/// from 23 October on, from 1990 to 1995 on the first from 22 October on. Nothing before is said.
enum LondonTime {
    static let name = "Europe/London"

    static func write(to lines: inout ContentLines) {
        lines.plain("BEGIN", "VTIMEZONE")
        lines.plain("TZID", name)
        part("DAYLIGHT", "19810329T010000", "FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU", &lines)
        part(
            "STANDARD", "19811025T020000",
            "FREQ=YEARLY;UNTIL=19891029T010000Z;BYMONTH=10;BYMONTHDAY=23,24,25,26,27,28,29;BYDAY=SU", &lines)
        part(
            "STANDARD", "19901028T020000",
            "FREQ=YEARLY;UNTIL=19951022T010000Z;BYMONTH=10;BYMONTHDAY=22,23,24,25,26,27,28;BYDAY=SU", &lines)
        part("STANDARD", "19961027T020000", "FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU", &lines)
        lines.plain("END", "VTIMEZONE")
    }

    private static func part(_ kind: String, _ start: String, _ rule: String, _ lines: inout ContentLines) {
        let isSummer = kind == "DAYLIGHT"
        lines.plain("BEGIN", kind)
        lines.plain("DTSTART", start)
        lines.plain("TZOFFSETFROM", isSummer ? "+0000" : "+0100")
        lines.plain("TZOFFSETTO", isSummer ? "+0100" : "+0000")
        lines.plain("TZNAME", isSummer ? "BST" : "GMT")
        lines.plain("RRULE", rule)
        lines.plain("END", kind)
    }
}
