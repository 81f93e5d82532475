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

    /// What a tab may be called: 31 characters as spreadsheets count them, without those that mean something there.
    var tab: String {
        var kept = String.UnicodeScalarView(), length = 0
        for scalar in name.unicodeScalars where Sheet.isForTabs(scalar) {
            // Spreadsheets count what lies beyond the first plane as two.
            length += scalar.value > 0xFFFF ? 2 : 1
            guard length <= Sheet.tabMax else { break }
            kept.append(scalar)
        }
        let tab = String(kept)
        return tab.allSatisfy(\.isWhitespace) ? "Sheet" : tab
    }

    private static let tabMax = 31

    private static func isForTabs(_ scalar: Unicode.Scalar) -> Bool {
        isWritable(scalar) && !"[]:*?/\\'".unicodeScalars.contains(scalar)
            && scalar.properties.generalCategory != .control && !scalar.properties.isPatternWhitespace
            || scalar == " "
    }

    /// Whether XML has a place for a character at all.
    static func isWritable(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x9, 0xA: true
        case ..<0x20, 0xFFFE, 0xFFFF: false
        default: true
        }
    }
}
