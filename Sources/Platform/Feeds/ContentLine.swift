/// Writes the lines of an iCalendar document (RFC 5545 3.1), and nothing that a strict reader would refuse.
struct ContentLines {
    private(set) var bytes: [UInt8] = []

    /// A line is folded so that none is longer, its end not counted (RFC 5545 3.1).
    static let octetsMax = 75

    /// A property whose value is text: escaped (RFC 5545 3.3.11).
    mutating func text(_ name: String, _ value: String) { line(name + ":" + Self.escaped(value)) }

    /// A property whose value is written as it is: a number, a moment, a word that the standard knows.
    mutating func plain(_ name: String, _ value: String) { line(name + ":" + value) }

    /// A property whose value is an address (RFC 5545 3.3.13): left out when it holds what no address does.
    mutating func address(_ name: String, _ value: String) {
        guard value.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F && $0 != UInt8(ascii: "\"") }) else { return }
        line(name + ":" + value)
    }

    /// Folds between characters, never within one.
    private mutating func line(_ whole: String) {
        var used = 0
        for scalar in whole.unicodeScalars {
            let octets = UTF8.width(scalar)
            if used + octets > Self.octetsMax {
                bytes += [0x0D, 0x0A, 0x20]
                used = 1
            }
            bytes += Array(String(Character(scalar)).utf8)
            used += octets
        }
        bytes += [0x0D, 0x0A]
    }

    /// A line end of any kind becomes `\n`; other control characters are left out, since the standard has no place for
    /// them.
    static func escaped(_ value: String) -> String {
        var text = "", isAfterReturn = false
        for scalar in value.unicodeScalars {
            defer { isAfterReturn = scalar == "\r" }
            switch scalar {
            case "\\": text += "\\\\"
            case ";": text += "\\;"
            case ",": text += "\\,"
            case "\r": text += "\\n"
            case "\n": if !isAfterReturn { text += "\\n" }
            case "\t": text.unicodeScalars.append(scalar)
            case "\0"..<" ", "\u{7F}": break
            default: text.unicodeScalars.append(scalar)
            }
        }
        return text
    }
}

extension UTF8 {
    fileprivate static func width(_ scalar: Unicode.Scalar) -> Int {
        switch scalar.value {
        case ..<0x80: 1
        case ..<0x800: 2
        case ..<0x10000: 3
        default: 4
        }
    }
}
