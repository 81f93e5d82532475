import Cast
import Kernel
import Tables
import Testing

@testable import Places

@Suite("Small areas and populations")
struct PopulationTests {
    private func population(_ year: Int) throws -> PopulationTable {
        try PopulationTable(
            reading: LeedsFiles.bytes("population_mid\(year)_lsoa11_leeds.csv"), file: "p.csv", day: Day(year, 6, 30)!,
            columns: ("lsoa11_code", "total_population"), known: Set(LeedsFiles.smallAreas().wards.keys))
    }

    @Test func theLookUpHoldsEverySmallArea() throws {
        let table = try LeedsFiles.smallAreas()
        #expect(table.entries.count == 482)
        #expect(Set(table.entries.map(\.ward)).count == 33)
    }

    /// Summed apart, with a script over the same files: all ages, and ages 0 to 19.
    @Test(arguments: [(2019, 793_139, 193_543), (2020, 798_786, 194_280)])
    func sums(year: Int, all: Int, young: Int) throws {
        let table = try population(year)
        #expect(table.entries.count == 482)
        #expect(table.entries.reduce(0) { $0 + $1.persons.reduce(0, +) } == all)
        #expect(table.entries.reduce(0) { $0 + $1.persons[..<20].reduce(0, +) } == young)
    }

    @Test(
        "one bad row refuses the whole look-up",
        arguments: [
            ("a,w\nE1,W1\nE1,W1\n", "l.csv:3: a: E1 is on line 2 already"),
            ("a,w\nE1,W9\n", "l.csv:2: w: No ward that is held has the code W9"),
            ("a,w\n,W1\n", "l.csv:2: a: A value is needed here"),
            ("a,w\n", "l.csv:1: There are no rows under the heading"),
            ("a\nE1\n", "l.csv:1: w: There is no such column"),
        ])
    func lookUpRefused(text: String, words: String) {
        let problems = #expect(throws: TableProblems.self) {
            try SmallAreaTable(
                reading: Array(text.utf8), file: "l.csv", columns: ("a", "w"), period: .always, wards: ["W1": "ward"])
        }
        #expect(problems?.problems.map(\.description) == [words])
    }

    @Test(
        "one bad row refuses the whole population",
        arguments: [
            ("E1", "1", nil), ("E9", "1", "p.csv:2: a: E9 is not in the look-up of small areas"),
            ("E1", "1.5", "p.csv:2: 7: “1.5” is not a whole number"),
            ("E1", "-1", "p.csv:2: 7: -1 is not between 0 and 1000000"),
            ("E1", "", "p.csv:2: 7: A value is needed here"),
            ("E1", "2", "p.csv:2: total: The total is 91, and the ages sum to 92"),
        ])
    func populationRefused(code: String, aged7: String, words: String?) throws {
        let cells = [code, "91"] + PopulationTable.ageColumns.map { $0 == "7" ? aged7 : "1.0" }
        let text =
            (["a", "total"] + PopulationTable.ageColumns).joined(separator: ",") + "\n" + cells.joined(separator: ",")
        let read = {
            try PopulationTable(
                reading: Array(text.utf8), file: "p.csv", day: Day(2019, 6, 30)!, columns: ("a", "total"), known: ["E1"]
            )
        }
        guard let words else { #expect(try read().entries.count == 1); return }
        let problems = #expect(throws: TableProblems.self) { try read() }
        #expect(problems?.problems.map(\.description) == [words])
    }
}
