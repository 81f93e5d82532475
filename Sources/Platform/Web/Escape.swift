/// What stands for a byte that means something in HTML; nil for the rest.
///
/// Both kinds of quote are escaped, so text is safe in an attribute and between tags alike.
private func entity(for byte: UInt8) -> StaticString? {
    switch byte {
    case UInt8(ascii: "&"): "&amp;"
    case UInt8(ascii: "<"): "&lt;"
    case UInt8(ascii: ">"): "&gt;"
    case UInt8(ascii: "\""): "&quot;"
    case UInt8(ascii: "'"): "&#39;"
    default: nil
    }
}

extension [UInt8] {
    /// Appends text so that a browser shows it and never obeys it.
    mutating func appendEscaped(_ text: String) {
        var text = text
        text.withUTF8 { utf8 in
            var start = 0
            for index in utf8.indices where utf8[index] <= UInt8(ascii: ">") {
                guard let entity = entity(for: utf8[index]) else { continue }
                append(contentsOf: UnsafeBufferPointer(rebasing: utf8[start..<index]))
                append(contentsOf: UnsafeBufferPointer(start: entity.utf8Start, count: entity.utf8CodeUnitCount))
                start = index + 1
            }
            append(contentsOf: UnsafeBufferPointer(rebasing: utf8[start...]))
        }
    }

    /// Appends a whole number in decimal.
    mutating func appendDecimal(_ number: Int) {
        if number < 0 { append(UInt8(ascii: "-")) }
        let magnitude = number.magnitude
        var power: UInt = 1
        while magnitude / power >= 10 { power *= 10 }
        while power > 0 {
            append(UInt8(ascii: "0") + UInt8(magnitude / power % 10))
            power /= 10
        }
    }

    /// Appends a whole number with a comma before each three digits.
    mutating func appendGrouped(_ number: Int) {
        guard number >= 1_000 else { return appendDecimal(number) }
        appendGrouped(number / 1_000)
        append(UInt8(ascii: ","))
        let rest = number % 1_000
        for digit in [rest / 100, rest / 10 % 10, rest % 10] { append(UInt8(ascii: "0") + UInt8(digit)) }
    }

    /// Appends text as one part of a URL (RFC 3986 2.3): all but the unreserved characters percent-encoded.
    mutating func appendPercentEncoded(_ text: String) {
        for byte in text.utf8 {
            if byte.isUnreservedInURL {
                append(byte)
            } else {
                append(UInt8(ascii: "%"))
                append(hexadecimalDigits[Int(byte >> 4)])
                append(hexadecimalDigits[Int(byte & 15)])
            }
        }
    }
}

private let hexadecimalDigits = Array("0123456789ABCDEF".utf8)

extension UInt8 {
    fileprivate var isUnreservedInURL: Bool {
        switch self {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"),
            UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "~"):
            true
        default: false
        }
    }
}

/// Text as one part of a path or query, percent-encoded.
public func urlPart(_ text: String) -> String {
    var bytes: [UInt8] = []
    bytes.appendPercentEncoded(text)
    return String(decoding: bytes, as: UTF8.self)
}
