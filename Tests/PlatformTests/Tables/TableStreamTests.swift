import Testing

@testable import Tables

/// A file read a piece at a time says what it says when it is read whole.
struct TableStreamTests {
    static let text =
        "\u{FEFF}name,note\r\n\"Smith, A\",\"says \"\"no\"\"\"\r\n\r\nB,\"two\nlines\"\nC,\u{E9}t\u{E9}\rD,last"

    private func rows(_ bytes: [UInt8], pieces: Int, encoding: TableEncoding = .utf8) throws -> [[String]] {
        var rest = bytes[...], found: [[String]] = []
        var stream = try TableStream(file: "f.csv", encoding: encoding) {
            let piece = rest.prefix(pieces)
            rest = rest.dropFirst(pieces)
            return Array(piece)
        }
        #expect(stream.heading == ["name", "note"])
        while let row = try stream.next() {
            switch row {
            case .success(let line): found.append(["\(line.line)"] + line.cells)
            case .failure(let problem): found.append([problem.description])
            }
        }
        return found
    }

    @Test(
        "However it is cut into pieces, the rows and their lines are the same", arguments: [1, 2, 3, 5, 7, 64, 4_096])
    func pieces(size: Int) throws {
        let found = try rows(Array(Self.text.utf8), pieces: size)
        #expect(
            found == [
                ["2", "Smith, A", "says \"no\""], ["4", "B", "two\nlines"], ["6", "C", "\u{E9}t\u{E9}"],
                ["7", "D", "last"],
            ])
    }

    @Test("A row at fault does not stop those after it, wherever a piece ends", arguments: [1, 4, 9, 1_000])
    func faults(size: Int) throws {
        let found = try rows(Array("name,note\na,b,c\nd,e\"f\ng,h\n\"open\n".utf8), pieces: size)
        #expect(
            found == [
                ["f.csv:2: The row has 3 cells and the heading 2"],
                ["f.csv:3: note: There is a quotation mark in the middle of a cell that does not begin with one"],
                ["4", "g", "h"],
                ["f.csv:5: name: The quotation mark that opens on line 5 is never closed"],
            ])
    }

    @Test("Letters of Windows-1252 are read as what they are", arguments: [1, 1_000])
    func windows1252(size: Int) throws {
        let bytes = Array("name,note\nSi".utf8) + [0xE2] + Array("n,".utf8) + [0x93, 0x80, 0x94, 10]
        #expect(
            try rows(bytes, pieces: size, encoding: .windows1252) == [["2", "Si\u{E2}n", "\u{201C}\u{20AC}\u{201D}"]])
    }

    @Test("No more is asked for than the next row needs: a long file is not held")
    func lazy() throws {
        var asked = 0
        let piece = Array(String(repeating: "some,words\n", count: 1_000).utf8)
        var stream = try TableStream(file: "f.csv") {
            asked += 1
            return asked == 1 ? Array("name,note\n".utf8) : piece
        }
        for _ in 0..<1_500 { _ = try stream.next() }
        #expect(asked == 3, "of a file without end, two pieces after the heading hold 1,500 rows")
    }

    @Test(
        "What is no table of text is told to be none, with what to do",
        arguments: [
            ([0x50, 0x4B, 0x03, 0x04], "XLSX"), ([0xD0, 0xCF, 0x11, 0xE0], "XLS"), ([0x25, 0x50, 0x44, 0x46], "PDF"),
            ([0x1F, 0x8B], "gzip"), ([0xFF, 0xFE, 0x61, 0x00], "UTF-16"),
        ] as [([UInt8], String)])
    func noTable(first: [UInt8], word: String) {
        let whole = #expect(throws: TableProblem.self) { try TableReader(first, file: "a.csv") }
        #expect(whole?.reason.contains(word) == true)
        let piece = #expect(throws: TableProblem.self) {
            var pieces: [[UInt8]] = [first]
            _ = try TableStream(file: "a.csv") { pieces.popLast() }
        }
        #expect(piece == whole)
    }

    @Test("A heading must be there, name every column, and none twice", arguments: ["", ",a\n", "a,a\n", "\"a\n"])
    func headings(text: String) {
        #expect(throws: TableProblem.self) {
            var rest: [UInt8]? = Array(text.utf8)
            _ = try TableStream(file: "f.csv") {
                defer { rest = nil }
                return rest
            }
        }
    }
}
