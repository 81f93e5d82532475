import Kernel

/// Reads what publishers write for a time: `2024`, `2018 (Rev)`, `2016-17`, `201617`, `2013/14-15/16`, `Oct-Dec 2008`,
/// a month, a day (rule NE-05).
struct PeriodReader {
    /// What a year of the file is.
    let year: YearType
    /// Whether `2010-12` is December 2010; three years together otherwise.
    var readsMonths = false

    /// No figure is of a time before or after.
    static let years = 1800...2200

    /// - Returns: nil for what is no time.
    func span(_ text: some StringProtocol) -> Span? {
        let words = PeriodReader.withoutStatus(text)
        let parts = words.split(separator: "-", omittingEmptySubsequences: false).map {
            $0.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
        }
        switch parts.map(\.count) {
        case [1]: return whole(parts[0][0])
        case [2]: return ofTwoParts(parts[0][0], parts[0][1])
        case [1, 1]: return dashed(parts[0][0], parts[1][0])
        case [2, 2]: return pooled(parts[0], parts[1])
        default: return DayReader.day(words).flatMap { Span($0, $0.adding(days: 1)) }
        }
    }

    /// `2024`, `201617`, `March 2024`; or a day such as `31 March 2024`.
    private func whole(_ text: String) -> Span? {
        if let number = PeriodReader.year(text) { return year.span(ofYearEnding: number) }
        if text.utf8.count == 6, let first = PeriodReader.year(String(text.prefix(4))) {
            return single(first, String(text.suffix(2)))
        }
        let words = text.split(separator: " ").map(String.init)
        if words.count == 2, let month = PeriodReader.month(words[0]), let number = PeriodReader.year(words[1]) {
            return PeriodReader.months(from: month, to: month, endingIn: number)
        }
        return DayReader.day(text).flatMap { Span($0, $0.adding(days: 1)) }
    }

    /// `2016/17`
    private func ofTwoParts(_ first: String, _ second: String) -> Span? {
        PeriodReader.year(first).flatMap { single($0, second) }
    }

    /// `2016-17`, `Oct-Dec 2008`. Of calendar years the first is `2014 to 2016`, three years together.
    private func dashed(_ first: String, _ second: String) -> Span? {
        if let one = PeriodReader.year(first) {
            if readsMonths, second.utf8.count == 2, let month = Int(second), (1...12).contains(month) {
                return PeriodReader.months(from: month, to: month, endingIn: one)
            }
            guard let last = PeriodReader.year(second, after: one) else { return nil }
            if last == one + 1, year != .calendar { return year.span(ofYearEnding: last) }
            return together(year.span(ofYearEnding: one), year.span(ofYearEnding: last))
        }
        let words = second.split(separator: " ").map(String.init)
        guard words.count == 2, let start = PeriodReader.month(first), let end = PeriodReader.month(words[0]),
            let number = PeriodReader.year(words[1])
        else { return nil }
        return PeriodReader.months(from: start, to: end, endingIn: number)
    }

    /// `2013/14-15/16`: three years together.
    private func pooled(_ first: [String], _ last: [String]) -> Span? {
        guard let start = PeriodReader.year(first[0]), let from = single(start, first[1]),
            let second = PeriodReader.year(last[0], after: start), let until = single(second, last[1])
        else { return nil }
        return together(from, until)
    }

    /// A year of two parts, by both.
    private func single(_ first: Int, _ second: String) -> Span? {
        guard let last = PeriodReader.year(second, after: first), last == first + 1 else { return nil }
        switch year {
        case .calendar: return nil
        case .financial, .academic, .septemberYear, .january, .march: return year.span(ofYearEnding: last)
        }
    }

    /// Years together: no more than a publisher would pool.
    private func together(_ first: Span?, _ last: Span?) -> Span? {
        guard let span = Span(first?.from, last?.until), span.until.year - span.from.year <= Self.yearsMax else {
            return nil
        }
        return span
    }

    private static let yearsMax = 12

    // MARK: - Pieces

    /// Without `(Rev)`, `(prov)`, `(Final)`, `(OT)`: what a publisher says of how finished a figure is.
    static func withoutStatus(_ text: some StringProtocol) -> String {
        var words = text[...]
        if words.hasSuffix(")"), let open = words.lastIndex(of: "(") { words = words[..<open] }
        while words.first == " " { words.removeFirst() }
        while words.last == " " { words.removeLast() }
        return String(words)
    }

    static func year(_ text: String) -> Int? {
        guard text.utf8.count == 4, let number = Int(text), years.contains(number) else { return nil }
        return number
    }

    /// `17` after 2016 is 2017; `00` after 1999 is 2000; `2017` is itself.
    static func year(_ text: String, after first: Int) -> Int? {
        if let whole = year(text) { return whole > first ? whole : nil }
        guard text.utf8.count == 2, let number = Int(text), (0...99).contains(number) else { return nil }
        let inCentury = first / 100 * 100 + number
        return inCentury > first ? inCentury : inCentury + 100
    }

    /// 1 for `January`, `jan`.
    static func month(_ text: String) -> Int? {
        let lower = text.lowercased()
        guard lower.utf8.count >= 3 else { return nil }
        return names.firstIndex { $0 == lower || $0.prefix(3) == lower || (lower == "sept" && $0 == "september") }
            .map { $0 + 1 }
    }

    /// Months of one year, or over the end of one, by the year the last of them is in.
    static func months(from first: Int, to last: Int, endingIn year: Int) -> Span? {
        guard let start = Day(first > last ? year - 1 : year, first, 1), let end = Day(year, last, 1) else {
            return nil
        }
        return Span(start, end.adding(months: 1))
    }

    private static let names = [
        "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
        "december",
    ]
}
