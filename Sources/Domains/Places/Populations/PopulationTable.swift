import Kernel
import Tables

/// How many people of each age lived in each small area on a day. Read whole, or not at all.
struct PopulationTable: Sendable {
    /// One small area's people: 91 counts, for ages 0 to 89 and for 90 and over.
    struct Entry: Sendable, Equatable {
        let smallArea: String
        let persons: [Int]
    }

    /// The oldest age counted, which stands for itself and every age above.
    static let oldest = 90
    /// The headings of the counts: `0` to `89`, then `90+`.
    static let ageColumns = (0..<oldest).map(String.init) + ["\(oldest)+"]
    /// More than any small area holds: what is above it is a slip of the keys.
    static let personsMax = 1_000_000

    let day: Day
    let entries: [Entry]

    /// - Parameters:
    /// - columns: the headings of the small areas' codes and, where there is one, of the row's total, which is checked.
    ///   - known: the small areas that the look-up holds; others cannot be summed to any ward, and are refused.
    init(
        reading bytes: [UInt8], file: String, day: Day, columns: (smallArea: String, total: String?),
        known: Set<String>,
        limits: TableLimits = .standard
    ) throws(TableProblems) {
        self.day = day
        let needed = [columns.smallArea] + (columns.total.map { [$0] } ?? []) + Self.ageColumns
        var lines: [String: Int] = [:]
        entries = try TableProblems.collecting(bytes, file: file, needing: needed, limits: limits) {
            (row) throws(TableProblem) in
            let code = try row.text(columns.smallArea, max: 20)
            guard known.contains(code) else {
                throw row.problem(columns.smallArea, "\(code) is not in the look-up of small areas")
            }
            if let line = lines.updateValue(row.line, forKey: code) {
                throw row.problem(columns.smallArea, "\(code) is on line \(line) already")
            }
            let persons = try Self.persons(row)
            if let total = columns.total { try Self.check(total, persons, row) }
            return Entry(smallArea: code, persons: persons)
        }
    }

    private static func persons(_ row: TableRow) throws(TableProblem) -> [Int] {
        var persons: [Int] = []
        persons.reserveCapacity(ageColumns.count)
        for column in ageColumns {
            guard let count = try row.optionalInteger(column, 0...personsMax) else {
                throw row.problem(column, "A value is needed here")
            }
            persons.append(count)
        }
        return persons
    }

    private static func check(_ column: String, _ persons: [Int], _ row: TableRow) throws(TableProblem) {
        let sum = persons.reduce(0, +)
        guard let total = try row.optionalInteger(column, 0...(personsMax * ageColumns.count)) else {
            throw row.problem(column, "A value is needed here")
        }
        guard total == sum else { throw row.problem(column, "The total is \(total), and the ages sum to \(sum)") }
    }
}
