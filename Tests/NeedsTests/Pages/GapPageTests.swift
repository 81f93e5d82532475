import Cast
import Foundation
import Kernel
import Statistics
import Store
import Testing

@_spi(Workflows) @testable import Needs

/// Gaps as pages say them: NE-13.
struct GapPageTests {
    static let leeds = PlaceCode("E08000035")

    /// Figures of girls and boys, of a measure with two decimal places and of one that nobody says of.
    private func house(_ rows: String) async throws -> NeedsHouse {
        let house = try await NeedsHouse(on: .sqlite)
        try await house.save(
            """
            place: {names: [name]}
            time: {column: time, year: financial}
            measure: {column: measure, prefix: test-}
            breakdown: sex
            cells: [{column: value}]
            measures:
              - {id: test-fine, name: A fine rate, code: F, polarity: low, decimals: "2", unit: Rate}
              - {id: test-open, name: An open rate, code: O, polarity: low, unit: Rate}
              - {id: test-count, name: A count, code: C, polarity: low, unit: Number}
            """, as: "test")
        try await house.take("measure,name,time,sex,value\n" + rows, "test")
        return house
    }

    @Test("A gap is told with the places of its measure, and one that rounds to nothing has no colour")
    func places() async throws {
        let house = try await house(
            "F,Leeds,2024,,0.23\nF,England,2024,,0.19\nO,Leeds,2024,,0.004\nO,England,2024,,0.002\n")
        let page = try await house.page("/needs?place=\(Self.leeds)")
        #expect(page.contains("0.04 higher, which is worse") && page.contains("0.002 higher, which is worse"))
        #expect(page.contains(">0.004<") && !page.contains(">the same<"))
        let gap = Gap(of: 0.23, against: 0.19, by: .lowerIsBetter)
        #expect(Pieces.gap(gap, places: 1).string == "the same")
        #expect(Pieces.gap(gap, places: 2).string.contains("govuk-tag--red"))
    }

    @Test("Two gaps that are shown alike are the same")
    func same() async throws {
        let house = try await house(
            """
            O,Leeds,2022,,8.3
            O,England,2022,,6.1
            O,Leeds,2023,,9.3
            O,England,2023,,7.1
            O,Leeds,2024,,14.2
            O,England,2024,,12.0

            """)
        let page = try await house.page("/needs/gap?measure=test-open&place=\(Self.leeds)&other-place=E92000001")
        #expect(page.contains("The same in 2024 as in 2022: 2.2."))
        #expect(try await house.page("/needs?place=\(Self.leeds)").contains("The same as in 2022"))
    }

    @Test("Girls against boys, up to a day; and no gap between what is counted in two ways")
    func parts() async throws {
        var rows = "C,Leeds,2024,,9\n"
        for (year, girls, boys) in [(2021, 9, 1), (2022, 8, 1), (2023, 7, 1), (2024, 3, 1)] {
            rows += "F,Leeds,\(year),Girls,\(girls)\nF,Leeds,\(year),Boys,\(boys)\n"
        }
        let house = try await house(rows), address = "/needs/gap?measure=test-fine&place=\(Self.leeds)"
        let page = try await house.page(address + "&part=Girls&other-part=Boys")
        #expect(page.contains("Narrowed, from 8 in 2021 to 2 in 2024."))
        #expect(page.contains("Leeds, Girls") && page.contains("Leeds, Boys"))
        let earlier = try await house.page(address + "&part=Girls&other-part=Boys&on=2023-03-31")
        #expect(earlier.contains("Narrowed, from 8 in 2021 to 6 in 2023."))
        await #expect(throws: Refusal.self) { try await house.page(address + "&other-measure=test-count") }
    }

    @Test("Every gap of a table is to the same, which its heading names")
    func oneComparator() async throws {
        let house = try await house(
            """
            O,Leeds,2023,,8
            O,Sheffield,2023,,6
            O,England,2023,,5
            O,Leeds,2024,,9
            O,England,2024,,5

            """)
        let alone = try await house.page("/measures/test-open?place=\(Self.leeds)")
        #expect(alone.contains("Gap to England") && alone.contains("4 higher, which is worse"))
        try await house.save(
            "holds: neighbours\nedition: 2021-04\narea: area\nneighbours: [n1]\n", as: "test-neighbours")
        try await house.take("area,n1\n383,373\n", "test-neighbours")
        let page = try await house.page("/measures/test-open?place=\(Self.leeds)")
        #expect(page.contains("Gap to the mean of neighbours") && page.contains("2 higher, which is worse"))
        #expect(!page.contains("4 higher"), "2024 has no mean, and England's stands for none")
    }
}
