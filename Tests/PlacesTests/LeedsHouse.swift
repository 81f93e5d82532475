import App
import Cast
import Doors
import Foundation
import Kernel
import Ledger
import Records
import Store

@_spi(Workflows) @testable import Places

/// A house with Leeds in it: its areas, settings and figures, as an import would leave them.
struct LeedsHouse {
    static let now = Date(timeIntervalSince1970: 1_262_260_800)
    static let day = Day(2009, 12, 31)!

    let house: House
    var store: Store { house.store }

    init(on engine: Engine) async throws {
        let building = Building()
        let store = try await freshStore(on: engine)
        try await store.migrate(building.schemas)
        house = building.house(
            over: store, settings: HouseSettings(councilName: "Leeds City Council", opensOn: Self.day))
        let book = try LeedsFiles.areas(), registry = building.registry, policy = house.policy
        let figures = try DataFolder(LeedsFiles.folder.path).figures(placing: book)
        var whole = book
        whole.set(each: figures.settings.map { [$0] })
        let records = ImportRecords(whole, from: "leeds", registry: registry)
        try await store.write { tx in
            try records.perform(by: .keyboard, under: policy, at: Self.now, on: Self.day, in: tx)
            _ = try LoadFigures(figures).perform(by: .keyboard, at: Self.now, in: tx)
        }
    }

    /// Asks as a browser would: the path and its query.
    func ask(_ address: String, by caller: Caller = .keyboard) async throws -> Reply {
        let halves = address.split(separator: "?", maxSplits: 1).map(String.init)
        let router = Router(PlacesRoutes.all + SettingRoutes.all)
        guard case .route(let route, let parameters) = router.find(.get, halves[0]) else { throw Refusal.notFound }
        let query = try Fields(parsing: Array((halves.count > 1 ? halves[1] : "").utf8))
        let request = Request(
            caller: caller, now: Self.now, today: Day(2026, 11, 22)!, path: halves[0], parameters: parameters,
            query: query)
        return try await route.answer(request, house)
    }

    func page(_ address: String) async throws -> String {
        guard case .page(let page, status: 200) = try await ask(address) else { throw Refusal.notFound }
        return page.body.string
    }

    func json(_ address: String) async throws -> [String: Any] {
        guard case .json(let bytes, status: 200) = try await ask(address) else { throw Refusal.notFound }
        return try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any] ?? [:]
    }

    /// A CSV file's lines, without its byte order mark.
    func csv(_ address: String) async throws -> [Substring] {
        guard case .csv(let bytes, _) = try await ask(address) else { throw Refusal.notFound }
        return String(decoding: bytes.dropFirst(3), as: UTF8.self).split(separator: "\r\n")
    }
}
