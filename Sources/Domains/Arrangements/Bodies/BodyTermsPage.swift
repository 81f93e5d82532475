import Doors
import Kernel
import Partners
import Records
import Web

/// The part of a body's page that tells its terms of reference: what they say, what is said to be missing, each
/// version.
struct BodyTermsPage {
    let view: BodyView
    let request: Request

    var html: HTML {
        Piece.section("terms", "Terms of reference", "\(current)\(versions)")
    }

    private var current: HTML {
        guard let terms = view.terms.current else {
            let add = request.wayToAdd("Add its terms of reference", Terms.kind, "body", view.id)
            return Piece.paragraph("No terms of reference are recorded for this day. \(add)")
        }
        let columns: [Column<TermsView.Part>] = [
            .text("The terms should say") { $0.title },
            Column("Do they?") { part in
                guard let said = part.said else { return "Nobody has judged" }
                let words = Terms.said.label(of: said)
                return part.isWanting ? GovUK.tag(words, .orange) : "\(words)"
            },
            .text("In short") { $0.words ?? "" },
        ]
        return """
            \(GovUK.summaryList(rows(terms)))\
            \(GovUK.table(caption: "What the terms say", columns, view.terms.parts))
            """
    }

    private func rows(_ terms: Terms) -> [GovUK.SummaryRow] {
        let record = terms.record
        var rows: [GovUK.SummaryRow] = []
        func add(_ key: String, _ value: HTML?) { if let value { rows.append(GovUK.SummaryRow(key, value)) } }
        add("Agreed", agreed(record))
        add("Members", terms.memberLimit.map { "\($0)" } ?? "No number is given")
        add("Quorum", terms.quorum.map { "\($0) members; attendees and advisers do not count" } ?? "No quorum is given")
        add("Escalates to", view.terms.escalatesTo.map { request.way(to: $0) })
        add(
            "To be reviewed by",
            record.day("review-by").map { day in
                day < request.on ? "\(day) \(GovUK.tag("Overdue", .orange))" : "\(day)"
            })
        add("Source", Piece.source(record))
        add("Note", record.note.map { "\($0)" })
        return rows
    }

    private func agreed(_ record: Record) -> HTML? {
        let day: HTML? = record.day("agreed").map { "\($0)" }
        let by: HTML? = view.terms.agreedBy.map { "by \($0.name)" }
        return day == nil && by == nil ? nil : HTML.joined([day, by].compactMap(\.self), by: ", ")
    }

    private var versions: HTML {
        guard view.terms.versions.count > 1 else { return .empty }
        let request = request
        let columns: [Column<Terms>] = [
            Column("From") { terms in
                let from = terms.record.period.from, attested = terms.record.period.attested
                let words: HTML = from.map { "\($0)" } ?? attested.map { "Not known; held on \($0)" } ?? "Not known"
                return words
            },
            Column("Until") { terms in terms.record.period.until.map { "\($0)" } ?? "" },
            .number("Members") { $0.memberLimit },
            .number("Quorum") { $0.quorum },
            Column("Source") { Piece.source($0.record) },
            Column("Record") { terms in
                request.way(
                    "History", "/records/\(Terms.kind.plural)/\(terms.id)/history", about: "of these terms of reference"
                )
            },
        ]
        return GovUK.table(caption: "Every version held", columns, view.terms.versions)
    }
}
