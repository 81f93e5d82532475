import App
import Cast
import Doors
import Foundation
import Kernel
import Records
import Store
import Testing
import Web

@testable import Performance

/// A house with Leeds in it, filled through the terminal's own verbs.
struct ExampleHouse: Sendable {
    static let now = PerformanceHouse.now(on: PerformanceHouse.day("2026-02-01"))
    let building = Building()
    let house: House

    init(on engine: Engine) async throws {
        let store = try await freshStore(on: engine)
        try await store.migrate(building.schemas)
        house = building.house(over: store, settings: HouseSettings(councilName: "The council"))
    }

    /// A path in `examples/leeds`.
    static func leeds(_ path: String) -> String { Golden.root.appending(path: "examples/leeds/\(path)").path }

    @discardableResult
    func says(_ verb: String, _ words: [String]) async throws -> String {
        let verb = try #require(building.verbs.first { $0.name == verb })
        return try await verb.run(words, caller: .keyboard, now: Self.now, house: house).text
    }

    func take(_ file: String, _ mapping: String) async throws {
        _ = try await says("import", [file, "--mapping", mapping, "--yes"])
    }

    /// What somebody without standing is answered.
    func reply(_ path: String) async throws -> Reply {
        let halves = path.split(separator: "?", maxSplits: 1).map(String.init)
        guard case .route(let route, let parameters) = Router(building.routes).find(.get, halves[0]) else {
            throw Refusal.notFound
        }
        let today = PerformanceHouse.day("2026-02-01")
        var request = Request(
            caller: .stranger, now: Self.now, today: today, path: halves[0], parameters: parameters)
        if halves.count > 1 { request.query = try Fields(parsing: halves[1].utf8) }
        return try await route.answer(request, house)
    }

    func text(_ path: String) async throws -> String {
        switch try await reply(path) {
        case .page(let page, _): return page.title + page.body.string
        case .json(let bytes, _), .csv(let bytes, _), .svg(let bytes): return String(decoding: bytes, as: UTF8.self)
        default: return ""
        }
    }

    /// A scorecard's figures in its first place, by indicator; a mark where there is none.
    func figures(_ path: String) async throws -> [String: String] {
        struct Card: Decodable {
            struct Row: Decodable {
                let id: String
                let places: [Place]
            }
            struct Place: Decodable {
                let value: String?
                let mark: String?
            }
            let indicators: [Row]
        }
        let card = try JSONDecoder().decode(Card.self, from: Data(try await text(path).utf8))
        return Dictionary(
            card.indicators.map { ($0.id, $0.places.first.flatMap { $0.value ?? $0.mark } ?? "") }
        ) { first, _ in first }
    }
}
