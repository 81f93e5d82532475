import Doors
import Kernel
import Web

/// One area: where it lay and what lay within it, its people, and its settings.
struct AreaPage {
    let view: AreaView
    /// The settings of the page asked for.
    let lines: [SettingLine]
    let page: PageOfSettings
    let request: Request

    private var path: String { "/places/\(view.id)" }

    var whole: Page {
        let above = view.ancestors.reversed().map { Link($0.name, request.link("/places/\($0.id)")) }
        return Page(
            title: view.area.name, caption: Area.types.label(of: view.area.type),
            breadcrumbs: [Link("Home", request.link("/")), Link("Places", request.link("/places"))] + above,
            body: """
                \(standing)\(summary)\(map)\(within)\(PopulationPage(view: view, request: request).section)\(settings)\
                \(clusters)\(history)\(request.recordLinks(Area.kind, view.id.text, name: view.area.name))
                """)
    }

    /// Said when it was not certainly there on the day.
    private var standing: HTML {
        switch view.held {
        case .yes: .empty
        case .unknown:
            GovUK.insetText("No source held says that this area was there on \(request.on), or that it was not.")
        case .no:
            GovUK.insetText(
                "This area was not there on \(request.on). What follows is what was last said of it."
            )
        }
    }

    private var summary: HTML {
        var rows = [GovUK.SummaryRow("Within", ancestors)]
        if let code = view.area.code { rows.append(GovUK.SummaryRow("Code", "\(code)")) }
        if let old = view.record.text("old-code") { rows.append(GovUK.SummaryRow("Older code", "\(old)")) }
        rows.append(GovUK.SummaryRow("Held", "\(AreaPage.days(view.record.period))"))
        rows.append(GovUK.SummaryRow("Source", Pieces.source(view.record)))
        if let note = view.record.note { rows.append(GovUK.SummaryRow("Note", "\(note)")) }
        return GovUK.summaryList(rows)
    }

    private var ancestors: HTML {
        if view.ancestors.isEmpty {
            return view.area.type == "city" ? "Nothing: it is the city" : "Nothing that is held on this day"
        }
        return HTML.joined(view.ancestors.map { request.way(to: $0) }, by: ", ")
    }

    private var map: HTML {
        let request = request
        guard view.area.type != "cluster", view.map.shapes.contains(where: \.isMarked) else { return .empty }
        let picture = WardMapPicture(
            map: view.map, id: "map", title: "Map: \(view.area.name)",
            description:
                "The wards of \(view.area.name) are coloured and numbered; the rest is grey. They are listed below.",
            href: { request.link("/places/\($0.id)") })
        return Pieces.section("map-title", "Map", picture.svg?.html ?? .empty)
    }

    private var within: HTML {
        let request = request
        guard view.area.type != "ward" else { return .empty }
        let columns: [Column<AreaSummary>] = [
            Column("Area") { request.way(to: $0) }, Column("Type") { "\($0.typeWords)" },
            Column("Code") { "\($0.code)" },
        ]
        let direct = GovUK.table(
            caption: "Directly within it", columns, view.children, empty: "no area is held as within it on this day.")
        let deeper = view.wards.filter { ward in !view.children.contains { $0.id == ward.id } }
        let wards = GovUK.table(caption: "Wards within these", columns, deeper)
        return Pieces.section("within", "Within it", "\(direct)\(HTML.when(!deeper.isEmpty, wards))")
    }

    private var settings: HTML {
        let (path, request) = (path, request)
        let centres: HTML = .when(
            !view.tally.rows.contains { $0.type == "childrens-centre" }, Pieces.paragraph("\(Pieces.noCentres)"))
        return Pieces.section(
            "settings", "Settings",
            """
            \(Pieces.tally(view.tally, caption: "Settings by type, on the day shown"))\(Pieces.perhaps)\(centres)\
            \(SettingsPage.table(lines, names: view.names, request: request))\
            \(GovUK.pagination(page: page.number, of: page.count) { request.link("\(path)?page=\($0)#settings") })\
            \(Pieces.bullets([request.way("Settings (CSV)", path + "/settings.csv"),
                request.way("Settings by type (CSV)", path + "/settings-by-type.csv")]))
            """)
    }

    private var clusters: HTML {
        let held = view.children.contains { $0.type == "cluster" }
        return .when(
            view.area.type != "cluster" && !held,
            Pieces.section("clusters", "Clusters", Pieces.paragraph("\(Pieces.noClusters)")))
    }

    private var history: HTML {
        let request = request
        guard view.history.count > 1 else { return .empty }
        let columns: [Column<AreaView.Stretch>] = [
            Column("When") { "\(AreaPage.days($0.record.period))" }, Column("Within") { request.way(to: $0.within) },
            Column("Note") { "\($0.record.note)" }, Column("Source") { Pieces.source($0.record) },
        ]
        return Pieces.section(
            "moves", "What it was within, over time",
            GovUK.table(caption: "Moves", columns, view.history, captionHidden: true))
    }

    /// `10 June 2004 to 2 May 2018`: the last day is the last on which it held.
    static func days(_ period: Period) -> String {
        let start =
            period.from?.long ?? period.attested.map { "Not known since when; said to be there on \($0.long)" }
            ?? "Not known since when"
        guard let until = period.until else { return period.from == nil ? start : "From \(start)" }
        let last = until.adding(days: -1).long
        return period.from == nil ? "\(start); until \(last)" : "\(start) to \(last)"
    }
}
