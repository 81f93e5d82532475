import Testing

@Suite("It fits")
struct SizeTests {
    static let linesMax = 300, functionMax = 60, columnsMax = 120

    @Test("The tree was found: a rule about no files holds of anything")
    func treeIsThere() {
        #expect(Tree.sources.count > 50 && Tree.tests.count > 10 && Tree.pages.count > 5 && Tree.scripts.count > 5)
        #expect(Tree.rooms.contains("Places") && Tree.services.contains("Store"))
    }

    @Test("A file fits a sitting")
    func files() {
        for file in Tree.swift where file.lines.count - 1 > Self.linesMax {
            Issue.record("\(file) has \(file.lines.count - 1) lines: split it by what it is about (\(Self.linesMax))")
        }
    }

    /// Lines wider than the limit that were there when the rule was brought in, most of them sentences. Only ever
    /// lowered. The rooms' first migrations are not counted: they are shipped, and never edited again.
    static let wideLinesHeld = 80

    @Test("A line fits two copies of the code side by side: none wider is added")
    func lines() {
        let wide = (Tree.swift + Tree.migrations.filter { !$0.name.hasPrefix("0001-") } + Tree.scripts).flatMap {
            file in
            file.lines.enumerated().filter { $0.element.count > Self.columnsMax }.map { "\(file):\($0.offset + 1)" }
        }
        let list = wide.joined(separator: ", ")
        #expect(
            wide.count <= Self.wideLinesHeld, "\(wide.count) lines are wider than \(Self.columnsMax) columns: \(list)")
    }

    @Test("A function fits a screen")
    func functions() {
        for file in Tree.swift {
            for function in Function.all(in: file) where function.length > Self.functionMax {
                Issue.record("\(file):\(function.line) is \(function.length) lines long: give a part of it a name (60)")
            }
        }
    }

    @Test(
        "The measure of a function is right",
        arguments: [
            ("    func a() {\n        b()\n    }\n", [3]),
            ("func a() { b() }\n", []),
            ("func a(\n    b: Int\n) {\n    c()\n}\nfunc d() {\n}\n", [5, 2]),
            ("protocol P {\n    func a()\n}\n", []),
            ("init() {\n    if a {\n        b()\n    }\n}\n", [5]),
        ])
    func measure(text: String, lengths: [Int]) {
        #expect(Function.all(in: Tree.File(path: "Sources/X/A.swift", text: text)).map(\.length) == lengths)
    }
}

/// Where a function begins and how long it is, told by indentation, which `swift format` keeps true.
struct Function {
    let line: Int
    let length: Int

    static func all(in file: Tree.File) -> [Function] {
        let lines = file.lines
        return lines.indices.compactMap { start in
            let trimmed = lines[start].drop { $0 == " " }
            guard begins(trimmed) else { return nil }
            let indent = lines[start].count - trimmed.count
            let close = String(repeating: " ", count: indent) + "}"
            guard let end = lines[start...].firstIndex(of: close[...]) else { return nil }
            return Function(line: start + 1, length: end - start + 1)
        }
    }

    private static func begins(_ line: Substring) -> Bool {
        guard let last = line.last, "{(".contains(last) else { return false }
        let words = line.split { !($0.isLetter || $0 == "@") }
        return words.prefix(8).contains { ["func", "init", "deinit", "subscript"].contains($0) }
            && !line.hasPrefix("//")
    }
}
