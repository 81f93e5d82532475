internal import Kernel
internal import Records
internal import Store
internal import Web

/// Every version of every record of a kind as a table, a column for each key of a file.
struct RecordTable {
    let kind: Kind

    init(_ kind: Kind) { self.kind = kind }

    func csv(_ tx: Transaction, _ registry: Registry) throws -> [UInt8] {
        Web.csv(header, try RecordShelf(tx, registry).records(of: kind).map(row))
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
