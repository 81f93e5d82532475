import Cast
import Files
import Foundation
import Kernel
import Ledger
import Settings
import Store
import Testing

@_spi(Workflows) @testable import Needs

/// Files of figures, from reading to being held: NE-07 to NE-10.
struct ImportTests {
    static let heading = "time_period,new_la_code,region_code,country_code,la_name,region_name,country_name,"
    static let columns =
        "Referrals,Referrals_rate,Re_referrals,Re_referrals_percent,No_Further_Action,No_Further_Action_percent,"
        + "Not_in_Need,Not_in_Need_percent,Referrals_child,Referrals_child_rate,Re_referrals_child,"
        + "Re_referrals_child_percent\n"
    static func leeds(_ year: Int, reReferrals: String = "24.2") -> String {
        "\(year),E08000035,E12000003,E92000001,Leeds,Yorkshire and The Humber,England,9914,569.3,2399,"
            + "\(reReferrals),1167,11.8,4350,43.9,8727,501.2,1961,22.5\n"
    }
    static let measure = ID<Measure>("cin-re-referrals-percent"), place = PlaceCode("E08000035")

    @Test("A file is previewed, and nothing of it is seen until it is taken", arguments: Engine.allForTests)
    func previewed(engine: Engine) async throws {
        let house = try await NeedsHouse(on: engine)
        let staged = try await house.stage(Self.heading + Self.columns + Self.leeds(2024), "cin-referrals")
        #expect(staged.counts == .init(rows: 1, added: 12))
        let before = try await house.store.read { tx in try tx.observations(of: Self.measure, in: Self.place) }
        #expect(before.isEmpty)
        try await house.take(staged)
        let after = try await house.store.read { tx in try tx.observations(of: Self.measure, in: Self.place) }
        let figure = try #require(after.first)
        #expect(after.count == 1)
        #expect(figure.value == .amount(Amount(242, decimals: 1)))
        #expect(figure.numerator == 2399 && figure.denominator == 9914)
        #expect(figure.span == Span(Day(2023, 4, 1), Day(2024, 4, 1)))
        let area = try await house.store.read { tx in try tx.statisticalArea(Self.place) }
        #expect(area?.name == "Leeds" && area?.level == .authority && area?.within == PlaceCode("E12000003"))
        let held = try await house.store.read { tx in try tx.needsShelf.versions(of: Self.measure.text).last }
        #expect(held.map { Measure($0).polarity } == .low)
    }

    @Test(
        "A figure of a time that has not begun is taken, and a person is told: NE-10",
        arguments: [(2025, 0), (2026, 0), (2027, 12), (2054, 12)])
    func future(year: Int, warned: Int) async throws {
        let house = try await NeedsHouse(on: .sqlite)
        let staged = try await house.stage(Self.heading + Self.columns + Self.leeds(year), "cin-referrals")
        #expect(staged.counts == .init(rows: 1, added: 12, warned: warned))
        let said = try await house.store.read { tx in try tx.importLines(staged.number).map(\.words) }
        #expect(said.allSatisfy { $0.contains("had not begun on 24 November 2025") } && said.isEmpty == (warned == 0))
    }

    @Test("One fact says what was taken, with the file's SHA-256", arguments: Engine.allForTests)
    func oneFact(engine: Engine) async throws {
        let house = try await NeedsHouse(on: engine)
        let taken = try await house.take(Self.heading + Self.columns + Self.leeds(2024), "cin-referrals")
        let facts = try await house.store.read { tx in
            try tx.rows("SELECT sentence, record FROM ledger_fact WHERE name = 'needs.figures-imported'").map {
                [$0.text(0), $0.text(1)]
            }
        }
        #expect(facts.count == 1)
        #expect(facts[0][0].hasSuffix("1 row read; figures: 12 added, 0 changed, 0 unchanged, 0 refused, 0 warned"))
        #expect(taken.digest.count == 64 && facts[0][1].contains(taken.digest))
    }

    @Test("The same file again changes nothing", arguments: Engine.allForTests)
    func idempotent(engine: Engine) async throws {
        let house = try await NeedsHouse(on: engine), text = Self.heading + Self.columns + Self.leeds(2024)
        try await house.take(text, "cin-referrals")
        let again = try await house.stage(text, "cin-referrals")
        #expect(again.counts == .init(rows: 1, unchanged: 12))
        let bringsNothing = try await house.store.read { tx in
            try ShowImport(again.number).bringsNothing(in: tx)
        }
        #expect(bringsNothing)
    }

