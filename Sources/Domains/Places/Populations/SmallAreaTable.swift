import Kernel
import Tables

/// Which ward each small area lies in, for a time. Read whole: one bad row and nothing of the file is taken,
/// since a sum over part of a look-up would be wrong and look right.
struct SmallAreaTable: Sendable {
    /// One small area, by its GSS code, and the ward it lies in.
    struct Entry: Sendable, Equatable {
        let code: String
        let ward: String
    }

    let entries: [Entry]
    let period: Period

    /// - Parameters:
    ///   - columns: the headings of the small areas' codes and of the wards'.
    ///   - wards: the identifier of each ward, by its code.
    init(
        reading bytes: [UInt8], file: String, columns: (smallArea: String, ward: String), period: Period,
        wards: [String: String], limits: TableLimits = .standard
    ) throws(TableProblems) {
        self.period = period
        var lines: [String: Int] = [:]
        entries = try TableProblems.collecting(
            bytes, file: file, needing: [columns.smallArea, columns.ward], limits: limits
        ) {
            (row) throws(TableProblem) in
            let code = try row.text(columns.smallArea, max: 20), wardCode = try row.text(columns.ward, max: 20)
            guard let ward = wards[wardCode] else {
                throw row.problem(columns.ward, "No ward that is held has the code \(wardCode)")
            }
            if let line = lines.updateValue(row.line, forKey: code) {
                throw row.problem(columns.smallArea, "\(code) is on line \(line) already")
            }
            return Entry(code: code, ward: ward)
        }
    }

    /// The ward of each small area.
    var wards: [String: String] { Dictionary(uniqueKeysWithValues: entries.map { ($0.code, $0.ward) }) }
}
