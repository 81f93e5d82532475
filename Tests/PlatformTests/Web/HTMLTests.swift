import Kernel
import Testing
import Web

@Suite("Markup")
struct HTMLTests {
    @Test(
        "Text is shown and never obeyed",
        arguments: [
            ("plain", "plain"), ("", ""), ("a & b", "a &amp; b"), ("<script>", "&lt;script&gt;"),
            ("\" onload='x'", "&quot; onload=&#39;x&#39;"), ("Siân Ó Néill", "Siân Ó Néill"), ("<", "&lt;"),
            ("&amp;", "&amp;amp;"), ("a\u{0}b", "a\u{0}b"), ("𝔘<&", "𝔘&lt;&amp;"),
        ])
    func escaping(text: String, markup: String) {
        #expect(("\(text)" as HTML).string == markup)
        #expect(HTML(text: text).string == markup)
        #expect(("<p title=\"\(text)\">\(text)</p>" as HTML).string == "<p title=\"\(markup)\">\(markup)</p>")
    }

    @Test("Whatever is typed, no tag, quote or entity of it is left", arguments: 0..<200 as Range<UInt64>)
    func escapingOfAnything(seed: UInt64) {
        var random = Dice(seed)
        let text = random.text(
            of: ["<", ">", "\"", "'", "&", "a", " ", "é", "𝔘", "\n", "]]>", "</", "script"], upTo: 40)
        let markup = ("\(text)" as HTML).string
        #expect(!markup.contains { "<>\"'".contains($0) })
        let back = markup.replacing("&lt;", with: "<").replacing("&gt;", with: ">").replacing("&quot;", with: "\"")
            .replacing("&#39;", with: "'").replacing("&amp;", with: "&")
        #expect(back == text)
    }

    @Test("Only other markup goes in as it is")
    func nesting() {
        let bold: HTML = "<b>\("<i>")</b>"
        let none: HTML? = nil
        #expect(("\(bold)" as HTML).string == "<b>&lt;i&gt;</b>")
        #expect(
            ("<ul>\(["<li>1</li>", "<li>2</li>"] as [HTML])</ul>" as HTML).string == "<ul><li>1</li><li>2</li></ul>")
        #expect(("[\(none)]" as HTML).string == "[]")
        #expect(HTML.joined(["a", "b", "c"], by: ", ").string == "a, b, c")
        #expect(HTML.joined([], by: ", ").isEmpty)
        #expect(HTML.when(false, "x").isEmpty)
    }

    @Test("Numbers and days are written as people read them")
    func values() throws {
        let day = try #require(Day(2009, 12, 31))
        #expect(("\(-1204) \(0) \(Int.min)" as HTML).string == "-1204 0 -9223372036854775808")
        #expect(("\(day) \(iso: day)" as HTML).string == "31 December 2009 2009-12-31")
        #expect(("?q=\(urlPart: "a&b=ç/ ")" as HTML).string == "?q=a%26b%3D%C3%A7%2F%20")
    }
}

/// Numbers that look random and are the same every time (SplitMix64, Steele et al. 2014).
struct Dice: RandomNumberGenerator {
    private var state: UInt64

    init(_ seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    /// Some of the pieces, one after another.
    mutating func text(of pieces: [String], upTo count: Int) -> String {
        (0..<Int.random(in: 0...count, using: &self)).map { _ in pieces.randomElement(using: &self) ?? "" }.joined()
    }

    /// Bytes, mostly such as occur in forms.
    mutating func bytes(upTo count: Int) -> [UInt8] {
        let likely = Array("a1=&%+;-\r\n\":".utf8)
        return (0..<Int.random(in: 0...count, using: &self)).map { _ in
            Bool.random(using: &self)
                ? likely.randomElement(using: &self) ?? 0 : UInt8.random(in: .min ... .max, using: &self)
        }
    }
}
