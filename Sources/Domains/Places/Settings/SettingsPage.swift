import Doors
import Kernel
import Records
import Web

/// Every setting, to be narrowed by type, ward and state.
struct SettingsPage {
    let lines: [SettingLine]
    let page: PageOfSettings
    let filter: SettingFilter
    /// The wards that settings stand in, by name.
    let wards: [AreaSummary]
    let names: AreaNames
    let request: Request

    var whole: Page {
        let request = request, query = query
        return Page(
            title: "Settings", breadcrumbs: [Link("Home", request.link("/")), Link("Places", request.link("/places"))],
            body: """
                \(panel)\(Pieces.paragraph("\(page.total) settings\(place)."))\
                \(Self.table(lines, names: names, request: request))\
                \(GovUK.pagination(page: page.number, of: page.count) { request.link("/settings?\(query)page=\($0)") })\
                \(Pieces.bullets([request.way("These settings (CSV)", "/settings.csv?\(query)")]))\(Pieces.perhaps)
                """)
    }

    /// Which page this is, when there are several.
    private var place: HTML { .when(page.count > 1, ", page \(page.number) of \(page.count)") }

    /// The filter as part of an address, ending in `&` when there is one.
    private var query: String {
        let pairs = [("type", filter.type), ("ward", filter.ward?.text), ("state", filter.state?.rawValue)]
        return pairs.compactMap { name, value in value.map { "\(name)=\(urlPart($0))&" } }.joined()
    }

    private var panel: HTML {
        let types = Setting.types.map { GovUK.Choice($0.value, $0.label) }
        let states = OpenState.allCases.map { GovUK.Choice($0.rawValue, $0.words) }
        let wards = wards.map { GovUK.Choice($0.id.text, $0.name) }
        return GovUK.filterPanel(
            "/settings", keeping: request.carried, clear: request.link("/settings"),
            """
            \(GovUK.select("type", label: "Type", types, chosen: filter.type, blank: "Any type"))\
            \(GovUK.select("ward", label: "Ward", wards, chosen: filter.ward?.text, blank: "Any ward"))\
            \(GovUK.select(
                "state", label: "On the day shown", states, chosen: filter.state?.rawValue, blank: "Any state"))
            """)
    }

    static func table(_ lines: [SettingLine], names: AreaNames, request: Request) -> HTML {
        let columns: [Column<SettingLine>] = [
            Column("Setting") { request.way(to: $0) },
            Column("Type") { "\(Setting.types.label(of: $0.type))" },
            Column("Ages") { "\($0.ages ?? "Not known")" },
            Column("Ward") { line in
                names[line.ward].map { request.way($0.name, "/places/\($0.id)") } ?? "Cannot be placed"
            },
            Column("On this day") { Pieces.tag($0.state) },
            Column("Dates") { "\($0.dates)" },
        ]
        return GovUK.table(caption: "Settings", columns, lines, empty: "none is held that fits.", captionHidden: true)
    }
}
