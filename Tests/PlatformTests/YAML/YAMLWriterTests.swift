import Testing
import YAML

/// What is written is read back as it was, and quotes stand only where they must.
struct YAMLWriterTests {
    @Test(
        "a text is quoted only when it would be taken for something else",
        arguments: [
            ("Leeds City Council", "Leeds City Council\n"), ("no", "'no'\n"), ("2009-12-31", "'2009-12-31'\n"),
            ("12", "'12'\n"),
            ("1st", "1st\n"), ("", "''\n"), ("a: b", "'a: b'\n"), ("a #b", "'a #b'\n"), ("it's", "it's\n"),
            ("- x", "'- x'\n"),
            ("'tis", "'''tis'\n"), ("a\tb", "\"a\\tb\"\n"), ("P10 3.1.6", "P10 3.1.6\n"), ("12:30", "'12:30'\n"),
            ("null", "'null'\n"),
            ("Siân", "Siân\n"), ("one\u{2028}two", "\"one\\u2028two\"\n"), ("ends:", "'ends:'\n"),
            (" space", "' space'\n"),
        ])
    func quotes(text: String, written: String) throws {
        #expect(YAMLWriter.text(.text(text)) == written)
        #expect(try YAMLReader().read(written)?.text == text)
    }

    @Test func wordsStandWithoutQuotes() {
        #expect(
            YAMLWriter.text(.mapping([YAMLPair("on", .word("2009-12-31")), YAMLPair("number", .word("-3"))])) == """
                'on': 2009-12-31

                number: -3

                """)
    }

    @Test func listsMappingsAndParagraphsStandInBlocks() throws {
        let tree = YAMLNode.mapping([
            YAMLPair(
                "posts",
                .list([
                    .mapping([
                        YAMLPair("id", .text("head")), YAMLPair("source", .list([.text("P10 1"), .text("P10 2")])),
                        YAMLPair("note", .text("First.\n\nSecond.")), YAMLPair("empty", .list([])),
                    ]),
                    .mapping([YAMLPair("id", .text("chair"))]),
                ])),
            YAMLPair("end", .list([])),
        ])
        let written = """
            posts:
              - id: head
                source:
                  - P10 1
                  - P10 2
                note: |-
                  First.

                  Second.
                empty: []
              - id: chair

            end: []

            """
        #expect(YAMLWriter.text(tree) == written)
        #expect(try YAMLReader().read(written) == tree)
    }

    @Test("any text at all comes back as it was", arguments: 0..<200)
    func anyText(seed: Int) throws {
        var random = Seeded(seed)
        let tree = random.tree(depth: 3)
        let written = YAMLWriter.text(tree)
        #expect(try YAMLReader().read(written) == tree, "\(written)")
        #expect(YAMLWriter.text(try #require(try YAMLReader().read(written))) == written)
    }
}

/// Chance that comes out the same every time (SplitMix64).
struct Seeded: RandomNumberGenerator {
    private var state: UInt64
    init(_ seed: Int) { state = UInt64(bitPattern: Int64(seed)) &* 0x9E37_79B9_7F4A_7C15 }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    private static let letters: [Character] = Array("ab1 :-#'\"\n\t,[]{}&*!|>%@`?~é\u{2028}\u{85}😀\\=.0_\r\u{FEFF}")

    mutating func text() -> String {
        String(
            (0..<Int.random(in: 0...12, using: &self)).map { _ in Seeded.letters.randomElement(using: &self) ?? "a" })
    }

    mutating func tree(depth: Int) -> YAMLNode {
        switch depth == 0 ? 0 : Int.random(in: 0...3, using: &self) {
        case 1: return .list((0..<Int.random(in: 0...3, using: &self)).map { _ in tree(depth: depth - 1) })
        case 2, 3:
            let keys = Set((0..<Int.random(in: 0...3, using: &self)).map { _ in text() }).sorted()
            return .mapping(keys.map { YAMLPair($0, tree(depth: depth - 1)) })
        default: return .text(text())
        }
    }
}
