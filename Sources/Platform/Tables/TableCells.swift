public import Kernel

extension TableRow {
    /// The text of a cell.
    /// - Throws: `TableProblem` when it is empty, or longer than `max` characters.
    public func text(_ column: String, max: Int = 200) throws(TableProblem) -> String {
        let text = self[column]
        guard !text.isEmpty else { throw problem(column, "A value is needed here") }
        guard text.count <= max else { throw problem(column, "This is longer than \(max) characters") }
        return text
    }

    /// The text of a cell, nil when it is empty.
    public func optionalText(_ column: String, max: Int = 200) throws(TableProblem) -> String? {
        self[column].isEmpty ? nil : try text(column, max: max)
    }

    /// A whole number, nil when the cell is empty. `8.0` is 8, as statistical packages write it; `8.5` is refused.
    public func optionalInteger(_ column: String, _ range: ClosedRange<Int>) throws(TableProblem) -> Int? {
        let text = self[column]
        if text.isEmpty { return nil }
        guard let number = TableRow.integer(text) else {
            throw problem(column, "\(quoted(text)) is not a whole number")
        }
        guard range.contains(number) else {
            throw problem(column, "\(number) is not between \(range.lowerBound) and \(range.upperBound)")
        }
        return number
    }

    /// A day written `31-12-2009`, as the registers of the Department for Education write one; nil when it is empty.
    public func optionalDayFirst(_ column: String) throws(TableProblem) -> Day? {
        let text = self[column]
        if text.isEmpty { return nil }
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.map(\.utf8.count) == [2, 2, 4], let day = Day("\(parts[2])-\(parts[1])-\(parts[0])") else {
            throw problem(column, "\(quoted(text)) is not a day such as 31-12-2009")
        }
        return day
    }

    /// `8`, `-8` or `8.0`; nil for anything else.
    public static func integer(_ text: some StringProtocol) -> Int? {
        var digits = Array(text.utf8)
        if digits.count > 2, digits.suffix(2) == [UInt8(ascii: "."), UInt8(ascii: "0")] { digits.removeLast(2) }
        guard !digits.isEmpty, digits.first != UInt8(ascii: "+"), digits.count <= 18 else { return nil }
        return Int(String(decoding: digits, as: UTF8.self))
    }

    /// What was found, cut short so that a message stays a line.
    private func quoted(_ text: String) -> String {
        text.count <= 40 ? "\u{201C}\(text)\u{201D}" : "\u{201C}\(text.prefix(40))…\u{201D}"
    }
}
