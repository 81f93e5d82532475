import Cast
import Foundation
import Kernel
import Store
import Testing

@_spi(Workflows) @testable import Needs

/// Bad input gets one clear answer that names every problem: NE-09.
struct BadInputTests {
    /// A small long file: a percentage of one measure.
    static let layout = """
        marks: dfe
        place: {codes: [code], names: [name]}
        time: {column: time, year: financial}
        measure: {column: measure, prefix: test-}
        cells: [{column: value, numerator: part, denominator: whole}]
        rules: [{share: value, part: part, whole: whole, decimals: 1}]
        measures:
          - {id: test-percent, name: A percentage, code: P, polarity: low, per: "100"}
          - {id: test-number, name: A number, code: N, polarity: neither}
        """
    static let heading = "measure,time,code,name,value,part,whole\n"

    private func staged(_ rows: String, layout: String = Self.layout) async throws
        -> (StagedImport, [StagedImport.Line])
    {
        let house = try await NeedsHouse(on: .sqlite)
        try await house.save(layout, as: "test")
        let staged = try await house.stage(Self.heading + rows, "test")
        return (staged, try await house.lines(staged))
    }

    @Test("Every column that is missing is named, with what was probably meant")
    func wrongColumns() async throws {
        let house = try await NeedsHouse(on: .sqlite)
        try await house.save(Self.layout, as: "test")
        do {
            _ = try await house.stage("measures,time,cod,name,value,part\nP,2024,383,Leeds,1,1\n", "test")
            Issue.record("it was read")
        } catch let refusal as Refusal {
            #expect(
                refusal.sentences == [
                    "figures.csv:1: There is no column code; there is cod",
                    "figures.csv:1: There is no column measure; there is measures",
                    "figures.csv:1: There is no column whole",
                ])
        }
        let left = try await house.store.read { tx in try tx.stagedImports(10).count }
        #expect(left == 0, "nothing of it is kept")
    }

    @Test("A spreadsheet is refused, and what to do is said", arguments: ["PK\u{3}\u{4}", "XLS"])
    func spreadsheet(start: String) async throws {
        let house = try await NeedsHouse(on: .sqlite)
        try await house.save(Self.layout, as: "test")
        let bytes: [UInt8] = start == "XLS" ? [0xD0, 0xCF, 0x11, 0xE0, 0xA1] : Array(start.utf8) + [0x14, 0x00]
        let refusal = await #expect(throws: Refusal.self) {
            try await house.stage(bytes, "test", named: "figures.xlsx")
        }
        #expect(refusal?.sentences.first?.contains("save the sheet as CSV, in UTF-8") == true)
    }

    @Test("One place by two sorts of code is one place, and a code and a name of two places are refused")
    func mixedCodes() async throws {
        let (staged, lines) = try await staged(
            """
            N,2022,383,Leeds,1,,
            N,2023,E08000035,Leeds,2,,
            N,2024,383.0,,3,,
            N,2021,E08000035,Bradford,4,,
            N,2020,E99999999,Nowhere,5,,

            """)
        #expect(staged.counts.added == 3 && staged.counts.refused == 2)
        #expect(
            lines.map { "\($0.line) \($0.heading): \($0.words)" } == [
                "5 code: “E08000035” is the code of Leeds, and the row's name is “Bradford”",
                "6 code: “E99999999” is no place that is known",
            ])
    }

    @Test(
        "A code that nobody knows is no place, though the row's name be that of one",
        arguments: ["E14000953", "S12000033"])
    func anotherPlaceOfTheName(code: String) async throws {
        let (staged, lines) = try await staged("N,2024,\(code),Leeds,1,,\nN,2023,999,Leeds,2,,\n")
        #expect(staged.counts == .init(rows: 2, added: 1, refused: 1))
        #expect(lines.map(\.words) == ["“\(code)” is no place that is known"])
    }

    @Test(
        "A figure past all bounds is refused by name, and so is a power of ten",
        arguments: [
            "9223372036854775807", "-9223372036854775807", "1000000000000001", "1E-9223372036854775808",
        ])
    func pastAllBounds(text: String) async throws {
        let (staged, lines) = try await staged("N,2024,383,Leeds,\(text),,\nN,2023,383,Leeds,7,,\n")
        #expect(staged.counts == .init(rows: 2, added: 1, refused: 1))
        #expect(lines.first?.words.contains(text.prefix(20)) == true && lines.first?.heading == "value")
    }

    @Test("Parts too large to be added are told of")
    func partsPastAllBounds() {
        let rule = PartsRule(.sum(column: "all", parts: ["one", "other"]), ["all": 0, "one": 1, "other": 2])
        #expect(
            rule.warning(["5", "9223372036854775807", "1"]) == "all is 5, and its parts come to more than can be added")
        #expect(rule.warning(["5", "4", "1"]) == nil)
    }

    @Test("A day that no figure is of is refused, and the rest is taken", arguments: Engine.allForTests)
    func farDays(engine: Engine) async throws {
        let house = try await NeedsHouse(on: engine)
        try await house.save(Self.layout, as: "test")
        let staged = try await house.stage(
            Self.heading + "N,9999-12-31,383,Leeds,1,,\nN,2200-12-31,383,Leeds,1,,\nN,2023,383,Leeds,7,,\n", "test")
        #expect(staged.counts == .init(rows: 3, added: 2, refused: 1, warned: 1))
        let words = try await house.lines(staged).map(\.words)
        #expect(words.first == "“9999-12-31” is no time that can be read" && words.count == 2)
        #expect(words.last?.contains("had not begun on 24 November 2025") == true)
    }

    @Test("Of one figure that is said to be two things neither is taken; said twice alike it is taken once")
    func duplicates() async throws {
        let (staged, lines) = try await staged(
            """
            N,2024,383,Leeds,1,,
            N,2024,383,Leeds,2,,
            N,2024,E08000035,Leeds,3,,
            N,2023,383,Leeds,7,,
            N,2023,383,Leeds,7,,

            """)
        #expect(staged.counts == .init(rows: 5, added: 1, unchanged: 1, refused: 3))
        #expect(lines.map(\.line) == [3, 4] && lines.allSatisfy { $0.outcome == "refused" })
    }

    @Test("A contradiction is found however far apart its rows are", arguments: Engine.allForTests)
    func duplicatesApart(engine: Engine) async throws {
        let house = try await NeedsHouse(on: engine)
        try await house.save(Self.layout, as: "test")
        var text = Self.heading + "N,2024,383,Leeds,1,,\n"
        // More rows than a batch holds, all of one figure.
        for _ in 0..<StageImport.rowsAtOnce { text += "N,2023,383,Leeds,7,,\n" }
        text += "N,2024,383,Leeds,2,,\n"
        let staged = try await house.stage(text, "test")
        #expect(staged.counts.added == 1 && staged.counts.refused == 2)
        #expect(staged.counts.unchanged == StageImport.rowsAtOnce - 1)
        try await house.take(staged)
        let held = try await house.store.read { tx in
            try tx.observations(of: ID("test-number"), in: PlaceCode("E08000035")).map(\.label)
        }
        #expect(held == ["2023"])
    }

    @Test("A percentage over 100 is refused, or told of where the publisher's may be")
    func overHundred() async throws {
        let rows = "P,2024,383,Leeds,100.1,,\nP,2023,383,Leeds,-1,,\nP,2022,383,Leeds,100,,\nN,2024,383,Leeds,101,,\n"
        let (staged, lines) = try await staged(rows)
        #expect(staged.counts == .init(rows: 4, added: 2, refused: 2))
        #expect(lines.first?.words == "100.1 is not between 0 and 100, and this is a percentage")
        let (told, _) = try await self.staged(rows, layout: Self.layout + "\nover-100: warn")
        #expect(told.counts == .init(rows: 4, added: 4, warned: 2))
    }

    @Test("Parts that do not come to their total are told of, and taken")
    func totals() async throws {
        let (staged, lines) = try await staged("P,2024,383,Leeds,24.3,2399,9914\nP,2023,383,Leeds,24.2,2399,9914\n")
        #expect(staged.counts == .init(rows: 2, added: 2, warned: 1))
        #expect(lines.map(\.words) == ["value is 24.3, and part of whole comes to 24.2"])
    }

    @Test("Days in three styles are the same day; the month is never taken first")
    func dates() async throws {
        let (staged, lines) = try await staged(
            """
            N,31/03/2024,383,Leeds,1,,
            N,2024-03-31,384,Wakefield,2,,
            N,31 March 2024,380,Bradford,3,,
            N,03/31/2024,381,Calderdale,4,,

            """)
        #expect(staged.counts == .init(rows: 4, added: 3, refused: 1))
        #expect(lines.first?.words == "“03/31/2024” is no time that can be read" && lines.first?.heading == "time")
    }

    @Test("A file in Latin-1 is told of, once; and read through a mapping that says so")
    func latin1() async throws {
        let house = try await NeedsHouse(on: .sqlite)
        try await house.save(Self.layout, as: "test")
        try await house.save(Self.layout + "\nencoding: windows-1252", as: "test-latin")
        var bytes = Array(Self.heading.utf8)
        for year in 2000..<2010 { bytes += Array("N,\(year),383,Leeds\u{20}".utf8) + [0xE9] + Array(",1,,\n".utf8) }
        let staged = try await house.stage(bytes, "test")
        let lines = try await house.lines(staged)
        #expect(staged.counts == .init(rows: 10, refused: 10))
        #expect(lines.map(\.words) == ["The text is not valid UTF-8"] && lines.first?.times == 10)
        let read = try await house.stage(bytes, "test-latin")
        #expect(read.counts == .init(rows: 10, added: 10))
    }

    @Test(
        "A cell that is neither a figure nor a mark is refused, and named",
        arguments: ["n/a", "abc", "1 234", "12,34", "£5", "..", "<5", "1e9"])
    func noFigure(text: String) async throws {
        let (staged, lines) = try await staged("N,2024,383,Leeds,\"\(text)\",,\n")
        #expect(staged.counts == .init(rows: 1, refused: 1))
        #expect(lines.first?.words.hasPrefix("“\(text)” is neither a figure nor a mark of: Department") == true)
    }

    @Test("What is wrong alike many times is told once, with how often")
    func toldOnce() async throws {
        let rows = (0..<500).map { "Q,\(1900 + $0 % 100),383,Leeds,1,,\n" }.joined()
        let (staged, lines) = try await staged(rows)
        #expect(staged.counts.refused == 500 && lines.count == 1 && lines.first?.times == 500)
        #expect(lines.first?.line == 2 && lines.first?.heading == "measure")
    }

    @Test("A mapping that is not there is named, with those that are")
    func noMapping() async throws {
        let house = try await NeedsHouse(on: .sqlite)
        do {
            _ = try await house.stage("a\n1\n", "lait-dictionery")
            Issue.record("it was read")
        } catch let refusal as Refusal {
            let sentence = refusal.sentences.first ?? ""
            #expect(sentence.contains("Did you mean lait-dictionary?") && sentence.contains("imd-2019"))
        }
    }

    @Test("A file without a heading, or an empty one, is refused whole", arguments: ["", "a,a\n1,2\n", "\n\n"])
    func noHeading(text: String) async throws {
        let house = try await NeedsHouse(on: .sqlite)
        await #expect(throws: Refusal.self) { try await house.stage(text, "lait") }
    }
}
