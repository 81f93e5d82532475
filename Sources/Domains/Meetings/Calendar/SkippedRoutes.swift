import Doors

extension Request {
    /// How many of a list's first day were shown on the page before.
    var skipped: Int { query.text("skip").flatMap { Int($0) }.map { min(max(0, $0), CalendarList.skippedMax) } ?? 0 }
}
