import Doors
import Kernel
import Web

/// The ways in to places, over HTTP.
enum PlacesRoutes {
    static let all: [Route] = [
        see("/places", "The city: its map, its areas, its settings counted.", places),
        see("/places.csv", "Every area of a day, as CSV.", placesCSV),
        see("/places/map.svg", "The map of the wards of a day.", map),
        see("/places/settings-by-type.csv", "Settings counted by type and state, as CSV.", tallyCSV),
        see("/places/:area", "One area: what it lay within, its people, its settings.", area),
        see("/places/:area/areas.csv", "The areas directly within one, as CSV.", areasWithinCSV),
        see("/places/:area/population.csv", "The people of an area by year of age, as CSV.", populationCSV),
        see("/places/:area/settings.csv", "The settings of an area, as CSV.", settingsOfAreaCSV),
        see("/places/:area/settings-by-type.csv", "The settings of an area by type and state, as CSV.", tallyOfAreaCSV),
        see("/api/v1/areas", "Every area of a day.", areasJSON),
        see("/api/v1/areas/:area", "One area on a day.", areaJSON),
    ]

    private static func see(_ path: String, _ summary: String, _ handler: @escaping Route.Handler) -> Route {
        Route(.get, path, needs: .seePlaces, summary: summary, handler)
    }

    @Sendable private static func places(_ request: Request, _ house: House) async throws -> Reply {
        .page(PlacesPage(view: try await view(request, house), request: request).page)
    }

    @Sendable private static func placesCSV(_ request: Request, _ house: House) async throws -> Reply {
        let tree = try await house.store.read { tx in AreaTree(try tx.areas(), on: request.on) }
        let areas = Area.types.flatMap { tree.all($0.value) }
        return .csv(
            csv(AreaTables.areaHeading, AreaTables.areas(areas, in: tree)), filename: "places-\(request.on).csv")
    }

    @Sendable private static func map(_ request: Request, _ house: House) async throws -> Reply {
        let map = try await house.store.read { tx in
            WardMap(AreaTree(try tx.areas(), on: request.on), outlines: try tx.outlines())
        }
        let picture = WardMapPicture(
            map: map, id: "map", title: "Map of the wards on \(request.on.long)",
            description:
                "Each ward is numbered, coloured by its wedge, and within the heavy line of its committee's area.",
            href: nil)
        guard let svg = picture.svg else { throw Refusal.notFound }
        return .svg(svg.file)
    }

    @Sendable private static func tallyCSV(_ request: Request, _ house: House) async throws -> Reply {
        let tally = try await house.store.read { tx in try tx.settingTally(on: request.on) }
        return .csv(
            csv(AreaTables.tallyHeading, AreaTables.tally(tally)), filename: "settings-by-type-\(request.on).csv")
    }

    private static func view(_ request: Request, _ house: House) async throws -> PlacesView {
        try await house.store.read { tx in try PlacesView(tx, on: request.on) }
    }

    // MARK: One area

    private static func areaView(_ request: Request, _ house: House) async throws -> AreaView {
        let id: ID<Area> = try request.id("area")
        return try await house.store.read { tx in try AreaView(id, tx, on: request.on) }
    }

    @Sendable private static func area(_ request: Request, _ house: House) async throws -> Reply {
        let id: ID<Area> = try request.id("area")
        let (view, lines, page) = try await house.store.read { tx in
            let view = try AreaView(id, tx, on: request.on),
                page = PageOfSettings(request.page, of: view.tally.all.total)
            return (view, try tx.settings(view.filter, on: request.on, page: page.number), page)
        }
        return .page(AreaPage(view: view, lines: lines, page: page, request: request).whole)
    }

    @Sendable private static func areasWithinCSV(_ request: Request, _ house: House) async throws -> Reply {
        let view = try await areaView(request, house)
        return file(AreaTables.areaHeading, AreaTables.areas(view.children, in: view.tree), "areas", view)
    }

    @Sendable private static func populationCSV(_ request: Request, _ house: House) async throws -> Reply {
        let view = try await areaView(request, house)
        return file(
            AreaTables.populationHeading, AreaTables.population(view.population, of: view.id), "population", view)
    }

    @Sendable private static func settingsOfAreaCSV(_ request: Request, _ house: House) async throws -> Reply {
        let id: ID<Area> = try request.id("area")
        let (view, lines) = try await house.store.read { tx in
            let view = try AreaView(id, tx, on: request.on)
            return (view, try tx.settings(view.filter, on: request.on))
        }
        return file(AreaTables.settingHeading, AreaTables.settings(lines, names: view.names), "settings", view)
    }

    @Sendable private static func tallyOfAreaCSV(_ request: Request, _ house: House) async throws -> Reply {
        let view = try await areaView(request, house)
        return file(AreaTables.tallyHeading, AreaTables.tally(view.tally), "settings-by-type", view)
    }

    private static func file(_ heading: [String], _ rows: [[String]], _ name: String, _ view: AreaView) -> Reply {
        .csv(csv(heading, rows), filename: "\(view.id)-\(name)-\(view.tree.on).csv")
    }

    // MARK: JSON

    @Sendable private static func areasJSON(_ request: Request, _ house: House) async throws -> Reply {
        let tree = try await house.store.read { tx in AreaTree(try tx.areas(), on: request.on) }
        return .json(try AreasJSON(tree).jsonBytes())
    }

    @Sendable private static func areaJSON(_ request: Request, _ house: House) async throws -> Reply {
        .json(try AreaJSON(try await areaView(request, house)).jsonBytes())
    }
}
