import Doors
import Kernel
import Web

/// The city: its map, its wedges, committees' areas and wards, and its settings counted.
struct PlacesPage {
    let view: PlacesView
    let request: Request

    var page: Page {
        Page(
            title: "Places", breadcrumbs: [Link("Home", request.link("/"))],
            body: view.cities.isEmpty
                ? nothing : "\(introduction)\(map)\(areas)\(clusters)\(settings)\(unplaced)\(downloads)")
    }

    private var nothing: HTML {
        """
        \(Pieces.paragraph("No places are held on this day."))\
        \(Pieces.paragraph("Load some: <code class=\"tc-code\">thinkchild import examples/leeds/data</code>"))
        """
    }

    private var introduction: HTML {
        let (wedges, committees, wards) = (
            view.tree.all("wedge").count, view.tree.all("committee-area").count, view.tree.all("ward").count
        )
        let counts: HTML = "\(wedges) wedges, \(committees) area committees' areas and \(wards) wards"
        let cities: [HTML] = view.cities.map { "\(request.way(to: $0)): \(counts)." }
        let missing: HTML = .when(wards == 0, Pieces.paragraph("\(wardDays)."))
        return "\(Pieces.paragraph(HTML.joined(cities, by: " ")))\(missing)"
    }

    private var wardDays: String {
        view.firstWardDay.map { "The first of the wards that are held was first used on \($0.long)" }
            ?? "No wards are held"
    }

    private var map: HTML {
        let request = request
        let picture = WardMapPicture(
            map: view.map, id: "map", title: "Map of the wards",
            description:
                """
                Each ward is numbered as in the table below, coloured by its wedge, and within its committee's \
                heavy line.
                """,
            href: { request.link("/places/\($0.id)") })
        guard let svg = picture.svg else {
            return Pieces.section(
                "map-title", "Map", Pieces.paragraph("No boundaries are held for the wards of this day."))
        }
        let columns: [Column<WardMap.Shape>] = [
            Column("Ward") { "\($0.number) \(request.way(to: $0.ward))" },
            Column("Committee's area") { request.way(to: $0.committee) },
            Column("Wedge") { request.way(to: $0.wedge) },
            Column("Code") { "\($0.ward.code)" },
        ]
        return Pieces.section(
            "map-title", "Map", "\(svg.html)\(GovUK.table(caption: "The wards of the map", columns, view.map.shapes))")
    }

    private var areas: HTML {
        let request = request, tree = view.tree
        let columns: [Column<AreaSummary>] = [
            Column("Area") { request.way(to: $0) },
            Column("Type") { "\($0.typeWords)" },
            Column("Within") { request.way(to: tree.ancestors(of: $0.id).first) },
            Column("Wards", numeric: true) { "\(tree.wards(within: $0.id).count)" },
        ]
        let drawn = Set(view.map.shapes.map(\.ward.id))
        let undrawn = tree.all("ward").filter { !drawn.contains($0.id) }
        let wards = GovUK.table(caption: "Wards without a boundary", columns, undrawn)
        let larger = tree.all("wedge") + tree.all("committee-area")
        return Pieces.section(
            "areas", "Wedges and committees' areas",
            """
            \(GovUK.table(caption: "Wedges and committees' areas", columns, larger, captionHidden: true))\
            \(HTML.when(!undrawn.isEmpty, wards))
            """)
    }

    private var clusters: HTML {
        let request = request
        let columns: [Column<AreaSummary>] = [Column("Cluster") { request.way(to: $0) }]
        let held = view.tree.all("cluster")
        return Pieces.section(
            "clusters", "Clusters",
            held.isEmpty
                ? Pieces.paragraph("\(Pieces.noClusters)")
                : GovUK.table(caption: "Clusters", columns, held, captionHidden: true))
    }

    private var settings: HTML {
        let hasCentres = view.tally.rows.contains { $0.type == "childrens-centre" }
        return Pieces.section(
            "settings", "Settings",
            """
            \(Pieces.tally(view.tally, caption: "Settings by type, on the day shown"))\(Pieces.perhaps)\
            \(HTML.when(!hasCentres, Pieces.paragraph("\(Pieces.noCentres)")))\
            \(Pieces.paragraph(request.way("See all settings", "/settings")))
            """)
    }

    private var unplaced: HTML {
        let request = request
        let columns: [Column<SettingLine>] = [
            Column("Setting") { request.way(to: $0) },
            Column("On this day") { Pieces.tag($0.state) },
            Column("Why") { "\($0.note ?? "No ward is given")" },
        ]
        return .when(
            !view.unplaced.isEmpty,
            Pieces.section(
                "unplaced", "Settings that cannot be placed",
                GovUK.table(
                    caption: "\(view.unplaced.count) settings stand in no ward that is held", columns, view.unplaced)))
    }

    private var downloads: HTML {
        Pieces.section(
            "files", "As files",
            Pieces.bullets([
                request.way("Areas (CSV)", "/places.csv"), request.way("Settings (CSV)", "/settings.csv"),
                request.way("Settings by type (CSV)", "/places/settings-by-type.csv"),
                request.way("Map (SVG)", "/places/map.svg"),
            ]))
    }
}
