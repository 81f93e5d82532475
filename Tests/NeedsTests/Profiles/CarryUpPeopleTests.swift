import Cast
import Foundation
import Kernel
import Records
import Store
import Testing

@_spi(Workflows) @testable import Needs

/// The people that divide and weigh what is carried up: NE-14.
struct CarryUpPeopleTests {
    static let city = Day(2009, 12, 31)!

    private func measure(_ ages: ClosedRange<Int>?) -> Measure {
        var values: [String: Value] = ["name": .text("A share"), "code": .text("S"), "polarity": .text("low")]
        if let ages { (values["youngest"], values["oldest"]) = (.integer(ages.lowerBound), .integer(ages.upperBound)) }
        return Measure(
            Record(
                Measure.kind, id: "share", period: .always,
                values: Measure.kind.fields.map { values[$0.name] ?? .none }))
    }

    @Test(
        "The people of some ages are told where every age is",
        arguments: [
            (0...2, ["Age 0": 5, "Age 1": 6, "Age 2": 7], 18),
            // One that is withheld, or that nobody gave, is not nought.
            (0...2, ["Age 0": 5, "Age 2": 7], nil),
            (88...120, ["Age 88": 1, "Age 89": 2, "Age 90+": 30], 33),
            (90...120, ["Age 90+": 30], 30),
            // Of those of 90 and over nobody can tell who is 95.
            (88...95, ["Age 88": 1, "Age 89": 2, "Age 90+": 30], nil),
            (95...120, ["Age 90+": 30], nil),
            (88...89, ["Age 88": 1, "Age 89": 2, "Age 90+": 30], 3),
            (0...1, ["Age 0": Int.max, "Age 1": 1], nil),
            (nil, ["": 9], 9), (nil, ["Age 0": 9], nil),
        ] as [(ClosedRange<Int>?, [String: Int], Int?)])
    func ages(ages: ClosedRange<Int>?, parts: [String: Int], people: Int?) {
        #expect(measure(ages).people(parts) == people)
    }

    @Test("Numbers too large to be added have no sum")
    func sums() {
        #expect([1, 2, 3].sum == 6 && [Int]().sum == 0)
        #expect([Int.max, 1].sum == nil && [Int.min, -1].sum == nil)
    }

    /// The published files, in which one small area's people are withheld, and so are its children of 3; with a figure
    /// of the whole city for a day that is nearer, and a rate of every small area.
    private func house(on engine: Engine) async throws -> (house: NeedsHouse, area: String) {
        let house = try await CarryUpTests.house(on: engine)
        let file = Golden.root.appending(path: "examples/leeds/data/population_mid2019_lsoa11_leeds.csv")
        let codes = try String(contentsOf: file, encoding: .utf8).split(whereSeparator: \.isNewline).dropFirst()
            .compactMap {
                $0.split(separator: ",").dropFirst().first.map(String.init)
            }
        let area = try #require(codes.first)
        try await house.save(
            """
            marks: ons
            place: {codes: [code]}
            time: {column: day, year: calendar}
            cells: [{column: all, measure: population}, {column: threes, measure: population, breakdown: Age 3}]
            """, as: "test-people")
        try await house.take(
            "code,day,all,threes\n\(area),30 June 2019,..,..\nE08000035,1 January 2019,790000,9000\n", "test-people")
        try await house.save(
            """
            place: {codes: [code]}
            time: {is: "2019", year: calendar}
            cells: [{column: rate, measure: test-rate}]
            measures:
              - {id: test-rate, name: A rate, code: R, polarity: low, carried-up: weighted, divided-by: population}
            """, as: "test-rates")
        try await house.take("code,rate\n" + codes.map { "\($0),2\n" }.joined(), "test-rates")
        return (house, area)
    }

    @Test(
        "Where the people of a small area are not known, what lies above it is told of", arguments: Engine.allForTests)
    func untold(engine: Engine) async throws {
        let (house, _) = try await house(on: engine)
        let carried = try #require(
            try await house.store.read { tx in try CarryUp(ID("test-rate"), in: tx, on: Self.city) })
        #expect(carried.peopleOn == Day(2019, 6, 30), "the one figure of the city is for no small area")
        #expect(carried.untold.map(\.type) == ["city", "wedge", "committee-area", "ward"])
        #expect(carried.all("ward").count == 32)
        for ward in carried.all("ward") { #expect(abs((ward.value as Double? ?? 0) - 2) < 1e-9, "\(ward.name)") }
        let untold = try #require(carried.untold.last)
        let page = try await house.page("/measures/test-rate")
        #expect(page.contains("Cannot tell for ") && page.contains(untold.name))
        let lines = try await house.csv("/measures/test-rate/areas.csv")
        #expect(lines.contains { $0.hasPrefix("\(untold.id),") })
        let json = try await house.json("/api/v1/measures/test-rate/areas")
        #expect((json["cannot-tell"] as? [String])?.contains(untold.id.text) == true)
    }

    @Test("Figures past all bounds, held from before they were refused, stop nothing", arguments: Engine.allForTests)
    func pastAllBounds(engine: Engine) async throws {
        let house = try await CarryUpTests.house(on: engine)
        _ = try await house.store.write { tx in
            try tx.run("UPDATE needs_observation SET mantissa = \(Int.max) WHERE mantissa IS NOT NULL")
        }
        let page = try await house.page("/measures/population")
        #expect(page.contains("Cannot tell for ") && !page.contains("<svg"))
        let carried = try #require(
            try await house.store.read { tx in try CarryUp(ID("imd-idaci-numerator"), in: tx, on: Self.city) })
        #expect(carried.areas.isEmpty && carried.untold.count == 49)
        _ = try await house.page("/measures/imd-idaci-numerator")
    }

    @Test("A share of children of whom some are withheld cannot be told")
    func withheldAge() async throws {
        let (house, area) = try await house(on: .sqlite)
        let carried = try #require(
            try await house.store.read { tx in try CarryUp(ID("imd-idaci-numerator"), in: tx, on: Self.city) })
        #expect(carried.peopleOn == Day(2019, 6, 30))
        let without = carried.all("ward").filter { $0.percent == nil }
        #expect(without.count == 1 && carried.all("ward").count == 33, "the ward of \(area)")
        #expect(carried.all("city").first?.percent == nil && carried.untold.isEmpty)
    }
}
