import Kernel
import Tables
import Testing

private func row(_ cell: String) throws -> TableRow {
    var reader = try TableReader(Array("a,b\n1,\"\(cell)\"\n".utf8), file: "f.csv")
    let first = reader.next()
    return try #require(first).get()
}

@Suite("What a cell means")
struct TableCellsTests {
    @Test(arguments: [("8", 8), ("8.0", 8), ("0", 0), ("-3", -3), ("", nil)])
    func integers(text: String, number: Int?) throws { #expect(try row(text).optionalInteger("b", -5...10) == number) }

    @Test(arguments: [
        ("8.5", "f.csv:2: b: “8.5” is not a whole number"), ("+8", "f.csv:2: b: “+8” is not a whole number"),
        ("8 ", "f.csv:2: b: “8 ” is not a whole number"), ("1e3", "f.csv:2: b: “1e3” is not a whole number"),
        (".0", "f.csv:2: b: “.0” is not a whole number"), ("11", "f.csv:2: b: 11 is not between -5 and 10"),
        ("99999999999999999999", "f.csv:2: b: “99999999999999999999” is not a whole number"),
    ])
    func notIntegers(text: String, words: String) throws {
        let row = try row(text)
        let problem = #expect(throws: TableProblem.self) { try row.optionalInteger("b", -5...10) }
        #expect(problem?.description == words)
    }

    @Test(arguments: [("31-12-2009", Day(2009, 12, 31)), ("29-02-2004", Day(2004, 2, 29)), ("", nil)])
    func days(text: String, day: Day?) throws { #expect(try row(text).optionalDayFirst("b") == day) }

    @Test(arguments: ["31-02-2004", "2009-12-31", "31/12/2009", "1-2-2009", "31-12-09", "--", "aa-bb-cccc"])
    func notDays(text: String) throws {
        let row = try row(text)
        let problem = #expect(throws: TableProblem.self) { try row.optionalDayFirst("b") }
        #expect(problem?.description == "f.csv:2: b: “\(text)” is not a day such as 31-12-2009")
    }

    @Test func texts() throws {
        #expect(try row("é").text("b") == "é")
        #expect(try row("").optionalText("b") == nil)
        let (nothing, long) = (try row(""), try row("123"))
        #expect(throws: TableProblem.self) { try nothing.text("b") }
        #expect(throws: TableProblem.self) { try long.text("b", max: 2) }
    }
}
