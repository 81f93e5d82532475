import Foundation
import Testing

@testable import Sheets

@Suite("Spreadsheets")
struct SheetTests {
    static let now = Date(timeIntervalSince1970: 1_268_000_000)

    @Test("Words are strings and numbers are numbers: nothing that was typed is a formula")
    func cells() throws {
        let formula = "=HYPERLINK(\"http://example.org\")"
        let sheet = Sheet(
            "Scores/2010", ["Name", "=1+1", "Value"],
            [
                [.text(formula), .text("+44 113"), .number(12.5, decimals: 1)],
                [.text("Siân & <Ada>\u{1}"), .empty, .number(.nan, decimals: 0)],
            ])
        let parts = try Self.parts(of: sheet.xlsx(at: Self.now))
        #expect(!parts.contains("<f>") && !parts.contains("<hyperlink"))
        #expect(parts.contains("=HYPERLINK(&quot;") || parts.contains("=HYPERLINK(\""))
        #expect(parts.contains("Siân &amp; &lt;Ada&gt;") && !parts.contains("\u{1}"))
        #expect(parts.contains("<v>12.5</v>") && parts.contains("name=\"Scores2010\""))
        #expect(!parts.lowercased().contains("nan<"))
    }

    @Test("The same table gives the same file")
    func same() throws {
        let sheet = Sheet("A", ["B"], [[.text("C")]])
        #expect(try Self.parts(of: sheet.xlsx(at: Self.now)) == Self.parts(of: sheet.xlsx(at: Self.now)))
    }

    @Test("A tab has a name that a spreadsheet takes", arguments: [("", "Sheet"), ("[:]", "Sheet"), ("a/b", "ab")])
    func tabs(name: String, tab: String) { #expect(Sheet(name, [], []).tab == tab) }

    @Test(
        "A tab's name is cut as spreadsheets count, and signs are found whatever is put on them",
        arguments: [
            (String(repeating: "\u{1F1EC}\u{1F1E7}", count: 20), 31), (String(repeating: "e\u{301}", count: 31), 31),
            ("[\u{301}A]\u{301}", 3), ("A\u{FFFE}\u{1}\u{2028}B", 2), (String(repeating: "x", count: 40), 31),
        ])
    func longTabs(name: String, most: Int) throws {
        let sheet = Sheet(name, ["B"], [[.text("C")]])
        #expect(sheet.tab.utf16.count <= most && sheet.tab.utf16.count > 1)
        #expect(try Self.parts(of: sheet.xlsx(at: Self.now)).contains("name=\"\(sheet.tab)\""))
    }

    @Test("Characters that no XML holds are left out", arguments: ["\u{FFFE}", "\u{FFFF}", "\u{1}", "\u{B}"])
    func unwritable(character: String) throws {
        let parts = try Self.parts(
            of: Sheet("A", ["H\(character)"], [[.text("be\(character)tween")]]).xlsx(at: Self.now))
        #expect(parts.contains("between") && !parts.unicodeScalars.contains { character.unicodeScalars.contains($0) })
    }

    @Test("A cell longer than a spreadsheet holds is cut, and more rows are refused")
    func limits() throws {
        let long = Sheet("A", ["B"], [[.text(String(repeating: "x", count: 40_000))]])
        #expect(try Self.parts(of: long.xlsx(at: Self.now)).matches(of: /x{32767}/).count == 1)
        #expect(throws: (any Error).self) {
            try Sheet("A", ["B"], Array(repeating: [], count: Sheet.rowsMax + 1)).xlsx(at: Self.now)
        }
    }

    /// Everything in the file, unpacked by another program: python3, which bin/setup asks for.
    private static func parts(of bytes: [UInt8]) throws -> String {
        let file = FileManager.default.temporaryDirectory.appending(path: "\(UUID().uuidString).xlsx")
        defer { try? FileManager.default.removeItem(at: file) }
        try Data(bytes).write(to: file)
        let process = Process(), pipe = Pipe()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        let script = """
            import sys, zipfile
            file = zipfile.ZipFile(sys.argv[1])
            for name in file.namelist(): sys.stdout.buffer.write(file.read(name))
            """
        process.arguments = ["python3", "-c", script, file.path]
        process.standardOutput = pipe
        try process.run()
        let read = pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        #expect(process.terminationStatus == 0)
        return String(decoding: read, as: UTF8.self)
    }
}
