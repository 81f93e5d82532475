import Kernel

/// Reads a day in the styles that publishers in England use: `2024-03-31`, `31/03/2024`, `31 March 2024` (`31-Mar-24`).
/// The day stands before the month, as in England: 03/31/2024 is no day.
enum DayReader {
    static func day(_ text: some StringProtocol) -> Day? {
        if let day = Day(text) { return PeriodReader.years.contains(day.year) ? day : nil }
        let parts = String(text).split { $0 == "/" || $0 == "-" || $0 == " " || $0 == "." }.map(String.init)
        guard parts.count == 3, let number = whole(parts[0], digitsMax: 2), let year = year(parts[2]) else {
            return nil
        }
        guard let month = whole(parts[1], digitsMax: 2) ?? PeriodReader.month(parts[1]) else { return nil }
        return Day(year, month, number)
    }

    private static func whole(_ text: String, digitsMax: Int) -> Int? {
        guard !text.isEmpty, text.utf8.count <= digitsMax, text.utf8.allSatisfy({ (48...57).contains($0) }) else {
            return nil
        }
        return Int(text)
    }

    /// Of two digits the nearest to now that a file of statistics would mean: 1970 to 2069.
    private static func year(_ text: String) -> Int? {
        if let year = PeriodReader.year(text) { return year }
        guard text.utf8.count == 2, let number = whole(text, digitsMax: 2) else { return nil }
        return number < 70 ? 2000 + number : 1900 + number
    }
}
