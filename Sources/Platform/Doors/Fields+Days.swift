public import Kernel
public import Web

extension Fields {
    /// A date as it was typed, to be shown again.
    public func typedDay(_ name: String) -> TypedDay {
        if let whole = first(name), let day = Day(typed: whole) { return TypedDay(day) }
        return TypedDay(
            day: first(name + "-day") ?? "", month: first(name + "-month") ?? "", year: first(name + "-year") ?? "")
    }

    /// The day that was answered: in three fields (`from-day`, `from-month`, `from-year`) or in one (`from`).
    /// Nil when nothing was.
    ///
    /// - Parameter label: what the date is called, to begin a sentence: "The start date".
    /// - Throws: `Refusal.invalid` when what was typed is not a day.
    public func day(_ name: String, label: String) throws(Refusal) -> Day? {
        if let whole = text(name) {
            guard let day = Day(typed: whole) else {
                throw .invalid([Problem(name, "\(label) must be a day, such as 31 12 2009")])
            }
            return day
        }
        let parts = ["day", "month", "year"].map { text("\(name)-\($0)") }
        if parts.allSatisfy({ $0 == nil }) { return nil }
        if let missing = zip(["day", "month", "year"], parts).first(where: { $0.1 == nil })?.0 {
            throw .invalid([Problem(name, "\(label) must include a \(missing)")])
        }
        guard let day = Day(typed: parts.compactMap(\.self).joined(separator: " ")) else {
            throw .invalid([Problem(name, "\(label) must be a real date, such as 31 12 2009")])
        }
        return day
    }
}

extension Day {
    /// Reads a day as people type one: `2009-12-31`, `31/12/2009`, `31 12 2009`, `31 December 2009`, `31 Dec 2009`.
    public init?(typed text: String) {
        let text = text.trimmed
        guard text.utf8.count <= 40, text.first?.isASCII == true, text.first?.isNumber == true else { return nil }
        if let day = Day(text) { self = day; return }
        let parts = text.split { " /.-".contains($0) }
        guard parts.count == 3, let day = Day.number(parts[0]), let year = Day.number(parts[2]),
            parts[2].utf8.count == 4,
            let month = Day.number(parts[1]) ?? Day.month(named: parts[1])
        else { return nil }
        self.init(year, month, day)
    }

    private static func number(_ text: Substring) -> Int? {
        text.utf8.count <= 4 && text.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
            ? Int(text) : nil
    }

    /// 1 for January, by its whole name or at least three letters of it.
    private static func month(named text: Substring) -> Int? {
        let names = [
            "january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
            "november",
            "december",
        ]
        guard text.count >= 3 else { return nil }
        return names.firstIndex { $0.hasPrefix(text.lowercased()) }.map { $0 + 1 }
    }
}
