import Doors
import Kernel
import Partners
import Records
import Web

/// The parts of a post's page that this room adds.
struct PostHerePage {
    let here: PostHere
    let post: Named
    /// Nil while the check is being worked out.
    let findings: [Finding]?
    let request: Request

    var first: HTML { SubjectPiece.wrong(findings, request) }

    var more: HTML {
        """
        \(SubjectPiece.seats(here.seats, empty: "it holds none that is recorded.", request))\(lines)\(owned)\
        \(ConcernsAboutPage(concerns: here.concerns, about: post, request: request).html)
        """
    }

    private var lines: HTML {
        guard !here.reportedTo.isEmpty || !here.reports.isEmpty else { return .empty }
        return Piece.section(
            "bodies", "Bodies and their lines",
            """
            \(table(
                    "Bodies that report to it",
                    here.reportedTo))\(table("Where it reports as a body's chair", here.reports))
            """
        )
    }

    private func table(_ caption: String, _ rows: [PostHere.LineRow]) -> HTML {
        let request = request
        let columns: [Column<PostHere.LineRow>] = [
            Column("Where") { row in row.other.map { request.way(to: $0) } ?? "Nobody can say" },
            Column("In what way") { "\(ReportingLine.types.label(of: $0.line.type)) \(Piece.tag($0.line.record))" },
            Column("Source") { Piece.source($0.line.record) },
        ]
        return .when(!rows.isEmpty, GovUK.table(caption: caption, columns, rows))
    }

    private var owned: HTML {
        .when(
            !here.owned.isEmpty,
            Piece.section(
                "owns", "Programmes and projects it answers for", Piece.bullets(here.owned.map { request.way(to: $0) }))
        )
    }
}

/// The parts of an organisation's page that this room adds.
struct OrganisationHerePage {
    let here: OrganisationHere
    let organisation: Named
    /// Nil while the check is being worked out.
    let findings: [Finding]?
    let request: Request

    var first: HTML { SubjectPiece.wrong(findings, request) }

    var more: HTML {
        """
        \(SubjectPiece.seats(here.seats, empty: "it has none that is recorded.", request))\(absences)\(hosted)\
        \(ConcernsAboutPage(concerns: here.concerns, about: organisation, request: request).html)
        """
    }

    private var absences: HTML {
        guard !here.absences.isEmpty else { return .empty }
        let request = request
        let columns: [Column<OrganisationHere.Away>] = [
            Column("Body") { request.way(to: $0.body, "body") },
            .text("Has not come for") { $0.absence.words },
            Column("Source") { Piece.source($0.absence.record) },
        ]
        return Piece.section(
            "absences", "Where it has not come",
            GovUK.table(caption: "Absences", columns, here.absences, captionHidden: true))
    }

    private var hosted: HTML {
        .when(
            !here.hosted.isEmpty,
            Piece.section("hosts", "Bodies it hosts", Piece.bullets(here.hosted.map { request.way(to: $0, "body") })))
    }
}

/// The parts of a function's page that this room adds.
struct FunctionHerePage {
    let here: FunctionHere
    let function: Named
    /// Nil while the check is being worked out.
    let findings: [Finding]?
    let request: Request

    var first: HTML { SubjectPiece.wrong(findings, request) }

    var more: HTML {
        """
        \(remits)\(judgements)\(projects)\(ConcernsAboutPage(
            concerns: here.concerns, about: function, request: request).html)
        """
    }

    private var remits: HTML {
        let request = request
        let columns: [Column<FunctionHere.RemitRow>] = [
            Column("Body") { request.way(to: $0.body, "body") },
            Column("It") { "\(Remit.roles.label(of: $0.remit.role).lowercased())" },
            Column("Core?") { $0.remit.isCore ? "Core function" : "" },
            Column("Source") { Piece.source($0.remit.record) },
        ]
        let add = request.wayToAdd("Say which body deals with it", Remit.kind, "function", function.id)
        return Piece.section(
            "bodies", "Bodies that deal with it",
            GovUK.table(caption: "Remits", columns, here.remits, empty: "none is recorded. \(add)", captionHidden: true)
        )
    }

    private var judgements: HTML {
        let columns: [Column<Judgement>] = [
            .text("Judgement") { $0.record.text("name") ?? $0.id.text },
            Column("Published") { judgement in judgement.published.map { "\($0)" } ?? "Not known" },
            Column("Verdict") { FunctionHerePage.verdict($0.verdict) },
            .text("What it found") { $0.record.text("finding") ?? "" },
            Column("Source") { Piece.source($0.record) },
        ]
        return Piece.section(
            "judgements", "How it was judged",
            GovUK.table(
                caption: "Judgements", columns, here.judgements, empty: "none is recorded by this day.",
                captionHidden: true))
    }

    private static func verdict(_ verdict: String) -> HTML {
        let words = Judgement.verdicts.label(of: verdict)
        switch verdict {
        case "adverse": return GovUK.tag(words, .red)
        case "mixed": return GovUK.tag(words, .orange)
        case "favourable": return GovUK.tag(words, .green)
        default: return GovUK.tag(words, .grey)
        }
    }

    private var projects: HTML {
        .when(
            !here.projects.isEmpty,
            Piece.section("projects", "Improvement projects", Piece.bullets(here.projects.map { request.way(to: $0) })))
    }
}

/// What the pages of a post, an organisation and a function share.
enum SubjectPiece {
    static func seats(_ seats: [PostHere.SeatRow], empty: HTML, _ request: Request) -> HTML {
        let columns: [Column<PostHere.SeatRow>] = [
            Column("Body") { request.way(to: $0.body, "body") },
            Column("As") { "\(Seat.roles.label(of: $0.seat.role))" },
            .text("Seat") { $0.seat.record.text("title") ?? "" },
            Column("Standing") { row in
                if row.seat.record.provenance == .proposed { return GovUK.tag("Proposed", .purple) }
                guard row.seat.standing != "lacking", row.seat.record.standing == .holds else {
                    return GovUK.tag("Said to be lacking", .red)
                }
                return row.seat.standing == "vacant" ? GovUK.tag("Vacant", .red) : "Filled"
            },
            Column("Source") { Piece.source($0.seat.record) },
        ]
        return Piece.section(
            "seats", "Seats on bodies", GovUK.table(caption: "Seats", columns, seats, empty: empty, captionHidden: true)
        )
    }

    /// - Parameter findings: nil while the check is being worked out.
    static func wrong(_ findings: [Finding]?, _ request: Request) -> HTML {
        guard let findings else {
            return Piece.section("wrong", "What is wrong", Piece.paragraph("The check is being worked out."))
        }
        let none = Piece.paragraph(
            "The check finds nothing wrong with it on this day. That is not to say that all is known of it.")
        return Piece.section(
            "wrong", "What is wrong",
            findings.isEmpty ? none : FindingsListPage(findings: findings, request: request, namesSubject: false).folded
        )
    }
}