    @Test("A revised past is told of, and what was said before can be asked", arguments: Engine.allForTests)
    func revised(engine: Engine) async throws {
        let house = try await NeedsHouse(on: engine), later = NeedsHouse.now + 86_400
        try await house.take(Self.heading + Self.columns + Self.leeds(2024), "cin-referrals", named: "first.csv")
        let staged = try await house.stage(
            Self.heading + Self.columns + Self.leeds(2024, reReferrals: "25.0"), "cin-referrals", named: "second.csv",
            at: later)
        #expect(staged.counts == .init(rows: 1, changed: 1, unchanged: 11, warned: 1))
        let told = try await house.lines(staged).map(\.words)
        #expect(told.contains("cin-re-referrals-percent, E08000035, 2024: 24.2 becomes 25.0"))
        try await house.take(staged, at: later)
        let series = Series(Self.measure, in: Self.place)
        let span = try #require(Span(Day(2023, 4, 1), Day(2024, 4, 1)))
        let (now, before, versions) = try await house.store.read { tx in
            (
                try tx.latest(of: Self.measure, in: Self.place),
                try tx.latest(of: Self.measure, in: Self.place, asKnown: NeedsHouse.now + 60),
                try tx.versions(of: series, over: span).map { "\($0.observation.value.words) \($0.source.file)" }
            )
        }
        #expect(now?.value.words == "25.0" && before?.value.words == "24.2")
        #expect(versions == ["25.0 second.csv", "24.2 first.csv"])
    }

    @Test("Marks are kept as what the publisher means by them", arguments: Engine.allForTests)
    func marks(engine: Engine) async throws {
        let house = try await NeedsHouse(on: engine)
        let row = "2024,E08000035,E12000003,E92000001,Leeds,,England,c,x,u,z,low,,k,:,1,2,3,4\n"
        let staged = try await house.take(Self.heading + Self.columns + row, "cin-referrals")
        // Of what has no mark beside it a part is still worked out, and told of.
        #expect(staged.counts == .init(rows: 1, added: 12, warned: 1))
        let meanings = try await house.store.read { tx in
            try ["cin-referrals", "cin-referrals-rate", "cin-re-referrals", "cin-re-referrals-percent", "cin-nfa"].map {
                try tx.latest(of: ID($0), in: Self.place)?.value.mark?.meaning
            }
        }
        #expect(meanings == [.suppressed, .notAvailable, .unreliable, .notApplicable, .negligible])
    }

    @Test(
        "What is staged and left is gone; what another import overtook is asked for again",
        arguments: Engine.allForTests)
    func leftAndOvertaken(engine: Engine) async throws {
        let house = try await NeedsHouse(on: engine), text = Self.heading + Self.columns
        let first = try await house.stage(text + Self.leeds(2023), "cin-referrals", named: "a.csv")
        let second = try await house.stage(text + Self.leeds(2024), "cin-referrals", named: "b.csv")
        try await house.take(second)
        await #expect(throws: Refusal.self) { try await house.take(first) }
        try await house.store.write { tx in try LeaveImport(first.number).perform(by: .keyboard, in: tx) }
        let left = try await house.store.read { tx in
            try tx.one("SELECT COUNT(*) FROM needs_observation WHERE source = \(first.number)")?.integer(0)
        }
        #expect(left == 0)
        await #expect(throws: Refusal.notFound) {
            try await house.store.write { tx in try LeaveImport(second.number).perform(by: .keyboard, in: tx) }
        }
    }

    @Test("Who may not change needs may not stage or take", arguments: [Caller.stranger])
    func notByAnybody(caller: Caller) async throws {
        let house = try await NeedsHouse(on: .sqlite)
        let file = FigureFile(HeldBytes(Array("a,b\n1,2\n".utf8)), named: "a.csv")
        await #expect(throws: Refusal.self) {
            try await StageImport(file, mapping: "lait", settings: Settings()).perform(
                by: caller, at: NeedsHouse.now, in: house.store)
        }
        let text = Self.heading + Self.columns + Self.leeds(2024)
        let staged = try await house.stage(text, "cin-referrals")
        await #expect(throws: Refusal.self) {
            try await house.store.write { tx in
                try TakeImport(staged.number).perform(by: caller, at: NeedsHouse.now, on: NeedsHouse.day, in: tx)
            }
        }
    }
}
