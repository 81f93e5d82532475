import Foundation
import Kernel
import Settings
import Sheets
import Testing

@_spi(Workflows) @testable import Needs

@Suite("Figures in a workbook (XLSX)")
struct WorkbookTests {
    static let isThere = (try? ReadWorkbook(Settings())) != nil
    static let notThere: Comment = "xlsx2csv is not installed: bin/setup installs it"

    static func layout(sheet: String) -> String {
        """
        sheet: \(sheet)
        place: {codes: [code]}
        time: {column: year}
        cells: [{column: share, measure: school-share}]
        measures:
          - {id: school-share, code: "S1", name: "A share", unit: "%", polarity: low, decimals: 1,
             publisher: "Somebody", year-type: calendar, licence: "Open", frequency: annual}
        """
    }

    static func workbook() throws -> [UInt8] {
        try Sheet(
            "Table 1", ["code", "year", "share"],
            [
                [.text("E08000035"), .text("2019"), .number(12.345678, decimals: 1)],
                [.empty, .empty, .empty],
                [.text("E92000001"), .text("2019"), .text("c")],
            ]
        ).xlsx(at: NeedsHouse.now)
    }

    @Test("the sheet that the mapping names is read, numbers as they are held", .enabled(if: isThere, notThere))
    func sheet() async throws {
        let house = try await NeedsHouse(on: .sqlite)
        try await house.save(Self.layout(sheet: "Table 1"), as: "book")
        let staged = try await house.stage(try Self.workbook(), "book", named: "book.xlsx")
        #expect(staged.counts.added == 2 && staged.counts.refused == 0, "\(staged.counts)")
        try await house.take(staged)
        let leeds = try await house.store.read { tx in
            try tx.latest(of: ID<Measure>("school-share"), in: PlaceCode("E08000035"))
        }
        #expect(leeds?.value.amount?.description == "12.345678")
    }

    @Test(
        "a sheet that is not there, a damaged workbook and a table of text are each told",
        .enabled(if: isThere, notThere))
    func bad() async throws {
        let house = try await NeedsHouse(on: .sqlite)
        try await house.save(Self.layout(sheet: "Table 2"), as: "book")
        let whole = try Self.workbook()
        for (bytes, words) in [
            (whole, "There is no sheet “Table 2” in it"),
            (Array(whole.prefix(whole.count / 2)), "This cannot be read as a workbook (XLSX)"),
            (Array("code,year,share\n".utf8), "The mapping reads the sheet “Table 2”"),
        ] {
            let error = await #expect(throws: Refusal.self) {
                _ = try await house.stage(bytes, "book", named: "book.xlsx")
            }
            #expect(error?.sentences.first?.contains(words) == true, "\(error?.sentences ?? [])")
        }
    }

    @Test("where the program is missing, it says which package to install, and what can be done until then")
    func missing() throws {
        let settings = Settings.reading(
            Settings.ofTheSheets, environment: ["THINKCHILD_SHEETS_XLSX2CSV": "/nowhere/xlsx2csv"]
        ).settings
        let error = #expect(throws: Refusal.self) { _ = try ReadWorkbook(settings) }
        #expect(error?.sentences.first?.contains("install xlsx2csv") == true)
        #expect(error?.sentences.first?.contains("save the sheet as CSV") == true)
    }

    @Test("a heading further down, with empty columns after it, as spreadsheets write their tables")
    func headingBelow() async throws {
        let house = try await NeedsHouse(on: .sqlite)
        let layout = Self.layout(sheet: "x").replacing("sheet: x", with: "heading: 3")
        try await house.save(layout, as: "below")
        let text = """
            Table 1: "shares" of it,,,,

            code,year,share,,
            E08000035,2019,1.5,,
            ,,,,
            E92000001,2019,2.5,,x
            """
        let staged = try await house.stage(text, "below")
        #expect(staged.counts.rows == 2 && staged.counts.added == 1 && staged.counts.refused == 1)
        let said = try await house.lines(staged).map(\.words)
        #expect(said == ["The column has no heading"], "\(said)")
    }
}
