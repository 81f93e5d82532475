import Cast
import Tables
import Testing

/// Reads a table and says each row as its cells joined by `|`, or as what is wrong with it.
private func read(_ text: String, limits: TableLimits = .standard) throws -> [String] {
    try TableReader(Array(text.utf8), file: "f.csv", limits: limits).map { result in
        switch result {
        case .success(let row): "\(row.line): " + row.cells.joined(separator: "|")
        case .failure(let problem): problem.description
        }
    }
}

@Suite("A table of rows with a heading")
struct TableReaderTests {
    @Test(
        "rows as RFC 4180 writes them",
        arguments: [
            ("a,b\r\n1,2\r\n", ["2: 1|2"]),
            ("a,b\n1,2", ["2: 1|2"]),
            ("a,b\r1,2\r3,4\r", ["2: 1|2", "3: 3|4"]),
            ("a,b\n\n1,2\n\n\n3,4\n", ["3: 1|2", "6: 3|4"]),
            ("a,b\n,\n", ["2: |"]),
            ("a,b\n\"1,5\",\"say \"\"so\"\"\"\n", ["2: 1,5|say \"so\""]),
            ("a,b\n\"1\n2\",3\n4,5\n", ["2: 1\n2|3", "4: 4|5"]),
            ("a,b\n\"1\r\n2\",3\r\n4,5\r\n", ["2: 1\r\n2|3", "4: 4|5"]),
            ("\u{FEFF}a,b\n1,2\n", ["2: 1|2"]),
            ("a,b\nSiân,§\n", ["2: Siân|§"]),
            ("a,b\n", []),
        ])
    func taken(text: String, rows: [String]) throws { #expect(try read(text) == rows) }

    @Test(
        "a row that will not do is told, with its line and column, and those after it are read",
        arguments: [
            ("a,b\n1\n2,3\n", ["f.csv:2: The row has 1 cells and the heading 2", "3: 2|3"]),
            ("a,b\n1,2,3\n4,5\n", ["f.csv:2: The row has 3 cells and the heading 2", "3: 4|5"]),
            (
                "a,b\n1,x\"y\n4,5\n",
                [
                    "f.csv:2: b: There is a quotation mark in the middle of a cell that does not begin with one",
                    "3: 4|5",
                ]
            ),
            ("a,b\n\"1\"x,2\n4,5\n", ["f.csv:2: a: There is text after the closing quotation mark", "3: 4|5"]),
            // A stray quotation mark takes lines with it: which they are is told.
            (
                "a,b\n1,\"2\n4,5\n",
                [
                    "f.csv:2: b: The quotation mark that opens on line 2 is never closed; "
                        + "lines 2 to 3 are passed over"
                ]
            ),
            (
                "a,b\n1,\"2\n4,5\n6,7",
                [
                    "f.csv:2: b: The quotation mark that opens on line 2 is never closed; "
                        + "lines 2 to 4 are passed over"
                ]
            ),
            (
                "a,b\n1,\"2\n4,\"5\"\n6,7\n",
                [
                    "f.csv:2: b: There is text after the closing quotation mark; lines 2 to 3 are passed over",
                    "4: 6|7",
                ]
            ),
            ("a,b\n1,\0\n4,5\n", ["f.csv:2: b: There is a NUL character", "3: 4|5"]),
        ])
    func refused(text: String, rows: [String]) throws { #expect(try read(text) == rows) }

    @Test func textThatIsNotUTF8IsRefused() throws {
        let bytes = Array("a,b\n1,".utf8) + [0xC3, 0x28, 0x0A] + Array("4,5\n".utf8)
        let reader = try TableReader(bytes, file: "f.csv")
        let results = Array(reader)
        #expect(throws: TableProblem(file: "f.csv", line: 2, column: "b", "The text is not valid UTF-8")) {
            try results[0].get()
        }
        #expect(try results[1].get().cells == ["4", "5"])
    }

    @Test(
        "a heading that will not do refuses the file",
        arguments: [
            ("", "f.csv:1: The file is empty: a heading is needed"),
            ("a,a\n", "f.csv:1: a: There are two columns of this name"),
            ("a,\n", "f.csv:1: column 2: The column has no heading"),
            ("a,b\n", "f.csv:1: c: There is no such column"),
            ("a,\"b\n", "f.csv:1: column 2: The quotation mark that opens on line 1 is never closed"),
        ])
    func heading(text: String, words: String) {
        let problem = #expect(throws: TableProblem.self) {
            try TableReader(Array(text.utf8), file: "f.csv", needing: ["a", "c"].filter { _ in text != "a\n" })
        }
        #expect(problem?.description == words)
    }

    @Test func limitsHold() throws {
        var limits = TableLimits()
        limits.cellBytesMax = 4
        #expect(try read("a\n12345\n1\n", limits: limits) == ["f.csv:2: a: The cell is longer than 4 bytes", "3: 1"])
        #expect(
            try read("a\n\"1\n3\n5\n7\n1\n", limits: limits) == [
                "f.csv:2: a: The cell is longer than 4 bytes; lines 2 to 4 are passed over", "5: 7", "6: 1",
            ])
        #expect(
            try read("a\n\"12345\"\n1\n", limits: limits) == ["f.csv:2: a: The cell is longer than 4 bytes", "3: 1"])
        limits = TableLimits()
        limits.columnsMax = 1
        #expect(try read("a\n1,2\n", limits: limits) == ["f.csv:2: column 2: There are more than 1 columns"])
        limits = TableLimits()
        limits.rowsMax = 1
        #expect(
            try read("a\n1\n2\n3\n", limits: limits) == [
                "2: 1", "f.csv:3: There are more than 1 rows; none after this is read",
            ])
        limits = TableLimits()
        limits.fileBytesMax = 3
        #expect(throws: TableProblem.self) { try read("a\n12", limits: limits) }
    }

    @Test("what was written is what is read, whatever it was")
    func roundTrip() throws {
        var random = Cast.Dice(seed: 4180)
        let letters = ["a", ",", "\"", "\n", "\r\n", " ", "é", "1", ""]
        for _ in 0..<500 {
            let width = Int.random(in: 1...4, using: &random)
            let rows = (0..<Int.random(in: 1...5, using: &random)).map { _ in
                (0..<width).map { _ in
                    (0..<Int.random(in: 0...5, using: &random)).map { _ in letters.randomElement(using: &random) ?? "" }
                        .joined()
                }
            }
            let heading = (0..<width).map { "h\($0)" }
            let text = ([heading] + rows).map { row in
                row.map { "\"\($0.replacing("\"", with: "\"\""))\"" }.joined(separator: ",") + "\n"
            }.joined()
            let found = try TableReader(Array(text.utf8), file: "f.csv").map { try $0.get().cells }
            #expect(found == rows)
        }
    }

    @Test("bytes turned at random never break the reader, and every row it gives is whole")
    func mutations() {
        let sound = Array("code,name,note\nE1,\"A, B\",x\nE2,\"say \"\"so\"\"\",\nE3,é,\"two\nlines\"\n".utf8)
        var random = Cast.Dice(seed: 20091231)
        for _ in 0..<4_000 {
            let bytes = random.mutated(sound)
            guard let reader = try? TableReader(bytes, file: "f.csv") else { continue }
            var line = 1
            for result in reader {
                switch result {
                case .success(let row):
                    #expect(row.cells.count == reader.heading.count)
                    #expect(row.line > line)
                    line = row.line
                case .failure(let problem): #expect(problem.line >= 1)
                }
            }
        }
    }
}
