/// A column of rows that are added together.
public struct RowColumn: Sendable {
    public enum Kind: String, Sendable { case integer = "bigint", text }

    let name: String
    let kind: Kind

    public static func integer(_ name: String) -> RowColumn { RowColumn(name: name, kind: .integer) }
    public static func text(_ name: String) -> RowColumn { RowColumn(name: name, kind: .text) }
}

extension Transaction {
    /// Adds many rows in few statements, without waiting for their outcome, as `send` does.
    ///
    /// SQLite is given rows of values, as many as it may be bound at once. PostgreSQL is given each column as one
    /// array: a statement of thousands of rows is bound, planned and checked once.
    /// - Parameters:
    ///   - table: The table's name, from code.
    ///   - rows: Each with a value, or null, for every column in order.
    public func add(to table: String, _ columns: [RowColumn], _ rows: [[SQLBinding]]) throws {
        let names = columns.map(\.name).joined(separator: ", ")
        let size = engine == .sqlite ? max(1, 1_000 / columns.count) : 5_000
        for start in stride(from: 0, to: rows.count, by: size) {
            let some = rows[start..<min(rows.count, start + size)]
            let source: SQL = engine == .sqlite ? Self.values(some) : try Self.arrays(some, columns)
            try send("INSERT INTO \(raw: table) (\(raw: names)) \(sql: source)")
        }
    }

    private static func values(_ rows: ArraySlice<[SQLBinding]>) -> SQL {
        let pieces: [SQL] = rows.map { row in "(\(sql: .joined(row.map { "\($0)" }, by: ", ")))" }
        return "VALUES \(sql: .joined(pieces, by: ", "))"
    }

    private static func arrays(_ rows: ArraySlice<[SQLBinding]>, _ columns: [RowColumn]) throws -> SQL {
        let pieces: [SQL] = try columns.indices.map { index in
            "\(try array(rows, index))::\(raw: columns[index].kind.rawValue)[]"
        }
        return "SELECT * FROM unnest(\(sql: .joined(pieces, by: ", ")))"
    }

    /// One column as PostgreSQL reads an array.
    private static func array(_ rows: ArraySlice<[SQLBinding]>, _ index: Int) throws -> String {
        var text = "{"
        text.reserveCapacity(rows.count * 12)
        var isFirst = true
        for row in rows {
            if !isFirst { text += "," }
            isFirst = false
            switch row[index] {
            case .null: text += "NULL"
            case .integer(let number): text += String(number)
            case .text(let words):
                text += "\""
                if words.utf8.contains(where: { $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "\\") }) {
                    for letter in words.unicodeScalars {
                        if letter == "\"" || letter == "\\" { text += "\\" }
                        text.unicodeScalars.append(letter)
                    }
                } else {
                    text += words
                }
                text += "\""
            default: throw StoreError(.statement, "Rows are added of whole numbers and text only")
            }
        }
        return text + "}"
    }
}
