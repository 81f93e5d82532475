import Cast
import Doors
import Foundation
import Kernel
import Ledger
import Records
import Store
import Testing

@_spi(Workflows) @testable import Places

@Suite("Leeds in the database", .serialized)
struct PlacesDatabaseTests {
    @Test("rule PL-12: loading again changes nothing, and says nothing in the ledger", arguments: Engine.allForTests)
    func again(engine: Engine) async throws {
        let leeds = try await LeedsHouse(on: engine)
        let figures = try DataFolder(LeedsFiles.folder.path).figures(placing: try LeedsFiles.areas())
        let load = LoadFigures(figures)
        // What was written before is sealed by itself, at some moment; here it must be before the first look.
        try await Ledger(store: leeds.store).seal()
        let head = try await Ledger(store: leeds.store).head().mark
        #expect(try await leeds.store.read { tx in try load.changes(in: tx) } == [])
        #expect(try await leeds.store.write { tx in try load.perform(by: .keyboard, at: LeedsHouse.now, in: tx) } == [])
        #expect(try await Ledger(store: leeds.store).head().mark == head)
    }

    @Test("a stranger may look and not load", arguments: Engine.allForTests)
    func access(engine: Engine) async throws {
        let leeds = try await LeedsHouse(on: engine)
        _ = try await leeds.ask("/places", by: .stranger)
        let load = LoadFigures(Figures(place: "leeds", isHeld: true))
        await #expect(throws: Refusal.notFound) {
            try await leeds.store.write { tx in try load.perform(by: .stranger, at: LeedsHouse.now, in: tx) }
        }
    }

    /// Summed apart, with a script over the same files.
    @Test("people by ward, committee's area, wedge and city", arguments: Engine.allForTests)
    func population(engine: Engine) async throws {
        let leeds = try await LeedsHouse(on: engine)
        let expected: [(String, Int, Int)] = [
            ("ward-armley", 25_200, 25_561), ("ward-kirkstall", 21_692, 22_046), ("area-west-inner", 46_446, 46_819),
            ("area-north-west-inner", 99_209, 100_208), ("leeds", 793_139, 798_786),
        ]
        for (area, first, second) in expected {
            let view = try await leeds.store.read { tx in try AreaView(ID(area), tx, on: LeedsHouse.day) }
            #expect(view.population.counts.map { $0.total(AgeBand.all[6]) } == [first, second], "\(area)")
        }
        let wedge = try await leeds.store.read { tx in try AreaView(ID("wedge-west"), tx, on: LeedsHouse.day) }
        #expect(wedge.population.counts.map { $0.total(AgeBand.all[4]) } == [28_551, 28_800])
        #expect(wedge.population.count(for: LeedsHouse.day) == nil)
        let city = try await leeds.store.read { tx in try AreaView(ID("leeds"), tx, on: Day(2020, 1, 1)!) }
        #expect(city.population.count(for: Day(2020, 1, 1)!)?.total(AgeBand.all[4]) == 194_280)
    }

    /// Counted apart, with a script over the same file.
    @Test("settings counted by state, as the period itself says", arguments: Engine.allForTests)
    func states(engine: Engine) async throws {
        let leeds = try await LeedsHouse(on: engine)
        let register = try LeedsFiles.register()
        for (year, open, perhaps, closed, notYet) in [
            (1995, 15, 335, 263, 158), (2009, 40, 250, 360, 121), (2024, 306, 0, 465, 0),
        ] {
            let day = year == 2009 ? LeedsHouse.day : Day(year, 1, 1)!
            let tally = try await leeds.store.read { tx in try tx.settingTally(on: day) }
            #expect(OpenState.allCases.map { tally.all.count($0) } == [open, perhaps, closed, notYet])
            let lines = try await leeds.store.read { tx in try tx.settings(on: day) }
            #expect(lines.count == 771)
            let states = Dictionary(
                uniqueKeysWithValues: register.settings.map { ($0.id, OpenState(of: $0.period, on: day)) })
            #expect(lines.allSatisfy { states[$0.id.text] == $0.state })
        }
    }

    @Test("a setting that changed is counted once, as it was on the day", arguments: Engine.allForTests)
    func versions(engine: Engine) async throws {
        let leeds = try await LeedsHouse(on: engine), policy = leeds.house.policy
        let registry = Registry(PlacesKinds.all, invariants: PlacesInvariants.all)
        func version(_ number: Int, _ from: Day?, _ until: Day?, _ type: String) -> Record {
            record(
                Setting.kind, "park", version: number, from: from, until: until,
                ["name": "Park", "type": .text(type), "ward": "ward-armley"])
        }
        let both = [
            version(1, Day(1990, 1, 1), Day(2000, 1, 1), "middle"), version(2, Day(2000, 1, 1), nil, "primary"),
        ]
        try await leeds.store.write { tx in
            try ImportRecords(Book(both), from: "test", registry: registry)
                .perform(by: .keyboard, under: policy, at: LeedsHouse.now, on: LeedsHouse.day, in: tx)
            return ()
        }
        for (year, type) in [(1999, "middle"), (2000, "primary"), (2009, "primary")] {
            let lines = try await leeds.store.read { tx in
                try tx.settings(SettingFilter(ward: ID("ward-armley")), on: Day(year, 1, 1)!).filter {
                    $0.name == "Park"
                }
            }
            #expect(lines.map(\.type) == [type])
            #expect(lines.map(\.state) == [.open])
        }
        let before = try await leeds.store.read { tx in
            try tx.settings(SettingFilter(ward: ID("ward-armley")), on: Day(1989, 1, 1)!).filter { $0.name == "Park" }
        }
        #expect(before.map(\.state) == [.notYet])
    }
}
