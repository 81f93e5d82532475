import Foundation

/// Text as a message must have it: seven bits wide, in short lines.
enum MailText {
    /// Whether a character may stand in a header's text: no control character, and none that ends a line anywhere.
    static func isPrintable(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0..<0x20, 0x7F...0x9F, 0x2028, 0x2029: false
        default: true
        }
    }

    /// A header's text (RFC 2047): as it is when it is short and plain, or else as encoded words, one a line, each with
    /// whole characters in it.
    static func header(_ text: String) -> String {
        let isPlain = text.utf8.allSatisfy { $0 >= 0x20 && $0 < 0x7F } && !text.contains("=?")
        if isPlain, text.utf8.count <= plainMax, text.first != " ", text.last != " " { return text }
        var words: [String] = [], bytes: [UInt8] = []
        for character in text {
            let next = Array(character.utf8)
            if !bytes.isEmpty, bytes.count + next.count > wordBytesMax {
                words.append(word(bytes))
                bytes = []
            }
            bytes += next
        }
        return (words + [word(bytes)]).joined(separator: "\r\n ")
    }

    /// A name before an address: in quotes when it is plain.
    static func name(_ text: String) -> String {
        let encoded = header(text)
        guard encoded == text else { return encoded }
        let escaped = text.replacingOccurrences(of: "\\", with: "\\\\").replacingOccurrences(of: "\"", with: "\\\"")
        return "\"\(escaped)\""
    }

    /// A body as quoted-printable (RFC 2045, 6.7): lines of at most 76 characters that end with CRLF.
    static func quotedPrintable(_ text: String) -> [UInt8] {
        var encoded: [UInt8] = []
        var lines = text.replacingOccurrences(of: "\r\n", with: "\n").replacingOccurrences(of: "\r", with: "\n")
            .split(separator: "\n", omittingEmptySubsequences: false)
        if lines.last == "" { lines.removeLast() }
        for line in lines {
            let bytes = Array(line.utf8)
            var width = 0
            for (place, byte) in bytes.enumerated() {
                let isLast = place == bytes.count - 1
                let piece = isLiteral(byte, isLast: isLast) ? [byte] : escaped(byte)
                // The last character of a line may fill it; any other must leave room for the sign that it goes on.
                if width + piece.count > (isLast ? lineMax : lineMax - 1) {
                    encoded += "=\r\n".utf8
                    width = 0
                }
                encoded += piece
                width += piece.count
            }
            encoded += "\r\n".utf8
        }
        return encoded
    }

    /// `Thu, 31 Dec 2009 12:00:00 +0000` (RFC 5322, 3.3).
    static func date(_ moment: Date) -> String {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = TimeZone(secondsFromGMT: 0) ?? .current
        let parts = calendar.dateComponents([.year, .month, .day, .weekday, .hour, .minute, .second], from: moment)
        let two = { (number: Int?) in (number ?? 0) < 10 ? "0\(number ?? 0)" : "\(number ?? 0)" }
        let weekday = weekdays[((parts.weekday ?? 1) - 1) % 7], month = months[((parts.month ?? 1) - 1) % 12]
        return "\(weekday), \(two(parts.day)) \(month) \(parts.year ?? 0) "
            + "\(two(parts.hour)):\(two(parts.minute)):\(two(parts.second)) +0000"
    }

    private static func word(_ bytes: [UInt8]) -> String { "=?utf-8?B?\(Data(bytes).base64EncodedString())?=" }

    /// White space at the end of a line may be lost on the way, so it is escaped there.
    private static func isLiteral(_ byte: UInt8, isLast: Bool) -> Bool {
        switch byte {
        case 0x20, 0x09: !isLast
        case UInt8(ascii: "="): false
        case 0x21...0x7E: true
        default: false
        }
    }

    private static func escaped(_ byte: UInt8) -> [UInt8] {
        [UInt8(ascii: "="), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
    }

    private static let digits = Array("0123456789ABCDEF".utf8)
    private static let weekdays = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"]
    private static let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
    private static let lineMax = 76
    /// A header line is best kept to 78 characters, its name included.
    private static let plainMax = 60
    /// 39 bytes are 52 characters of base64, and 73 with what surrounds them and `Subject: `: a line with an encoded
    /// word may have 76 (RFC 2047, 2).
    private static let wordBytesMax = 39
}
