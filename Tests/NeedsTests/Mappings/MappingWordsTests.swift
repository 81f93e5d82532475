import Cast
import Foundation
import Kernel
import Store
import Testing

@_spi(Workflows) @testable import Needs

/// What a mapping can say of a file: NE-08.
struct MappingWordsTests {
    @Test("A file with finer levels is read at those that the mapping names", arguments: Engine.allForTests)
    func levels(engine: Engine) async throws {
        let house = try await NeedsHouse(on: engine)
        try await house.save(
            """
            place: {codes: [new_la_code, region_code], names: [la_name, region_name]}
            where: {geographic_level: [Local authority, Regional]}
            time: {column: time, year: financial}
            cells: [{column: value, measure: test-number}]
            measures: [{id: test-number, name: A number, code: N, polarity: neither}]
            """, as: "test")
        let staged = try await house.take(
            """
            geographic_level,time,new_la_code,la_name,region_code,region_name,constituency,value
            Regional,2024,,,E12000003,Yorkshire and The Humber,,900
            Local authority,2024,E08000035,Leeds,E12000003,Yorkshire and The Humber,,90
            Parliamentary constituency,2024,,,E12000003,Yorkshire and The Humber,Leeds East,9

            """, "test")
        #expect(staged.counts == .init(rows: 3, added: 2))
        let region = try await house.store.read { tx in
            try tx.latest(of: ID("test-number"), in: PlaceCode("E12000003"))?.value.words
        }
        #expect(region == "900")
    }

    @Test(
        "What will not do is told with its line",
        arguments: [
            ("where: {}", "says of a column"), ("where: {level: []}", "level: say which of its words are read"),
            ("time: {column: time, year: financial, months: yes please}", "months may be iso, or no"),
            ("measures: [{id: absence, name: Absence, polarity: low}]", "Line 1: absence: This measure has no code"),
            ("measures: [{id: absence, name: Absence, code: A}]", "no polarity"),
            ("measures: [{id: absence, name: Absence, code: A, polarity: down}]", "down"),
            ("measures: [{id: absence, name: Absence, code: A, polarity: low, decimals: 1.5}]", "not a whole number"),
        ])
    func refused(line: String, words: String) throws {
        let refusal = #expect(throws: Refusal.self) { try LayoutReader.read(line) }
        #expect(refusal?.sentences.contains { $0.contains(words) } == true, "\(refusal?.sentences ?? [])")
    }

    @Test(
        "A measure cannot have the identifier of something else: told before anything is taken",
        arguments: Engine.allForTests)
    func identifiers(engine: Engine) async throws {
        let house = try await NeedsHouse(on: engine)
        try await house.save(
            """
            place: {codes: [code]}
            time: {column: time, year: financial}
            cells: [{column: value, measure: test}]
            measures: [{id: test, name: A number, code: N, polarity: neither}]
            """, as: "test")
        let refusal = await #expect(throws: Refusal.self) {
            try await house.stage("code,time,value\nE08000035,2024,9\n", "test")
        }
        #expect(refusal?.sentences.contains { $0.contains("test is held as something else") } == true)
    }

    @Test("Months written as ISO 8601 has them are months where the mapping says so")
    func months() async throws {
        let house = try await NeedsHouse(on: .sqlite)
        try await house.save(
            BadInputTests.layout.replacing("year: financial", with: "year: financial, months: iso"), as: "test")
        try await house.take(
            BadInputTests.heading + (1...12).map { "N,2010-\($0 < 10 ? "0" : "")\($0),383,Leeds,\($0),,\n" }.joined(),
            "test")
        let spans = try await house.store.read { tx in
            try tx.observations(of: ID("test-number"), in: PlaceCode("E08000035")).map(\.span)
        }
        #expect(spans.count == 12 && spans.last == Span(Day(2010, 12, 1), Day(2011, 1, 1)))
    }

    @Test("A column of codes without a prefix names the one measure that has the code, of whichever publisher")
    func noPrefix() async throws {
        let house = try await NeedsHouse(on: .sqlite)
        let layout = BadInputTests.layout.replacing(
            "measure: {column: measure, prefix: test-}", with: "measure: {column: measure}")
        try await house.save(layout, as: "test")
        let rows = BadInputTests.heading + "N,2024,383,Leeds,1,,\nQ,2024,383,Leeds,2,,\n"
        #expect(try await house.stage(rows, "test").counts == .init(rows: 2, added: 1, refused: 1))
        // Two have the code: which of them is meant is not said.
        try await house.save(
            layout + "\n  - {id: other-number, name: Another, code: N, polarity: neither}", as: "test-two")
        #expect(try await house.stage(rows, "test-two").counts == .init(rows: 2, refused: 2))
    }
}
