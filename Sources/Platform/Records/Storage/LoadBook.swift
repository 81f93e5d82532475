internal import Kernel
internal import Sealing
public import Store

extension Transaction {
    /// Everything there is, in one book, each kind by identifier and version. One scan a table, by position.
    /// - Parameter isOpening: Whether what is sealed is opened.
    public func loadBook(_ registry: Registry, isOpening: Bool = true) throws -> Book {
        let opener = Opener(self)
        var byKind: [String: [Record]] = [:]
        for kind in registry.kinds {
            var rows = RecordRows(kind), records: [Record] = []
            try each("SELECT \(raw: kind.columnList) FROM \(raw: kind.table) ORDER BY id, version") {
                records.append(rows.record($0))
            }
            if isOpening, !kind.sealed.isEmpty { records = try records.map { try $0.opened(by: opener) } }
            if !records.isEmpty { byKind[kind.name] = records }
        }
        return Book(byKind: byKind)
    }
}
