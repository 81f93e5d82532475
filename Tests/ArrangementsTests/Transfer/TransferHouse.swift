import App
import Cast
import Doors
import Foundation
import Kernel
import Records
import Store
import Testing

@testable import Workflows

/// A house with nothing in it, and the verbs by which files go in and out.
struct TransferHouse {
    static let now = Date(timeIntervalSince1970: 1_262_260_800)  // 31 December 2009, 12:00

    let building = Building()
    let house: House

    init(on engine: Engine = .sqlite) async throws {
        let store = try await freshStore(on: engine)
        try await store.migrate(building.schemas)
        house = building.house(over: store, settings: HouseSettings(councilName: "Leeds City Council"))
    }

    /// Runs a verb as the terminal would, answering whatever it asks.
    func run(_ verb: String, _ arguments: [String], answering answer: Bool = false) async throws -> VerbOutput {
        var house = house
        house.terminal = Terminal(ask: { _ in answer }, say: { _ in })
        let found = try #require(building.verbs.first { $0.name == verb })
        return try await found.run(arguments, caller: .keyboard, now: Self.now, house: house)
    }

    func book() async throws -> Book {
        let registry = building.registry
        return try await house.store.read { try $0.loadBook(registry) }
    }

    static func leeds(_ names: String...) -> [String] { names.map { Leeds.folder + "/" + $0 } }
}
