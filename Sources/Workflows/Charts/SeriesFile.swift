import Foundation
import Kernel
import Statistics
import Tables

/// Series in a CSV file: `period` with `value`, or with `numerator` and `denominator`; `series` where there are
/// several.
enum SeriesFile {
    /// - Throws: `Refusal` for a file that is not there, or cells that are not numbers, all at once.
    static func read(_ path: String) throws(Refusal) -> [(name: String, series: [Observed])] {
        guard let bytes = FileManager.default.contents(atPath: path) else {
            throw .invalid([Problem("file", "\(path) cannot be read")])
        }
        var reader: TableReader
        do throws(TableProblem) { reader = try TableReader(Array(bytes), file: path, needing: ["period"]) } catch {
            throw .invalid([error.problem])
        }
        var names: [String] = [], series: [String: [Observed]] = [:], problems: [Problem] = []
        while let row = reader.next() {
            do throws(TableProblem) {
                let row = try row.get()
                if series[row["series"]] == nil { names.append(row["series"]) }
                series[row["series"], default: []].append(try observed(row))
            } catch { problems.append(error.problem) }
        }
        guard problems.isEmpty else { throw .invalid(problems) }
        return names.map { ($0, series[$0] ?? []) }
    }

    private static func observed(_ row: TableRow) throws(TableProblem) -> Observed {
        if let whole = try number("denominator", row) {
            guard let part = try number("numerator", row) else { return Observed(row["period"], .missing) }
            return Observed(row["period"], .count(part, of: whole))
        }
        return Observed(row["period"], try number("value", row).map { .value($0) } ?? .missing)
    }

    /// Nil where the cell is empty: what is missing is missing.
    private static func number(_ column: String, _ row: TableRow) throws(TableProblem) -> Double? {
        guard !row[column].isEmpty else { return nil }
        guard let number = Double(row[column]), number.isFinite else {
            throw row.problem(column, "\(row[column].prefix(40)) is not a number")
        }
        return number
    }
}
