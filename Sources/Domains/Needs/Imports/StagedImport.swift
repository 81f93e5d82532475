public import Foundation
import Store

/// One import, staged or taken: what was read and what it came to.
public struct StagedImport: Sendable, Equatable {
    public let number: Int
    public let mapping: String
    public let file: String
    public let digest: String
    public let begunAt: Date
    public let begunBy: String
    /// The last import that had been taken when it was begun.
    let after: Int
    /// When its last row was read; nil while it is being read, or when that was broken off.
    let readAt: Date?
    public let takenAt: Date?
    public let takenBy: String?
    public let counts: Counts

    /// How many rows it had, and what became of the figures in them.
    public struct Counts: Sendable, Equatable {
        public var rows = 0
        public var added = 0
        public var changed = 0
        public var unchanged = 0
        public var refused = 0
        public var warned = 0
        var leftOut = 0

        /// The one line that an import ends with.
        public var sentence: String {
            "\(rows == 1 ? "1 row" : "\(rows) rows") read; figures: \(added) added, \(changed) changed, "
                + "\(unchanged) unchanged, \(refused) refused, \(warned) warned"
        }

        public var saysNothingNew: Bool { added == 0 && changed == 0 }
    }

    /// One remark on its rows.
    public struct Line: Sendable, Equatable {
        public let outcome: String
        /// The first line that it is said of.
        public let line: Int
        /// Of how many cells it is said.
        public let times: Int
        public let heading: String
        public let words: String
    }
}

extension StagedImport {
    static let columns: SQL = """
        number, mapping, file, digest, begun_at, begun_by, after, read_at, taken_at, taken_by, rows_read, added,
        changed, unchanged, refused, warned, left_out
        """

    init(_ row: Row) {
        let counts = Counts(
            rows: row.integer(10), added: row.integer(11), changed: row.integer(12), unchanged: row.integer(13),
            refused: row.integer(14), warned: row.integer(15), leftOut: row.integer(16))
        self.init(
            number: row.integer(0), mapping: row.text(1), file: row.text(2), digest: row.text(3),
            begunAt: row.instant(4), begunBy: row.text(5), after: row.integer(6), readAt: row.optionalInstant(7),
            takenAt: row.optionalInstant(8), takenBy: row.optionalText(9), counts: counts)
    }
}

extension Transaction {
    func stagedImport(_ number: Int) throws -> StagedImport? {
        try one("SELECT \(sql: StagedImport.columns) FROM needs_import WHERE number = \(number)").map(
            StagedImport.init)
    }

    /// The newest first, at most so many.
    func stagedImports(_ limit: Int) throws -> [StagedImport] {
        try rows("SELECT \(sql: StagedImport.columns) FROM needs_import ORDER BY number DESC LIMIT \(limit)").map(
            StagedImport.init)
    }

    func importLines(_ number: Int) throws -> [StagedImport.Line] {
        try rows(
            "SELECT outcome, line, times, heading, words FROM needs_import_line WHERE source = \(number) ORDER BY position"
        ).map {
            StagedImport.Line(
                outcome: $0.text(0), line: $0.integer(1), times: $0.integer(2), heading: $0.text(3), words: $0.text(4))
        }
    }

    func lastTakenImport() throws -> Int {
        try one("SELECT MAX(number) FROM needs_import WHERE taken_at IS NOT NULL")?.optionalInteger(0) ?? 0
    }
}
