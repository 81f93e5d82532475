import Cast
import Foundation
import Kernel
@_spi(Workflows) import Places
import Records
import Store
import Testing

@_spi(Workflows) @testable import Needs

/// Small areas carried up to wards, committees' areas and the city: NE-14.
struct CarryUpTests {
    /// The published files, with the city's places under them.
    static func house(on engine: Engine) async throws -> NeedsHouse {
        let house = try await NeedsHouse(on: engine)
        let folder = Golden.root.appending(path: "examples/leeds/data").path
        let data = try DataFolder(folder), registry = house.building.registry, policy = house.house.policy
        let book = try RecordReader(registry).read(paths: data.recordPaths, over: Book()).history
        let figures = data.figures(placing: book)
        let records = ImportRecords(book, from: "leeds", registry: registry)
        try await house.store.write { tx in
            try records.perform(by: .keyboard, under: policy, at: NeedsHouse.now, on: NeedsHouse.day, in: tx)
            _ = try LoadFigures(figures).perform(by: .keyboard, at: NeedsHouse.now, in: tx)
        }
        try await house.takeFile("population_mid2019_lsoa11_leeds.csv", "population-2019")
        try await house.takeFile("imd2019_england_lsoa11_indicators_leeds.csv", "imd-2019-indicators")
        return house
    }

    @Test(
        "People of small areas come to the published total of the city, by wards and by wedges",
        arguments: Engine.allForTests)
    func population(engine: Engine) async throws {
        let house = try await Self.house(on: engine)
        let carried = try #require(
            try await house.store.read { tx in try CarryUp(ID("population"), in: tx, on: Day(2009, 12, 31)!) })
        #expect(carried.whole == 793_139, "the published estimate for Leeds, mid-2019")
        #expect(carried.unplaced == 0 && carried.all("ward").count == 33)
        for type in ["city", "wedge", "committee-area", "ward"] {
            let areas = carried.all(type)
            #expect(areas.reduce(0) { $0 + ($1.value ?? 0) } == 793_139, "\(type)")
            #expect(areas.reduce(0) { $0 + $1.smallAreas } == 482, "\(type)")
        }
    }

    @Test("Children in income deprivation, by ward: the parts come to the whole, and the day of the people is said")
    func deprivation() async throws {
        let house = try await Self.house(on: .sqlite)
        let carried = try #require(
            try await house.store.read { tx in
                try CarryUp(ID("imd-idaci-numerator"), in: tx, on: Day(2009, 12, 31)!)
            })
        let wards = carried.all("ward")
        #expect(wards.count == 33 && carried.peopleOn == Day(2019, 6, 30))
        #expect(wards.reduce(0) { $0 + ($1.value ?? 0) } == carried.whole)
        let city = try #require(carried.all("city").first)
        #expect(city.value == carried.whole && wards.allSatisfy { $0.percent ?? 101 < 100 })
        #expect((city.percent ?? 0) > 15 && (city.percent ?? 0) < 30)
        let page = try await house.page("/measures/imd-idaci-numerator?on=2019-12-31")
        #expect(page.contains("<svg") && page.contains("Shares are of the people of 30 June 2019"))
        #expect(page.contains("10 June 2004 to 2 May 2018"))
        let lines = try await house.csv("/measures/imd-idaci-numerator/areas.csv?on=2019-12-31")
        #expect(lines.count == 50)
        // Of a day before, no figure is held (NE-15).
        let before = try await house.page("/measures/imd-idaci-numerator?on=2009-12-31")
        #expect(!before.contains("<svg") && !before.contains("Carried up"))
        await #expect(throws: Refusal.notFound) {
            try await house.csv("/measures/imd-idaci-numerator/areas.csv?on=2009-12-31")
        }
    }

    @Test("Ranks and deciles are not carried up, and a measure of no small area is not")
    func notCarried() async throws {
        let house = try await Self.house(on: .sqlite)
        try await house.takeFile("imd2019_england_lsoa11_leeds.csv", "imd-2019")
        let ranks = try await house.store.read { tx in try CarryUp(ID("imd-rank"), in: tx, on: NeedsHouse.day) }
        #expect(ranks == nil)
        await #expect(throws: Refusal.notFound) { try await house.csv("/measures/imd-rank/areas.csv") }
    }
}
