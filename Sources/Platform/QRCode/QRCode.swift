import CQREncode

/// A text as squares that a telephone's camera reads (ISO/IEC 18004), drawn by libqrencode.
public struct QRCode: Sendable, Equatable {
    /// Squares along each side, without the margin.
    public let width: Int
    /// Row by row, true where a square is dark.
    public let squares: [Bool]

    /// The white margin that a reader needs, in squares (ISO/IEC 18004 6.3.8).
    public static let margin = 4

    /// Nil for a text that does not fit into one code, and for an empty one.
    public init?(_ text: String) {
        // Half as many mistakes mended as might be: it is shown on a screen, and larger squares are read sooner.
        guard !text.utf8.contains(0), let code = QRcode_encodeString8bit(text, 0, QR_ECLEVEL_M) else { return nil }
        defer { QRcode_free(code) }
        guard let data = code.pointee.data else { return nil }
        width = Int(code.pointee.width)
        // The lowest bit of each byte is the square; the others say what it is there for.
        squares = (0..<width * width).map { data[$0] & 1 == 1 }
    }

    public func isDark(x: Int, y: Int) -> Bool { squares[y * width + x] }

    /// The dark squares as one outline in SVG's path language: a stroke for each run, in units of a square and with the
    /// margin around.
    public var outline: String {
        var path = ""
        for y in 0..<width {
            var x = 0
            while x < width {
                let start = x
                while x < width, isDark(x: x, y: y) { x += 1 }
                if x > start {
                    path += "M\(start + Self.margin) \(y + Self.margin)h\(x - start)v1h-\(x - start)z"
                }
                x += 1
            }
        }
        return path
    }
}
