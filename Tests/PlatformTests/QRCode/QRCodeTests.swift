import Testing

@testable import QRCode

/// What the picture says is read back from a screen by `tools/check-pages`; here, how it is drawn.
@Suite("Codes for a camera")
struct QRCodeTests {
    static let address = "otpauth://totp/ThinkChild:priya%40example%2Eorg?secret=JBSWY3DPEHPK3PXP&issuer=ThinkChild"

    @Test("A code is a square of a size that there is, with an eye in three corners")
    func shape() throws {
        let code = try #require(QRCode(Self.address))
        #expect((code.width - 17).isMultiple(of: 4) && (21...177).contains(code.width))
        #expect(code.squares.count == code.width * code.width)
        let eye = ["1111111", "1000001", "1011101", "1011101", "1011101", "1000001", "1111111"]
        for (left, top) in [(0, 0), (code.width - 7, 0), (0, code.width - 7)] {
            for (y, row) in eye.enumerated() {
                let drawn = (0..<7).map { code.isDark(x: left + $0, y: top + y) ? "1" : "0" }.joined()
                #expect(drawn == row, "row \(y) at \(left), \(top)")
            }
        }
    }

    @Test("The outline covers the dark squares, and nothing else")
    func outline() throws {
        let code = try #require(QRCode(Self.address))
        var covered = Array(repeating: 0, count: code.squares.count)
        for stroke in code.outline.matches(of: /M(\d+) (\d+)h(\d+)v1h-(\d+)z/) {
            let x = try #require(Int(stroke.1)), y = try #require(Int(stroke.2)), length = try #require(Int(stroke.3))
            #expect(stroke.3 == stroke.4)
            for square in x..<x + length { covered[(y - QRCode.margin) * code.width + square - QRCode.margin] += 1 }
        }
        #expect(covered == code.squares.map { $0 ? 1 : 0 })
        #expect(code.outline.replacing(/M\d+ \d+h\d+v1h-\d+z/, with: "") == "")
    }

    @Test("Another text is another code, and the same text the same")
    func texts() {
        #expect(QRCode("a") != QRCode("b"))
        #expect(QRCode("a") == QRCode("a"))
    }

    @Test("What does not fit is no code", arguments: ["", String(repeating: "x", count: 4_000), "a\u{0}b"])
    func unfit(text: String) { #expect(QRCode(text) == nil) }
}
