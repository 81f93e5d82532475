internal import Kernel
public import Store

extension Transaction {
    /// Everything there is, in one book, each kind by identifier and version. One scan a table, by position.
    public func loadBook(_ registry: Registry) throws -> Book {
        var byKind: [String: [Record]] = [:]
        for kind in registry.kinds {
            var rows = RecordRows(kind), records: [Record] = []
            try each("SELECT \(raw: kind.columnList) FROM \(raw: kind.table) ORDER BY id, version") {
                records.append(rows.record($0))
            }
            if !records.isEmpty { byKind[kind.name] = records }
        }
        return Book(byKind: byKind)
    }
}
