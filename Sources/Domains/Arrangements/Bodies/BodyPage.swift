import Doors
import Kernel
import Partners
import Records
import Web

/// One body: its purpose and terms, who sits on it and who has come, where it reports, what is wrong with it.
struct BodyPage {
    let view: BodyView
    /// Nil while the check is being worked out.
    let findings: [Finding]?
    let request: Request

    var page: Page {
        Page(
            title: view.body.name, caption: Body.types.label(of: view.body.type),
            breadcrumbs: [Link("Home", request.link("/")), Link("Bodies", request.link("/bodies"))],
            body: """
                \(tags)\(summary)\(contents)\(SubjectPiece.wrong(findings, request))\
                \(BodyTermsPage(view: view, request: request).html)\
                \(BodySeatsPage(view: view, request: request).html)\
                \(BodyAttendancePage(view: view, request: request).html)\
                \(BodyLinesPage(view: view, request: request).html)\(remits)\(decisions)\(concerns)\
                \(request.recordLinks(Body.kind, view.id, name: view.body.name))
                """)
    }

    private var tags: HTML {
        var tags: [HTML] = []
        if let office = view.body.office { tags.append(GovUK.tag(Body.statutory.label(of: office), .blue)) }
        if view.body.isOfTrust { tags.append(GovUK.tag("Part of the children's trust", .turquoise)) }
        switch view.record.provenance {
        case .absence: tags.append(GovUK.tag("Said to be lacking", .red))
        case .proposed: tags.append(GovUK.tag("Proposed", .purple))
        case .assumption: tags.append(GovUK.tag("Assumption", .yellow))
        default: break
        }
        return .when(!tags.isEmpty, Piece.paragraph(HTML.joined(tags, by: " ")))
    }

    private var summary: HTML {
        var rows: [GovUK.SummaryRow] = []
        func add(_ key: String, _ value: HTML?) { if let value { rows.append(GovUK.SummaryRow(key, value)) } }
        add("What it is for", view.terms.current?.record.text("purpose").map { "\($0)" } ?? "No purpose is recorded")
        add("Short name", view.body.short.map { "\($0)" })
        add("Works at", view.record.text("level").map { "\(Body.levels.label(of: $0))" })
        add("Works for", view.area.map { request.way(to: $0, "area") })
        add("Hosted by", view.host.map { request.way(to: $0, "organisation") })
        add("Sub-group of", view.partOf.map { request.way(to: $0, "body") })
        add(
            "Its sub-groups",
            view.subGroups.isEmpty ? nil : HTML.joined(view.subGroups.map { request.way(to: $0, "body") }, by: "<br>"))
        add("Chair", chair)
        add("Meetings", request.way("When it meets, who came, what it decided", "/bodies/\(view.id)/meetings"))
        add("Chair appointed by", view.chairAppointedBy.map { request.way(to: $0, "organisation") })
        add(
            "Stands for",
            view.body.standsFor > 1 ? "\(view.body.standsFor) bodies, of which only the number is known" : nil)
        add("Source", Piece.source(view.record))
        add("Note", view.record.note.map { "\($0)" })
        return GovUK.summaryList(rows)
    }

    private var chair: HTML {
        guard let chair = view.seats.chair else {
            return
                """
                Nobody is recorded. \
                \(request.way("Add the chair's seat", "/records/seats/new?body=\(view.id)&role=chair"))
                """
        }
        let who: HTML =
            chair.holder.map { request.way(to: $0) } ?? "\(chair.seat.record.text("title") ?? chair.sectorWords)"
        let vacant: HTML = .when(chair.seat.standing == "vacant" || chair.isPostVacant, " \(GovUK.tag("Vacant", .red))")
        return "\(who)\(vacant)"
    }

    private var contents: HTML {
        let links = [
            ("wrong", "Findings"), ("terms", "Terms"), ("seats", "Seats"), ("attendance", "Attendance and size"),
            ("lines", "Lines"), ("concerns", "Concerns"),
        ]
        let items: [HTML] = links.map { "<a class=\"govuk-link\" href=\"#\($0)\">\($1)</a>" }
        return
            """
            <nav aria-label="On this page"><p class="govuk-body">On this page: \(HTML.joined(items, by: ", "))</p></nav>

            """
    }

    private var remits: HTML {
        let request = request
        let remits: [Column<BodyView.RemitRow>] = [
            Column("Function") { request.way(to: $0.function, "function") },
            Column("It") { "\(Remit.roles.label(of: $0.remit.role).lowercased())" },
            Column("Core?") { $0.remit.isCore ? "Core function" : "" },
            Column("Where") { row in row.area.map { request.way(to: $0, "area") } ?? "Everywhere it works" },
            Column("Source") { Piece.source($0.remit.record) },
        ]
        let reports: [Column<BodyView.ReportRow>] = [
            Column("On") { request.way(to: $0.function, "function") },
            .number("Reports") { $0.count.number },
            Column("Since") { row in row.count.since.map { "\($0)" } ?? "It was set up" },
            Column("Source") { Piece.source($0.count.record) },
        ]
        let add = request.wayToAdd("Say what it is there to do", Remit.kind, "body", view.id)
        let reported: HTML = .when(
            !view.reports.isEmpty, GovUK.table(caption: "Reports it has received", reports, view.reports))
        return Piece.section(
            "remit", "What it is there to do",
            """
            \(GovUK.table(
                    caption: "Remit", remits, view.remits, empty: "none is recorded. \(add)",
                    captionHidden: true))\(reported)
            """
        )
    }

    private var decisions: HTML {
        guard !view.decisions.isEmpty else { return .empty }
        let request = request
        let columns: [Column<BodyView.DecisionRow>] = [
            .text("Decision") { $0.decision.name },
            Column("On") { row in row.decision.on.map { "\($0)" } ?? "Not known" },
            .text("Minute") { $0.record.text("minute") ?? "" },
            Column("About") { HTML.joined($0.about.map { request.way(to: $0) }, by: ", ") },
            Column("Source") { Piece.source($0.record) },
        ]
        return Piece.section(
            "decisions", "What it decided",
            GovUK.table(caption: "Decisions", columns, view.decisions, captionHidden: true))
    }

    private var concerns: HTML {
        ConcernsAboutPage(concerns: view.concerns, about: Named(view.id, view.body.name), request: request).html
    }
}
