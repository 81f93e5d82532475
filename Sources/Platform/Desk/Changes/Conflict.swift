internal import Kernel
internal import Records
internal import Web

/// That somebody else changed a record while it was being edited: what it says now beside what was typed.
struct Conflict: Sendable {
    /// One field in which the two differ.
    struct Row: Sendable {
        let label: String
        let now: String
        let typed: String
    }

    let rows: [Row]

    /// What stands above the form that was sent, which keeps everything typed.
    var html: HTML {
        let columns: [Column<Row>] = [
            .text("Field") { $0.label },
            Column("What it says now") { $0.now.isEmpty ? "<span class=\"tc-quiet\">Not said</span>" : "\($0.now)" },
            Column("What you typed") { $0.typed.isEmpty ? "<span class=\"tc-quiet\">Not said</span>" : "\($0.typed)" },
        ]
        let differences = GovUK.table(
            caption: "Where what you typed differs from what it says now", columns, rows,
            empty: "nowhere. The other change says the same as yours.")
        let warning: HTML =
            "Somebody else changed this record while you were editing it. Nothing of yours has been saved yet, or lost."
        let advice: HTML =
            "What you typed is still in the form below. Put it right where the other change should stand, then save."
        return "\(GovUK.warningText(warning))\(differences)\(Piece.paragraph(advice))"
    }
}

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
