import Testing

@Suite("Words we do not leave behind")
struct WordTests {
    /// What must not stand in the code, where, and what a reviewer would have said. Spelt in pieces, so that this file
    /// does not break its own rules.
    static let banned: [(word: String, where: [Tree.File], why: String)] = [
        ("TO" + "DO", Tree.written, "open an issue, or do it"),
        ("FIX" + "ME", Tree.written, "open an issue, or mend it"),
        ("#expect(" + "true)", Tree.tests, "a test that cannot fail is a defect"),
        ("#expect(Bool(" + "true))", Tree.tests, "a test that cannot fail is a defect"),
        ("Date" + "Formatter()", Tree.sources, "making one costs 54 µs: format by hand, or keep one for reuse"),
        ("fatal" + "Error(", Tree.sources, "throw a Refusal: the service outlives one bad request"),
        ("tr" + "y!", Tree.sources, "say what happens when it fails"),
        ("print" + "(", Tree.sources.filter { $0.target != "thinkchild" }, "only the terminal's door prints"),
        (
            "Date" + "()", Tree.sources.filter { !["Server", "thinkchild"].contains($0.target) },
            "now is a parameter; only a front door asks the clock"
        ),
    ]

    /// Places on one particular machine, and hosts that packages come from.
    static let machines =
        ["/wo" + "rk/", "/ro" + "ot/", "/ho" + "me/"]
        + ["pypi", "pythonhosted", "npmjs", "debian"].map { $0 + ".org" }

    @Test("No banned words", arguments: banned.indices)
    func bannedWords(index: Int) {
        let rule = Self.banned[index]
        for file in rule.where {
            for (number, line) in file.lines.enumerated() where contains(line, rule.word) && !isClock(line) {
                Issue.record("\(file):\(number + 1) has \(rule.word): \(rule.why)")
            }
        }
    }

    @Test("Nothing that is true of one machine only", arguments: machines)
    func machinePaths(text: String) {
        for file in Tree.written {
            for (number, line) in file.lines.enumerated() where line.contains(text) {
                Issue.record("\(file):\(number + 1) names \(text), which is not on the reader's machine")
            }
        }
    }

    @Test(
        "A file is named for a noun or a verb with its object",
        arguments: [
            "Manager", "Helper", "Helpers", "Util", "Utils", "Handler", "Extensions", "Misc", "Common",
        ])
    func fileNames(ending: String) {
        for file in Tree.swift where file.stem.hasSuffix(ending) {
            Issue.record("\(file) gives up on its name: say what the thing is")
        }
    }

    @Test("Every type says in one sentence what it is")
    func typesAreDescribed() {
        let types = ["struct", "enum", "class", "actor", "protocol"]
        for file in Tree.sources {
            let lines = file.lines
            for (number, line) in lines.enumerated() where line.first?.isLetter == true {
                let words = line.prefix { !"({:<".contains($0) }.split(separator: " ").map(String.init)
                guard words.contains(where: types.contains), !words.contains("extension") else { continue }
                let above = lines[..<number].last { !$0.hasPrefix("@") && !$0.hasPrefix("#") }
                #expect(above?.hasPrefix("///") == true, "\(file):\(number + 1) needs a sentence: \(line)")
            }
        }
    }

    /// A clock that is handed in has to be made somewhere.
    private func isClock(_ line: Substring) -> Bool { line.contains("{ " + "Date() }") }

    /// Whether the word stands there, not as the end of a longer one.
    private func contains(_ line: Substring, _ word: String) -> Bool {
        line.ranges(of: word).contains { range in
            range.lowerBound == line.startIndex || !line[line.index(before: range.lowerBound)].isLetter
        }
    }
}
