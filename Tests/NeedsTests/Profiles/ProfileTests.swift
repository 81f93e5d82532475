import Cast
import Foundation
import Kernel
import Statistics
import Store
import Testing

@_spi(Workflows) @testable import Needs

/// A place against its neighbours, its region and England: NE-11 to NE-13, NE-15.
struct ProfileTests {
    static let leeds = PlaceCode("E08000035")

    /// Four authorities over four years, three of them Leeds's neighbours; low is good.
    private func house(on engine: Engine = .sqlite) async throws -> NeedsHouse {
        let house = try await NeedsHouse(on: engine)
        try await house.save(
            """
            place: {names: [name]}
            time: {column: time, year: financial}
            cells: [{column: value, measure: test-rate}]
            measures: [{id: test-rate, name: A rate, code: R, polarity: low, topic: Trials, decimals: "1"}]
            """, as: "test")
        try await house.save(
            """
            holds: neighbours
            edition: 2021-04
            area: area
            neighbours: [n1, n2, n3]
            """, as: "test-neighbours")
        try await house.take("area,n1,n2,n3\n383,373,841,381\n", "test-neighbours")
        var text = "name,time,value\n"
        let figures: [(String, [String])] = [
            ("Leeds", ["30", "28", "25", "22.0"]), ("Sheffield", ["20", "20", "20", "20"]),
            ("Darlington", ["10", "12", "14", "22"]), ("Calderdale", ["18", "16", "x", "c"]),
            ("England", ["19", "19", "19", "19"]), ("Yorkshire and The Humber", ["21", "21", "21", "25"]),
        ]
        for (name, values) in figures {
            for (index, value) in values.enumerated() { text += "\(name),\(2021 + index),\(value)\n" }
        }
        try await house.take(text, "test")
        return house
    }

    private func profile(_ house: NeedsHouse, until: Day? = nil) async throws -> Profile {
        try await house.store.read { tx in try Profile(Self.leeds, topic: nil, until: until, in: tx) }
    }

    @Test("Rank, gap and direction by polarity, at the same time", arguments: Engine.allForTests)
    func compared(engine: Engine) async throws {
        let profile = try await profile(house(on: engine))
        let line = try #require(profile.comparisons.first)
        #expect(profile.neighbourNames == ["Sheffield", "Darlington", "Calderdale"])
        #expect(line.observation.label == "2024" && line.observation.value.words == "22.0")
        // Sheffield 20 is best; Leeds and Darlington share the second place; Calderdale's is withheld, and is no
        // nought.
        #expect(line.standing?.words == "2nd equal of 3")
        let neighbours = try #require(line.comparator(.neighbours))
        #expect(neighbours.value == 21 && neighbours.count == 2)
        #expect(neighbours.gap?.size == 1 && neighbours.gap?.meaning == .concern)
        #expect(line.comparator(.region)?.gap?.meaning == .improvement)
        #expect(line.comparator(.country)?.gap?.size == 3)
    }

    @Test("The gap to England narrowed from 11 to 3 over four times")
    func narrowing() async throws {
        let line = try #require(try await profile(house()).comparisons.first)
        let england = try #require(line.comparator(.country))
        #expect(england.change == .narrowed(by: 8) && england.since == "2021")
        #expect(Pieces.change(england).string == "Narrowed by 8 since 2021")
    }

    @Test("Two times are no verdict, and a figure of another year is not compared with")
    func noVerdict() async throws {
        let house = try await house()
        let line = try #require(try await profile(house, until: Day(2022, 4, 1)).comparisons.first)
        #expect(line.observation.label == "2022" && line.comparator(.country)?.gap?.size == 9)
        #expect(line.comparator(.country)?.change == nil)
        try await house.take("name,time,value\nLeeds,2025,21\n", "test")
        let later = try #require(try await profile(house).comparisons.first)
        #expect(later.observation.label == "2025")
        #expect(later.comparator(.country)?.value == nil && later.comparator(.country)?.words == "Not held")
        #expect(later.standing?.of == 1)
    }

    @Test("A place that no figure is held of is not found")
    func nowhere() async throws {
        let house = try await house()
        await #expect(throws: Refusal.notFound) {
            try await house.store.read { tx in try Profile(PlaceCode("E09000001"), topic: nil, until: nil, in: tx) }
        }
    }

    @Test("Of the published files: Leeds among all authorities, and the gap between two groups")
    func published() async throws {
        let house = try await NeedsHouse(on: .sqlite)
        try await house.takeFile("lait_data_dictionary_reduced.csv", "lait-dictionary")
        try await house.takeFile("lait_leeds_reduced.csv", "lait")
        try await house.takeFile("stat_neighbours_april_2021.csv", "statistical-neighbours")
        try await house.takeFile(
            "c1_children_in_need_referrals_and_rereferrals_2013_to_2024.csv", "cin-referrals")
        let profile = try await profile(house)
        #expect(profile.comparisons.count == 125)
        let share = try #require(profile.comparisons.first { $0.measure.id.text == "cin-re-referrals-percent" })
        #expect(share.observation.value.words == "24.2" && (share.standingOfAll?.of ?? 0) > 140)
        let asked = [share.measure.id: share.observation.span]
        let all = try await house.store.read { tx in try tx.figuresOfAuthorities(asked) }
        #expect(all.keys.map(\.text) == ["cin-re-referrals-percent"] && (all.values.first?.count ?? 0) > 140)
        #expect(share.standing?.of == 11 && share.comparator(.country)?.words == "22.4")
        let page = try await house.page(
            "/needs/gap?measure=lait-nonfsm-avg-attain8-score&other-measure=lait-fsm-avg-attain8-score&place=E08000035")
        #expect(page.contains("in 20") && (page.contains("Narrowed, from") || page.contains("Widened, from")))
        let json = try await house.json("/api/v1/needs?place=E08000035&topic=Child%20Protection")
        #expect((json["measures"] as? [[String: Any]])?.isEmpty == false && json["name"] as? String == "Leeds")
    }
}
