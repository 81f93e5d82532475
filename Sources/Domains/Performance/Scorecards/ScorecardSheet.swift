import Needs
import Sheets

extension Scorecard {
    static let sheetType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

    /// What its page shows, for a spreadsheet: figures as numbers with the decimals they were published with.
    var sheet: Sheet {
        let columns = paper.columns
        let figures = Set(["Value", "Target", "England"] + scope.places.dropFirst().map { places[$0] ?? $0.text })
        return Sheet(
            title, columns,
            paper.rows.map { row in
                zip(columns, row).map { column, text in
                    if text.isEmpty { return .empty }
                    guard figures.contains(column), let amount = Amount(published: text) else { return .text(text) }
                    return .number(amount.double, decimals: amount.decimals)
                }
            })
    }
}
