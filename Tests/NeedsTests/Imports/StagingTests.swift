import Cast
import Files
import Foundation
import Kernel
import Store
import Tables
import Testing

@_spi(Workflows) @testable import Needs

/// What is staged is what is taken: NE-09 and NE-10.
struct StagingTests {
    static let measure = ID<Measure>("test-number"), place = PlaceCode("E08000035")
    private func row(_ figure: String) -> String { "N,2024,383,Leeds,\(figure),,\n" }

    private func house(on engine: Engine) async throws -> NeedsHouse {
        let house = try await NeedsHouse(on: engine)
        try await house.save(BadInputTests.layout, as: "test")
        return house
    }

    private func held(_ house: NeedsHouse) async throws -> [String] {
        try await house.store.read { tx in
            try tx.observations(of: Self.measure, in: Self.place).map { $0.value.words }
        }
    }

    static let contradictions: [(figures: [String], refused: Int, unchanged: Int)] = [
        (["10", "20"], 2, 0), (["20", "10"], 2, 0), (["10", "20", "10"], 3, 0), (["10", "10", "20"], 2, 1),
        (["20", "30"], 2, 0), (["10", "10"], 0, 2),
    ]

    @Test(
        "Of a figure that is held, a file that says two things says nothing, in whichever order",
        arguments: Engine.allForTests, contradictions)
    func contradicted(engine: Engine, file: (figures: [String], refused: Int, unchanged: Int)) async throws {
        let house = try await house(on: engine)
        try await house.take(BadInputTests.heading + row("10"), "test")
        let staged = try await house.stage(BadInputTests.heading + file.figures.map(row).joined(), "test")
        #expect(
            staged.counts
                == .init(rows: file.figures.count, unchanged: file.unchanged, refused: file.refused))
        try await house.take(staged)
        #expect(try await held(house) == ["10"])
        let rows = try await house.store.read { tx in
            try tx.one("SELECT COUNT(*) FROM needs_observation WHERE source = \(staged.number)")?.integer(0)
        }
        #expect(rows == 0, "nothing of it is left behind")
    }

    @Test(
        "A figure points at what is there, which does not go while it does", arguments: Engine.allForTests,
        [
            "INSERT INTO needs_observation (series, period, source, label, mark, meaning) SELECT 9999, 1, 1, '', '', ''",
            "UPDATE needs_observation SET period = 9999", "UPDATE needs_observation SET source = 9999",
            "DELETE FROM needs_series", "DELETE FROM needs_period", "DELETE FROM needs_import",
            "UPDATE needs_series SET id = id + 1000", "UPDATE needs_import SET number = number + 1000",
        ])
    func pointing(engine: Engine, statement: String) async throws {
        let house = try await house(on: engine)
        try await house.take(BadInputTests.heading + row("10"), "test")
        let error = await #expect(throws: StoreError.self) {
            try await house.store.write { tx in try tx.run(SQL(raw: statement)) }
        }
        #expect(error?.kind == .dangling)
        #expect(try await held(house) == ["10"])
    }

    @Test("However far apart the two rows are", arguments: Engine.allForTests)
    func contradictedApart(engine: Engine) async throws {
        let house = try await house(on: engine)
        try await house.take(BadInputTests.heading + row("10"), "test")
        var text = BadInputTests.heading + row("10")
        for _ in 0..<StageImport.rowsAtOnce { text += "N,2023,383,Leeds,7,,\n" }
        let staged = try await house.stage(text + row("20"), "test")
        #expect(staged.counts.added == 1 && staged.counts.changed == 0 && staged.counts.refused == 2)
        try await house.take(staged)
        #expect(try await held(house) == ["7", "10"])
    }

    @Test("A number is never given twice", arguments: Engine.allForTests)
    func numbers(engine: Engine) async throws {
        let house = try await house(on: engine)
        let first = try await house.stage(BadInputTests.heading + row("10"), "test")
        try await house.store.write { tx in try LeaveImport(first.number).perform(by: .keyboard, in: tx) }
        let second = try await house.stage(BadInputTests.heading + row("11"), "test")
        #expect(second.number > first.number)
        // Its file again: what was read of it before is cleared, and its number is not given again.
        let third = try await house.stage(BadInputTests.heading + row("11"), "test")
        #expect(third.number > second.number)
        await #expect(throws: Refusal.notFound) { try await house.take(second) }
    }

    @Test("What is still being read is left alone, and takes nothing of another's", arguments: Engine.allForTests)
    func beingRead(engine: Engine) async throws {
        let house = try await house(on: engine), text = BadInputTests.heading + row("10")
        let file = FigureFile(HeldBytes(Array(text.utf8)), named: "figures.csv"), digest = try file.digest()
        let reading = try await house.store.write { tx in
            try tx.beginImport("figures.csv", digest, "test", by: .keyboard, at: NeedsHouse.now)
        }
        // The same file is sent again while it is read.
        let other = try await house.stage(text, "test")
        #expect(other.number != reading)
        let staging = StagedFigures(source: reading, digest: digest)
        _ = try await house.store.write { tx in try staging.keep([], knowing: .init(), in: tx) }
        for (number, digest) in [(reading, "0"), (other.number, digest), (other.number + 1, digest)] {
            await #expect(throws: Refusal.self) {
                try await house.store.write { tx in
                    _ = try StagedFigures(source: number, digest: digest).keep([], knowing: .init(), in: tx)
                }
            }
            await #expect(throws: Refusal.self) {
                try await house.store.write { tx in
                    try tx.finish(number, digest, StageResult(), at: NeedsHouse.now)
                }
            }
        }
        // A day later it is nobody's.
        _ = try await house.stage(text + row("11"), "test", at: NeedsHouse.now + 2 * 86_400)
        let left = try await house.store.read { tx in try tx.stagedImport(reading) }
        #expect(left == nil)
    }

    @Test("Only the file that was shown is taken")
    func anotherFile() async throws {
        let house = try await house(on: .sqlite)
        let staged = try await house.stage(BadInputTests.heading + row("10"), "test")
        #expect(try await house.page("/imports/\(staged.number)").contains(#"name="sha256" value="\#(staged.digest)""#))
        await #expect(throws: Refusal.self) {
            try await house.ask("/imports/\(staged.number)/take", .post, form: ["sha256": "another"])
        }
        #expect(try await held(house).isEmpty)
        _ = try await house.ask("/imports/\(staged.number)/take", .post, form: ["sha256": staged.digest])
        #expect(try await held(house) == ["10"])
    }

    @Test("What is staged, or left, is in no list of places and measures", arguments: Engine.allForTests)
    func unseen(engine: Engine) async throws {
        let house = try await house(on: engine)
        try await house.take(BadInputTests.heading + "P,2024,383,Leeds,10,,\n", "test")
        let staged = try await house.stage(
            BadInputTests.heading + "N,2024,383,Leeds,10,,\nP,2024,380,Bradford,11,,\n", "test")
        func lists() async throws -> [[String]] {
            try await house.store.read { tx in
                [
                    try tx.measures(of: Self.place).map(\.id.text), try tx.placesWithFigures().map(\.name),
                    try tx.places(of: Self.measure).map(\.name),
                ]
            }
        }
        #expect(try await lists() == [["test-percent"], ["Leeds"], []])
        try await house.take(staged)
        #expect(try await lists() == [["test-number", "test-percent"], ["Bradford", "Leeds"], ["Leeds"]])
    }

    @Test("Places that other lists brought have no figure until one is taken")
    func placesUnseen() async throws {
        let house = try await house(on: .sqlite)
        try await house.save(
            "holds: neighbours\nedition: 2021-04\narea: area\nneighbours: [n1]\n", as: "test-neighbours")
        try await house.take("area,n1\n383,373\n", "test-neighbours")
        _ = try await house.stage(BadInputTests.heading + row("10"), "test")
        #expect(try await house.store.read { tx in try tx.placesWithFigures() }.isEmpty)
    }

    @Test("Of the numbers of series only those are looked up that are asked for", arguments: Engine.allForTests)
    func fewKeys(engine: Engine) async throws {
        let house = try await house(on: engine)
        try await house.take(
            BadInputTests.heading + "N,2024,383,Leeds,10,,\nN,2024,380,Bradford,11,,\nP,2024,383,Leeds,9,,\n", "test")
        let series = Series(Self.measure, in: Self.place)
        let (keys, given) = try await house.store.write { tx in
            var keys = StagedFigures.Keys()
            let given = try tx.number([series], in: &keys)
            return (keys, given)
        }
        #expect(keys.series.count == 1 && keys.series[series] != nil && given.isEmpty)
    }

    @Test("A batch of a wide file ends when it has figures enough")
    func wideBatches() throws {
        let columns = (0..<LayoutReader.cellsMax).map { "c\($0)" }
        var layout = Layout()
        layout.place.fixed = Self.place
        layout.time.column = "time"
        layout.time.year = .calendar
        layout.cells = columns.map { Layout.Cell(column: $0, measure: "test-number") }
        layout.definitions = [.init(id: "test-number", fields: ["year-type": "calendar"])]
        let rows = FigureReader.draftsAtOnce / columns.count + 20
        var text = (["time"] + columns).joined(separator: ",") + "\n"
        for row in 0..<rows { text += "\(1900 + row % 100)" + String(repeating: ",1", count: columns.count) + "\n" }
        var left: [UInt8]? = Array(text.utf8)
        let stream = try TableStream(file: "wide.csv") {
            defer { left = nil }
            return left
        }
        var reader = try FigureReader(
            stream, layout, measures: MeasureBook(layout.definitions), known: [:], on: NeedsHouse.day)
        let batches = [try reader.next(StageImport.rowsAtOnce), try reader.next(StageImport.rowsAtOnce)]
        #expect(batches.map { $0?.rows } == [rows - 20, 20])
        #expect(batches.map { $0?.drafts.count } == [FigureReader.draftsAtOnce, 20 * columns.count])
    }
}
