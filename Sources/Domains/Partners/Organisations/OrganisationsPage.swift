import Doors
import Kernel
import Records
import Web

/// Which organisations a list is to show.
struct OrganisationAsk: Sendable, Hashable {
    var sector: String?
    var type: String?
    /// A category of relevant partner, of Board partner, or of body bound by section 11.
    var relevantPartner: String?
    var boardPartner: String?
    var words = ""
    var after: String?
}

/// Some of the organisations of a day, by name.
struct OrganisationList: Sendable {
    let organisations: [Organisation]
    let records: [Record]
    let next: String?

    static let pageSize = 100

    init(_ ask: OrganisationAsk, in reading: DayBook, limit: Int = pageSize) throws {
        let page = try reading.page(
            of: Organisation.kind, where: ask.fields, words: ask.words, after: ask.after, limit: limit)
        records = page.records
        organisations = page.records.map(Organisation.init)
        next = page.next
    }
}

/// The organisations of a day, by name, with the three statutory lists kept apart.
struct OrganisationsPage {
    let list: OrganisationList
    let ask: OrganisationAsk
    let request: Request

    var page: Page {
        Page(
            title: "Organisations", breadcrumbs: [Link("Home", request.link("/"))],
            body: """
                \(filter)\(table)\(Piece.turning(
                    list.next, path: "/organisations", query: ask.query, isFirst: ask.after == nil, request))\(formats)
                """)
    }

    private var filter: HTML {
        func select(_ name: String, _ label: String, _ choices: [Choice], _ chosen: String?) -> HTML {
            GovUK.select(
                name, label: label, choices.map { GovUK.Choice($0.value, $0.label) }, chosen: chosen, blank: "Any")
        }
        return GovUK.filterPanel(
            "/organisations", title: "Narrow the list", keeping: request.carried,
            clear: ask == OrganisationAsk() ? nil : request.link("/organisations"),
            """
            <div class="tc-columns">
            \(GovUK.textInput("words", label: "Words in its name", value: ask.words))\
            \(select("sector", "Sector", Organisation.sectors, ask.sector))\
            \(select("type", "Kind", Organisation.types, ask.type))\
            \(select("relevant-partner", "Relevant partner", StatutoryLists.relevantPartners, ask.relevantPartner))\
            \(select("board-partner", "Board partner", StatutoryLists.boardPartners, ask.boardPartner))
            </div>
            """)
    }

    private var table: HTML {
        let request = request
        let columns: [Column<Organisation>] = [
            Column("Organisation") { request.way(to: Named($0.id.text, $0.name), "organisation") },
            .text("Kind") { Organisation.types.label(of: $0.type) },
            .text("Sector") { Organisation.sectors.label(of: $0.sector) },
            Column("Relevant partner (section 10)") { $0.cooperation.isEmpty ? "" : "Yes" },
            Column("Safeguarding duty (section 11)") { $0.safeguardingDuty.isEmpty ? "" : "Yes" },
            Column("Board partner (section 13)") { $0.boardPartner.isEmpty ? "" : "Yes" },
        ]
        let add = request.way("Add an organisation", "/records/organisations/new")
        let empty: HTML =
            ask == OrganisationAsk()
            ? "none is recorded for this day. \(add), or import a file." : "none fits what was asked."
        return
            """
            \(GovUK.table(
                    caption: "Organisations", columns, list.organisations, empty: empty,
                    captionHidden: true))\(Piece.paragraph(add))
            """
    }

    private var formats: HTML {
        let query = ask.query.isEmpty ? "" : "?" + ask.query.dropLast()
        return Piece.paragraph(
            """
            \(request.way("This list as a table (CSV)", "/organisations.csv\(query)")), or \
            \(request.way("JSON", "/api/v1/organisations")).
            """
        )
    }
}

extension OrganisationAsk {
    /// - Throws: `.invalid` naming what makes no sense.
    init(_ fields: Fields) throws(Refusal) {
        sector = try fields.choice("sector", of: Organisation.sectors)
        type = try fields.choice("type", of: Organisation.types)
        relevantPartner = try fields.choice("relevant-partner", of: StatutoryLists.relevantPartners)
        boardPartner = try fields.choice("board-partner", of: StatutoryLists.boardPartners)
        words = String((fields.text("words") ?? "").prefix(200))
        after = fields.text("after").flatMap { ID<Organisation>(checking: $0)?.text }
    }

    fileprivate var pairs: [(String, String)] {
        [("sector", sector), ("type", type), ("relevant-partner", relevantPartner), ("board-partner", boardPartner)]
            .compactMap { name, value in value.map { (name, $0) } }
    }

    fileprivate var fields: [String: String] { Dictionary(uniqueKeysWithValues: pairs) }

    var query: String {
        (pairs + (words.isEmpty ? [] : [("words", words)])).map { "\($0)=\(urlPart($1))&" }.joined()
    }
}
