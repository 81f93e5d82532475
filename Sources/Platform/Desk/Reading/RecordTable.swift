internal import Kernel
internal import Ledger
internal import Records
internal import Store
internal import Web

/// Every version of every record of a kind as a table, a column for each key of a file.
struct RecordTable {
    let kind: Kind

    init(_ kind: Kind) { self.kind = kind }

    /// The table, and which restricted records it shows.
    func csv(_ tx: Transaction, _ registry: Registry, for reader: Reader) throws -> (bytes: [UInt8], shown: [Shown]) {
        let shelf = RecordShelf(tx, registry), records = reader.shown(try shelf.records(of: kind))
        let shown = kind.isRestricted ? records.flatMap { kind.shown($0.id, named: shelf.name(of: $0)) } : []
        return (Web.csv(header, records.map(row)), shown)
    }

    var header: [String] {
        ["id", "version"] + kind.fields.map(\.name) + ["from", "until", "as-at", "provenance", "source", "note"]
    }

    func row(_ record: Record) -> [String] {
        [record.id, String(record.version)] + record.values.map(\.plain)
            + [
                record.period.from?.description ?? "", record.period.until?.description ?? "",
                record.period.attested?.description ?? "",
                record.provenance.rawValue, record.sources.map(\.description).joined(separator: "; "),
                record.note ?? "",
            ]
    }
}
