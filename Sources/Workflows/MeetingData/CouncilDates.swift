import Doors
import Kernel

/// Reads the dates of one file, which are written as people do: and refuses to guess which comes first, the day or the
/// month.
struct CouncilDates: Sendable {
    /// What the file itself shows.
    private enum Order: Sendable { case unknown, dayFirst, monthFirst, both }

    private let order: Order

    /// - Parameter cells: every date of the file, as it stands there.
    init(_ cells: [String]) {
        let pairs = cells.compactMap { Self.numbers(Self.halves($0).date) }
        let isDayFirst = pairs.contains { $0.first > 12 && $0.second <= 12 }
        let isMonthFirst = pairs.contains { $0.second > 12 && $0.first <= 12 }
        order = isDayFirst ? (isMonthFirst ? .both : .dayFirst) : (isMonthFirst ? .monthFirst : .unknown)
    }

    /// A day, and the time of it where the cell holds one.
    /// - Throws: what is wrong with it, or that it could be either of two days.
    func read(_ cell: String) throws(MeetingDataFault) -> (day: Day, time: ClockTime?) {
        let (date, clock) = Self.halves(cell)
        let time: ClockTime?
        if let clock {
            guard let read = Self.time(clock) else {
                throw MeetingDataFault("“\(cell.prefix(40))” is not a date and a time")
            }
            // Many exports give midnight where nobody said when.
            time = read.minutes == 0 ? nil : read
        } else {
            time = nil
        }
        if let numbers = Self.numbers(date) { return (try day(numbers, date), time) }
        let words = date.split(separator: " ")
        let isWeekday = words.count == 4 && words[0].lowercased().trimmingSuffix(",").hasSuffix("day")
        let bare = isWeekday ? words.dropFirst().joined(separator: " ") : date
        guard let day = Day(typed: bare) else {
            throw MeetingDataFault("“\(cell.prefix(40))” is not a date, such as 2009-12-31")
        }
        return (day, time)
    }

    private func day(_ numbers: (first: Int, second: Int, year: Int), _ text: String) throws(MeetingDataFault) -> Day {
        guard numbers.year >= 1_000 else {
            throw MeetingDataFault("“\(text)” does not say which century: write the year in full")
        }
        let dayFirst = Day(numbers.year, numbers.second, numbers.first)
        if numbers.first == numbers.second, let dayFirst { return dayFirst }
        switch order {
        case .dayFirst: if let dayFirst { return dayFirst }
        case .monthFirst:
            throw MeetingDataFault("“\(text)”: this file writes the month first, which is not taken: write 2009-12-31")
        case .both: throw MeetingDataFault("“\(text)”: this file writes some dates month first and some day first")
        case .unknown:
            if let monthFirst = Day(numbers.year, numbers.first, numbers.second), let dayFirst {
                throw MeetingDataFault(
                    "“\(text)” is \(dayFirst.long) or \(monthFirst.long), and nothing in the file says which: "
                        + "write \(dayFirst)"
                )
            }
        }
        throw MeetingDataFault("“\(text)” is not a real date")
    }

    /// `31/12/2009`, `31-12-2009` or `31.12.2009`, as three numbers.
    private static func numbers(_ text: String) -> (first: Int, second: Int, year: Int)? {
        let parts = text.split(omittingEmptySubsequences: false) { "/-.".contains($0) }
        guard parts.count == 3, (1...2).contains(parts[0].count), (1...2).contains(parts[1].count),
            [2, 4].contains(parts[2].count), let first = Int(parts[0]), let second = Int(parts[1]),
            let year = Int(parts[2])
        else { return nil }
        return (first, second, year)
    }

    /// The date, and what stands after it and looks like a time: `2009-12-31T18:30:00`, `31/12/2009 6.30 pm`.
    private static func halves(_ cell: String) -> (date: String, time: String?) {
        let cell = cell.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        if cell.utf8.count > 11, Day(cell.prefix(10)) != nil, cell.dropFirst(10).first == "T" {
            return (String(cell.prefix(10)), String(cell.dropFirst(11)))
        }
        guard let space = cell.firstIndex(of: " "), cell[..<space].contains(where: { "/-.".contains($0) }) else {
            return (cell, nil)
        }
        return (String(cell[..<space]), String(cell[cell.index(after: space)...]))
    }

    /// As `ClockTime` reads one, with seconds that must be none.
    static func time(_ text: String) -> ClockTime? {
        var text = text
        if text.hasSuffix("Z") { return nil }
        if text.split(separator: ":").count == 3, text.hasSuffix(":00") { text.removeLast(3) }
        return ClockTime(text) ?? ClockTime(typed: text)
    }
}

extension String {
    fileprivate func trimmingSuffix(_ suffix: String) -> String {
        hasSuffix(suffix) ? String(dropLast(suffix.count)) : self
    }
}
