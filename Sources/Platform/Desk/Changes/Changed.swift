internal import Kernel
internal import Records
internal import Web

/// What a record says now, after somebody else changed it: for a form that asks for none of its fields.
struct Changed: Sendable {
    /// One thing that it says.
    struct Row: Sendable {
        let label: String
        let now: String
    }

    let rows: [Row]

    init(_ record: Record, _ words: ValueWords) {
        let said = zip(record.kind.fields, record.values).filter { $0.1 != .none }
        rows =
            said.map { Row(label: $0.label, now: words.text($1, of: $0)) }
            + [Row(label: "Held", now: record.period.words)]
    }

    var html: HTML {
        let columns: [Column<Row>] = [.text("Field") { $0.label }, .text("Says") { $0.now }]
        return GovUK.table(caption: "What it says now", columns, rows)
    }
}
