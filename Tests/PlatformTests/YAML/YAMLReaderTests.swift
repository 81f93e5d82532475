import Testing
import YAML

/// What is taken as YAML, and what is refused, where and with which words.
struct YAMLReaderTests {
    @Test func everyScalarIsTextAndKnowsWhereItStands() throws {
        let root = try #require(
            try YAMLReader().read(
                """
                country: no
                "code": '0123'
                seats:
                  - {body: board, number: 1.0}
                  - >-
                    two
                    lines
                """))
        #expect(root["country"]?.text == "no")
        #expect(root["code"]?.text == "0123")
        #expect(root["seats"]?.items?[0]["number"]?.text == "1.0")
        #expect(root["seats"]?.items?[1].text == "two lines")
        let body = try #require(root["seats"]?.items?[0].pairs?.first)
        #expect((body.line, body.column) == (4, 6))
        #expect((body.value.line, body.value.column) == (4, 12))
    }

    @Test(
        "what says nothing is nothing, unless it is in quotes",
        arguments: [
            ("a:", true), ("a: ~", true), ("a: null", true), ("a: ''", false), ("a: 'null'", false), ("a: No", false),
        ])
    func nothing(text: String, isNothing: Bool) throws {
        #expect(try YAMLReader().read(text)?["a"]?.isNothing == isNothing)
    }

    @Test(arguments: ["", "# only a comment\n", "\u{FEFF}", "---\n"])
    func anEmptyTextHoldsNothing(text: String) throws {
        #expect(try YAMLReader().read(text)?.isNothing ?? true)
    }

    @Test func aByteOrderMarkIsPassedOver() throws {
        #expect(try YAMLReader().read("\u{FEFF}a: b\n")?["a"]?.text == "b")
    }

    /// Line, column and words of one refused text.
    struct Bad: Sendable {
        let text: String, line: Int, column: Int, message: String
        init(_ text: String, _ line: Int, _ column: Int, _ message: String) {
            (self.text, self.line, self.column, self.message) = (text, line, column, message)
        }
    }

    @Test(arguments: [
        Bad("a: 1\nb: 2\na: 3\n", 3, 1, "The key a is given twice here, first on line 1"),
        Bad("a: &x [1]\n", 1, 4, "Anchors (words after &) are not taken"),
        Bad("a: 1\nb: *x\n", 2, 4, "Aliases (words after *) are not taken"),
        Bad("a: !!binary abc\n", 1, 4, "Tags (words after !) are not taken"),
        Bad("a: !x y\n", 1, 4, "Tags (words after !) are not taken"),
        Bad("a: 1\n---\nb: 2\n", 2, 1, "There is more than one document in the file"),
        Bad("a:\n\t- b\n", 2, 1, "A tab is used where only spaces may stand"),
        Bad("a: b: c\n", 1, 5, "A colon and a space stand where no key may"),
        Bad("a: \"b\nc: d\n", 1, 4, "A quotation mark is opened here and never closed"),
        Bad("a: [b, c\nd: e\n", 1, 4, "A [ or { is opened and never closed"),
        Bad("a:\n  - b\n c: d\n", 3, 2, "This line does not line up with those above it"),
        Bad("a: @b\n", 1, 4, "A value starts with a character it may not start with"),
        Bad("? [a]\n: b\n", 1, 3, "A key must be a word, not a list or a mapping"),
        Bad("a: b\n\u{0}c: d\n", 2, 1, "There is a control character (0) in the text"),
        Bad("a: \"\\q\"\n", 1, 5, "A backslash in double quotes is followed by a letter that means nothing"),
    ])
    func refusedWithItsPlace(bad: Bad) throws {
        let refusal = #expect(throws: YAMLRefusal.self) { try YAMLReader().read(bad.text) }
        let problem = try #require(refusal?.problems.first)
        #expect(problem.message == bad.message)
        #expect([problem.line, problem.column] == [bad.line, bad.column])
        #expect(!problem.mend.isEmpty)
    }

    @Test(
        "bytes that are not UTF-8 are refused on their line",
        arguments: [
            [0xFF], [0xC0, 0xAF], [0xED, 0xA0, 0x80], [0xF5, 0x80, 0x80, 0x80], [0xE2, 0x82], [0x80],
        ] as [[UInt8]])
    func notText(bytes: [UInt8]) throws {
        let refusal = #expect(throws: YAMLRefusal.self) { try YAMLReader().read(Array("a: 1\nb: ".utf8) + bytes) }
        #expect(
            refusal?.problems == [
                YAMLProblem(line: 2, column: 4, "These bytes are not UTF-8", mend: "Save the file as UTF-8")
            ])
    }

    @Test func everyRepeatedKeyIsTold() throws {
        let refusal = #expect(throws: YAMLRefusal.self) { try YAMLReader().read("a: 1\na: 2\nb: {c: 1, c: 2}\n") }
        #expect(refusal?.problems.map(\.line) == [2, 3])
    }

    @Test func aKeyRepeatedAmongManyIsFound() throws {
        let text = (1...100).map { "k\($0): v\n" }.joined() + "k37: w\n"
        let refusal = #expect(throws: YAMLRefusal.self) { try YAMLReader().read(text) }
        #expect(refusal?.problems.map(\.message) == ["The key k37 is given twice here, first on line 37"])
    }
}
