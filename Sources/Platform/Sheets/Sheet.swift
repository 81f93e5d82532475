/// A table as a spreadsheet holds it: numbers as numbers, words as words.
///
/// Words are never taken for a formula, whatever sign they begin with: they are written as strings, which no
/// spreadsheet runs.
public struct Sheet: Sendable, Equatable {
    /// What one cell holds.
    public enum Cell: Sendable, Equatable {
        case empty
        case text(String)
        /// As many decimals as it is shown with.
        case number(Double, decimals: Int)
    }

    /// On its tab.
    public let name: String
    public let heading: [String]
    public let rows: [[Cell]]

    /// The most that a spreadsheet holds of each.
    public static let rowsMax = 1_048_575, columnsMax = 16_384, textMax = 32_767

    public init(_ name: String, _ heading: [String], _ rows: [[Cell]]) {
        (self.name, self.heading, self.rows) = (name, heading, rows)
    }

    /// What a tab may be called: 31 characters, without those that mean something there.
    var tab: String {
        let allowed = name.filter { !"[]:*?/\\'".contains($0) && !$0.isNewline }.prefix(31)
        return allowed.allSatisfy(\.isWhitespace) ? "Sheet" : String(allowed)
    }
}
