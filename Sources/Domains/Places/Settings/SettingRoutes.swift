import Doors
import Kernel
import Store
import Web

/// The ways in to settings, over HTTP.
enum SettingRoutes {
    static let all: [Route] = [
        Route(
            .get, "/settings", needs: .seePlaces, summary: "Every setting, narrowed as asked.", settings),
        Route(
            .get, "/settings.csv", needs: .seePlaces, summary: "Every setting, narrowed as on the page, as CSV.",
            settingsCSV),
        Route(
            .get, "/settings/:setting", needs: .seePlaces,
            summary: "One setting: where it stands, and when it was open.", setting),
        Route(
            .get, "/api/v1/places/settings", needs: .seePlaces,
            summary: "Settings, a hundred at a time.", settingsJSON),
        Route(
            .get, "/api/v1/settings/:setting/around", needs: .seePlaces,
            summary: "One setting on a day and where it is.", settingJSON),
    ]

    @Sendable private static func settings(_ request: Request, _ house: House) async throws -> Reply {
        let filter = try filter(request)
        let page = try await house.store.read { tx in
            let (lines, page) = try tx.page(request.page, of: filter, on: request.on)
            let names = AreaNames(try tx.areas())
            let wards = try tx.wardsOfSettings().compactMap { names[$0] }.sorted { ($0.name, $0.id) < ($1.name, $1.id) }
            return SettingsPage(lines: lines, page: page, filter: filter, wards: wards, names: names, request: request)
        }
        return .page(page.whole)
    }

    @Sendable private static func settingsCSV(_ request: Request, _ house: House) async throws -> Reply {
        let filter = try filter(request)
        let rows = try await house.store.read { tx in
            AreaTables.settings(try tx.settings(filter, on: request.on), names: AreaNames(try tx.areas()))
        }
        return .csv(csv(AreaTables.settingHeading, rows), filename: "settings-\(request.on).csv")
    }

    @Sendable private static func settingsJSON(_ request: Request, _ house: House) async throws -> Reply {
        let filter = try filter(request)
        let (lines, page) = try await house.store.read { tx in try tx.page(request.page, of: filter, on: request.on) }
        let body = SettingsJSON(
            on: request.on, total: page.total, page: page.number, pages: page.count,
            settings: lines.map { SettingJSON($0, on: request.on) })
        return .json(try body.jsonBytes())
    }

    private static func filter(_ request: Request) throws(Refusal) -> SettingFilter {
        let query = request.query
        return try SettingFilter(type: query.text("type"), ward: query.text("ward"), state: query.text("state"))
    }

    // MARK: One setting

    private static func view(_ request: Request, _ house: House) async throws -> SettingView {
        let id: ID<Setting> = try request.id("setting")
        return try await house.store.read { tx in
            guard let view = try SettingView(id, in: tx.placesShelf, on: request.on) else { throw Refusal.notFound }
            return view
        }
    }

    @Sendable private static func setting(_ request: Request, _ house: House) async throws -> Reply {
        .page(SettingPage(view: try await view(request, house), request: request).page)
    }

    @Sendable private static func settingJSON(_ request: Request, _ house: House) async throws -> Reply {
        let view = try await view(request, house)
        return .json(try SettingJSON(view.line, on: request.on, sources: view.record.sources).jsonBytes())
    }
}

extension Transaction {
    /// One page of the settings asked for, and which page it is.
    fileprivate func page(
        _ asked: Int, of filter: SettingFilter, on day: Day
    ) throws -> (lines: [SettingLine], page: PageOfSettings) {
        let total = try settingTally(filter, on: day).all.total, page = PageOfSettings(asked, of: total)
        return (try settings(filter, on: day, page: page.number), page)
    }
}
