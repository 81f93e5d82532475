import Foundation
import Testing
import Web

@Suite("CSV, JSON and pictures")
struct FormatTests {
    @Test(
        "A cell that a spreadsheet would run is told to be text; a number is left alone",
        arguments: [
            ("plain", "plain"), ("=1+1", "'=1+1"), ("+44 113", "'+44 113"), ("-5", "-5"), ("-5.25", "-5.25"),
            ("-", "'-"),
            ("-1+1", "'-1+1"), ("@SUM(A1)", "'@SUM(A1)"), ("\tx", "'\tx"), (" =1", "' =1"), ("+3", "+3"),
            ("1.2.3", "1.2.3"),
            ("-1.2.3", "'-1.2.3"), ("＝1", "'＝1"), ("a,b", "\"a,b\""), ("say \"x\"", "\"say \"\"x\"\"\""),
            ("=\"a\"", "\"'=\"\"a\"\"\""), ("\r=1", "\"'\r=1\""), ("a\nb", "\"a\nb\""), ("Siân", "Siân"), ("", ""),
        ])
    func cells(cell: String, written: String) {
        let bytes = csv(["h"], [[cell]])
        #expect(Array(bytes.prefix(3)) == [0xEF, 0xBB, 0xBF])
        #expect(String(decoding: bytes.dropFirst(3), as: UTF8.self) == "h\r\n\(written)\r\n")
    }

    @Test("What is written as JSON is read back the same", arguments: 0..<100 as Range<UInt64>)
    func json(seed: UInt64) throws {
        var random = Dice(seed)
        let pieces = ["\"", "\\", "\n", "\t", "\r", "\u{1}", "\u{1F}", "é", "𝔘", "a", "<", "/", "\u{2028}", "\u{7F}"]
        let text = random.text(of: pieces, upTo: 20)
        var json = JSONWriter()
        json.object { json in
            json.field("text", text)
            json.field(text + "k", 12)
            json.array("list", [1, 2, 3]) { $0.value($1) }
            json.field("none", nil as String?)
            json.object("inner") { $0.field("flag", true) }
            json.array("empty", [String]()) { $0.value($1) }
            json.key("half")
            json.value(0.5)
        }
        let read = try #require(try JSONSerialization.jsonObject(with: Data(json.bytes)) as? [String: Any])
        #expect(read["text"] as? String == text)
        #expect(read[text + "k"] as? Int == 12)
        #expect(read["list"] as? [Int] == [1, 2, 3])
        #expect(read["none"] is NSNull)
        #expect((read["inner"] as? [String: Bool]) == ["flag": true])
        #expect((read["empty"] as? [String]) == [])
        #expect(read["half"] as? Double == 0.5)
        #expect(!json.string.contains("<"))
    }

    @Test("A number that JSON lacks becomes null")
    func infinity() {
        var json = JSONWriter()
        json.array([Double.infinity, .nan, 1.5]) { $0.value($1) }
        #expect(json.string == "[null,null,1.5]")
    }

    @Test("A picture says what it shows to those who cannot see it, and escapes what it is told")
    func picture() {
        let bars = BarPicture(
            id: "att", title: "Attendance <1>", description: "Half",
            [
                .init("A & B", 60, words: "60%"), .init("C", 29, words: "under 29%", href: "/c"),
                .init("D", nil, words: "Not known"),
            ], full: 100, threshold: (50, "half"))
        let svg = bars.svg.html.string
        #expect(svg.contains("role=\"group\"") && svg.contains("aria-labelledby=\"att-title att-desc\""))
        #expect(
            svg.contains("<title id=\"att-title\">Attendance &lt;1&gt;</title>")
                && svg.contains("<desc id=\"att-desc\">"))
        #expect(svg.matches(of: #/<rect/#).count == 2)
        #expect(svg.matches(of: #/tc-bar--low/#).count == 1)
        #expect(svg.contains("<a href=\"/c\" aria-label=\"C: under 29%\""))
        #expect(svg.contains("class=\"tc-threshold\" x1=\"260\""))
        #expect(!svg.contains("style="))
        let still = SVG(
            id: "s", width: 10.04, height: 20.25, title: "t", description: "d",
            SVG.rect(x: -1.5, y: 0, width: -3, height: 2))
        #expect(String(decoding: still.file, as: UTF8.self).contains("role=\"img\" width=\"10\" height=\"20.3\""))
        #expect(still.html.string.contains("x=\"-1.5\" y=\"0\" width=\"0\""))
    }
}
