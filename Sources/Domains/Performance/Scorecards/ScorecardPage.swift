import Doors
import Kernel
import Needs
import Partners
import Plan
import Statistics
import Web

/// Many indicators at once: where each stands, where it should be, which way it goes.
struct ScorecardPage {
    let card: Scorecard
    /// Those of the body that it may be drawn for.
    let meetings: [GovUK.Choice]
    let seen: PerformanceSight
    let request: Request

    var page: Page {
        let off = card.rows.count { $0.rating == .offTarget }, stale = card.rows.count(where: \.isStale)
        let counted =
            "\(card.rows.count) indicators on \(card.on.long): \(off) off target, \(stale) with stale data."
        return Page(
            title: card.title,
            breadcrumbs: [Link("Home", request.link("/"))]
                + (card.scope == Scope() ? [] : [Link("Performance", request.link("/performance"))]),
            wide: true,
            body: """
                \(Piece.paragraph("\(counted)"))\(examples)\
                \(later)\(table)\(said)\(ways)
                """)
    }

    /// A figure that was not there on the day must not be taken for one that was.
    private var later: HTML {
        let count = card.rows.count(where: \.isBroughtLater)
        let words = """
            \(count) of the figures were brought after \(card.on.long), and stand as they were brought. All others \
            stand as they were known on the day.
            """
        return .when(count > 0, Piece.paragraph("\(words)"))
    }

    /// A target that nobody set must not be taken for one that somebody did.
    private var examples: HTML {
        let count = card.rows.count(where: \.indicator.isExample)
        let words = """
            The figures are as published. \(count == card.rows.count ? "The" : "\(count) of the") targets, their steps \
            and tolerances, and who answers, were made for an example: nobody agreed them.
            """
        return .when(count > 0, GovUK.insetText("\(words)"))
    }

    private var table: HTML {
        var columns: [Column<ScorecardRow>] = [
            Column("Indicator") { row in
                request.way(
                    row.indicator.code.map { "\($0) \(row.indicator.name)" } ?? row.indicator.name,
                    "/indicators/\(row.indicator.id)")
            },
            .text("Period") { $0.cells.first?.latest?.label ?? "" },
            Column("Value", numeric: true) { "\($0.words($0.cells.first?.latest) ?? "No figure")" },
            .text("Unit") { $0.unit ?? "" },
            Column("Target", numeric: true) { "\($0.targetWords)" },
            Column("Rating") { Self.tag($0.rating) },
            .text("Direction") { $0.cells.first?.travel?.words() ?? "" },
        ]
        for (index, place) in card.scope.places.enumerated().dropFirst() {
            let name = card.places[place] ?? place.text
            columns.append(Column(name, numeric: true) { "\($0.words($0.cells[index].latest) ?? "No figure")" })
        }
        columns += [
            Column("England", numeric: true) { "\($0.words($0.england) ?? "")" },
            .text("Against England") { $0.gap?.words() ?? "" },
            .text("Variation") { $0.variation },
            Column("Owner") { row in row.owner.map { request.way(to: $0, "post") } ?? "Nobody named" },
            Column("Priority") { row in row.priority.map { request.way($0.name, "/priorities/\($0.id)") } ?? "" },
        ]
        return GovUK.table(
            caption: "Indicators", columns, card.rows,
            empty: "none is \(seen.isWriter ? "held yet: add one below" : "published").", captionHidden: true)
    }

    /// Narratives stand beneath the table: in a cell they could not be read.
    private var said: HTML {
        let rows = card.rows.filter { $0.shownNarrative != nil || !$0.note.isEmpty }
        let items: [HTML] = rows.map { row in
            let told = row.shownNarrative
            let words: HTML = .when(
                told != nil, " \(told?.text ?? "") (\(row.author?.name ?? ""), \(told?.period ?? ""))")
            let action: HTML = .when(told?.action != nil, " Action: \(told?.action ?? "")")
            let note: HTML = .when(!row.note.isEmpty, " <span class=\"tc-quiet\">\(row.note)</span>")
            return "<strong>\(row.indicator.name).</strong>\(words)\(action)\(note)"
        }
        return .when(!items.isEmpty, Piece.section("said", "What is said of them", Piece.bullets(items)))
    }

    private var ways: HTML {
        let query = card.scope.query.isEmpty ? "" : "?\(card.scope.query)"
        var ways = [
            request.way("As CSV", "/performance.csv\(query)"),
            request.way("As a spreadsheet (XLSX)", "/performance.xlsx\(query)"),
            request.way("As a document to print (PDF)", "/performance.pdf\(query)"),
            request.way("The national indicators of 2008 to 2011", "/performance/national"),
        ]
        if seen.isWriter { ways.append(request.way("Add an indicator", "/records/indicators/new")) }
        return Piece.section("more", "More", Piece.bullets(ways) + freeze)
    }

    private var freeze: HTML {
        guard seen.isWriter, !card.rows.isEmpty else { return .empty }
        let hidden = card.scope.pairs.map { GovUK.hidden($0.name, $0.value) }
        return GovUK.form(
            "/performance/freeze",
            """
            \(hidden)\(GovUK.hidden("on", "\(card.on)"))\
            \(Piece.hint("What everybody may see of it is kept: unpublished indicators and small counts are not."))\
            \(.when(!meetings.isEmpty, GovUK.select(
                "meeting", label: "For its meeting", meetings, chosen: nil, blank: "No meeting in particular")))\
            \(GovUK.button("Freeze this scorecard"))
            """)
    }

    static func tag(_ rating: Rating) -> HTML {
        let colour: GovUK.TagColour =
            switch rating {
            case .onTarget: .green
            case .near: .yellow
            case .offTarget: .red
            case .noTarget, .noFigure, .notRated: .grey
            }
        return GovUK.tag(rating.words, colour)
    }
}

extension Scope {
    /// What an address says of it.
    var pairs: [(name: String, value: String)] {
        [("body", body), ("priority", priority), ("post", post)].compactMap { name, value in value.map { (name, $0) } }
            + places.map { ("place", $0.text) }
    }

    var query: String { pairs.map { "\($0.name)=\($0.value)" }.joined(separator: "&") }

    /// - Throws: `.invalid` for what is no identifier, or no code of a place.
    init(_ fields: Fields) throws(Refusal) {
        self.init()
        var problems: [Problem] = []
        func id(_ name: String) -> String? {
            guard let text = fields.text(name) else { return nil }
            if ID<Scope>(checking: text) == nil { problems.append(Problem(name, "\(text) is no identifier")) }
            return text
        }
        body = id("body")
        priority = id("priority")
        post = id("post")
        for text in fields.all("place") where !text.isEmpty {
            guard let code = PlaceCode(checking: text) else {
                problems.append(Problem("place", "\(text) is no code of a place"))
                continue
            }
            if !places.contains(code) { places.append(code) }
        }
        guard problems.isEmpty else { throw .invalid(problems) }
    }
}
