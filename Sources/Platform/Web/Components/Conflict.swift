/// That somebody else changed a record while it was being edited: what it says now beside what was typed.
public struct Conflict: Sendable {
    /// One field in which the two differ.
    public struct Row: Sendable {
        let label: String
        let now: String
        let typed: String

        public init(label: String, now: String, typed: String) {
            (self.label, self.now, self.typed) = (label, now, typed)
        }
    }

    let rows: [Row]

    /// - Parameter rows: The fields in which the two differ.
    public init(rows: [Row]) { self.rows = rows }

    /// What stands above the form that was sent, which keeps everything typed.
    public var html: HTML {
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
        return "\(GovUK.warningText(warning))\(differences)<p class=\"govuk-body\">\(advice)</p>\n"
    }
}
