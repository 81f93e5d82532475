import Cast
import Foundation
import Kernel
import Places
import Settings
import Store
import Testing

@_spi(Workflows) @testable import Needs

/// The published files of `examples/leeds/data`, through the mappings that are shipped for them.
struct LeedsFilesTests {
    static let leeds = PlaceCode("E08000035")

    @Test("Re-referrals are worked out again from their parts: the few that differ by 0.1 are told of")
    func referrals() async throws {
        let house = try await NeedsHouse(on: .sqlite)
        let taken = try await house.takeFile(
            "c1_children_in_need_referrals_and_rereferrals_2013_to_2024.csv", "cin-referrals")
        #expect(taken.counts == .init(rows: 1_967, added: 23_604, warned: 22))
        let lines = try await house.lines(taken)
        // None of an authority's differs: those of regions are of rounded numbers.
        #expect(lines.reduce(0) { $0 + $1.times } == 22)
        for line in lines {
            let numbers = line.words.split(separator: " ").compactMap { Double($0.filter { $0 != "," }) }
            #expect(numbers.count == 2 && abs(numbers[0] - numbers[1]) < 0.11, "\(line.words)")
        }
        let figures = try await house.store.read { tx in
            try tx.observations(of: ID("cin-re-referrals-percent"), in: Self.leeds)
        }
        #expect(figures.count == 12)
        for figure in figures {
            let amount = try #require(figure.value.amount), part = try #require(figure.numerator)
            let worked = Amount.share(part, of: try #require(figure.denominator), decimals: 1)
            #expect(worked?.double == amount.double, "\(figure.label)")
        }
    }

    @Test("Months add up to the year for an authority, and are told of where they are rounded")
    func months() async throws {
        let house = try await NeedsHouse(on: .sqlite)
        let taken = try await house.takeFile(
            "c6_children_in_need_referrals_by_month_reduced.csv", "cin-referrals-by-month")
        #expect(taken.counts.rows == 408 && taken.counts.refused == 0 && taken.counts.warned == 93)
        let (months, years) = try await house.store.read { tx in
            (
                try tx.observations(of: ID("cin-referrals-month"), in: Self.leeds),
                try tx.observations(of: ID("cin-referrals"), in: Self.leeds)
            )
        }
        #expect(months.count == 144 && months.first?.label == "April 2012" && months.last?.label == "March 2024")
        for year in years {
            let sum = months.filter { $0.span.from >= year.span.from && $0.span.until <= year.span.until }
                .compactMap(\.value.amount?.mantissa).reduce(0, +)
            #expect(sum == year.value.amount?.mantissa, "\(year.label)")
        }
    }

    @Test("The tool's list of measures, then its figures", arguments: Engine.allForTests)
    func lait(engine: Engine) async throws {
        let house = try await NeedsHouse(on: engine)
        let list = try await house.takeFile("lait_data_dictionary_reduced.csv", "lait-dictionary")
        #expect(list.counts.added == 113 && list.counts.refused == 0)
        let figures = try await house.takeFile("lait_leeds_reduced.csv", "lait")
        #expect(figures.counts.rows == 13_715)
        // One measure has a year 0 in the publisher's file: 13 places of it.
        #expect(figures.counts.refused == 13)
        #expect(figures.counts.added == 13_702)
        let (measure, england) = try await house.store.read { tx in
            let record = try tx.needsShelf.versions(of: "lait-lac").last
            return (record.map(Measure.init), try tx.latest(of: ID("lait-lac"), in: .england))
        }
        #expect(measure?.polarity == .neither && measure?.code == "LAC" && measure?.yearType == .march)
        #expect(england?.value.amount != nil)
        let again = try await StageImport(
            FigureFile(path: Golden.root.appending(path: "examples/leeds/data/lait_leeds_reduced.csv").path),
            mapping: "lait", settings: Settings()
        ).perform(by: .keyboard, at: NeedsHouse.now, in: house.store)
        #expect(again.counts.saysNothingNew && again.counts.unchanged == 13_702)
    }

    @Test("Statistical neighbours, nearest first")
    func neighbours() async throws {
        let house = try await NeedsHouse(on: .sqlite)
        let taken = try await house.takeFile("stat_neighbours_april_2021.csv", "statistical-neighbours")
        #expect(taken.counts.refused == 0 && taken.counts.added > 150)
        let found = try await house.store.read { tx in
            let set = try tx.neighbours(of: Self.leeds)
            return try (set?.codes ?? []).compactMap { try tx.statisticalArea($0)?.name }
        }
        #expect(
            found == [
                "Sheffield", "Darlington", "Calderdale", "Bury", "Stockton-on-Tees", "Bolton", "Derby",
                "North Tyneside", "Kirklees", "Wirral",
            ])
    }

    @Test("NI 71: an authority that made no return is not one that scored nought")
    func runaways() async throws {
        let house = try await NeedsHouse(on: .sqlite)
        let taken = try await house.takeFile("2010_OSR23_2010_UD.csv", "ni-71")
        #expect(taken.counts == .init(rows: 162, added: 6_804))
        let (leeds, noReturns) = try await house.store.read { tx in
            (
                try tx.observations(of: ID("ni-71"), in: Self.leeds).map(\.value.words),
                try tx.one("SELECT COUNT(*) FROM needs_observation WHERE meaning = 'no-return'")?.integer(0)
            )
        }
        #expect(leeds == ["5", "5", "5", "5", "6", "10", "10"])
        #expect(noReturns == 564, "94 returns of six scores")
    }

    @Test(
        "Deprivation, edition by edition",
        arguments: [
            ("imd2004_england_lsoa01_leeds.csv", "imd-2004", 476),
            ("imd2007_england_lsoa01_leeds.csv", "imd-2007", 476),
            ("imd2010_england_lsoa01_leeds.csv", "imd-2010", 476),
            ("imd2015_england_lsoa11_leeds.csv", "imd-2015", 482),
            ("imd2019_england_lsoa11_leeds.csv", "imd-2019", 482),
            ("imd2019_england_lsoa11_indicators_leeds.csv", "imd-2019-indicators", 482),
            ("imd2025_england_lsoa21_leeds.csv", "imd-2025", 488),
        ])
    func deprivation(file: String, mapping: String, rows: Int) async throws {
        let house = try await NeedsHouse(on: .sqlite)
        let taken = try await house.takeFile(file, mapping)
        #expect(taken.counts.rows == rows && taken.counts.refused == 0 && taken.counts.warned == 0)
        #expect(taken.counts.added % rows == 0)
    }
}
