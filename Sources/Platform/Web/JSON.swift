/// Writes JSON straight into a buffer, for replies that are asked for often.
///
///     var json = JSONWriter()
///     json.object { json in
///         json.field("name", body.name)
///         json.array("seats", body.seats) { json, seat in json.value(seat.name) }
///     }
///
/// Commas are its own business; that keys are unique and every key has a value is the caller's.
public struct JSONWriter: Sendable {
    /// What has been written so far.
    public private(set) var bytes: [UInt8] = []
    private var needsComma = false

    public init() {}

    /// For tests; a reply sends `bytes`.
    public var string: String { String(decoding: bytes, as: UTF8.self) }

    // MARK: Values, in an array or alone

    public mutating func value(_ text: String) {
        comma()
        bytes.appendJSONString(text)
        needsComma = true
    }

    public mutating func value(_ number: Int) {
        comma()
        bytes.appendDecimal(number)
        needsComma = true
    }

    public mutating func value(_ flag: Bool) { raw(flag ? "true" : "false") }

    /// A number with a fraction; JSON has no infinities, so those become `null`.
    public mutating func value(_ number: Double) { raw(number.isFinite ? number.description : "null") }

    /// The value, or `null`.
    public mutating func value(_ text: String?) { if let text { value(text) } else { null() } }
    public mutating func value(_ number: Int?) { if let number { value(number) } else { null() } }

    public mutating func null() { raw("null") }

    public mutating func object(_ fields: (inout JSONWriter) throws -> Void) rethrows {
        try bracketed(UInt8(ascii: "{"), UInt8(ascii: "}"), fields)
    }

    public mutating func array(_ items: (inout JSONWriter) throws -> Void) rethrows {
        try bracketed(UInt8(ascii: "["), UInt8(ascii: "]"), items)
    }

    public mutating func array<Item>(_ items: some Sequence<Item>, _ write: (inout JSONWriter, Item) throws -> Void)
        rethrows
    {
        try array { json in for item in items { try write(&json, item) } }
    }

    // MARK: Fields, in an object

    public mutating func key(_ name: String) {
        comma()
        bytes.appendJSONString(name)
        bytes.append(UInt8(ascii: ":"))
        needsComma = false
    }

    public mutating func field(_ name: String, _ text: String) { key(name); value(text) }
    public mutating func field(_ name: String, _ text: String?) { key(name); value(text) }
    public mutating func field(_ name: String, _ number: Int) { key(name); value(number) }
    public mutating func field(_ name: String, _ number: Int?) { key(name); value(number) }
    public mutating func field(_ name: String, _ flag: Bool) { key(name); value(flag) }

    public mutating func object(_ name: String, _ fields: (inout JSONWriter) throws -> Void) rethrows {
        key(name)
        try object(fields)
    }

    public mutating func array<Item>(
        _ name: String, _ items: some Sequence<Item>, _ write: (inout JSONWriter, Item) throws -> Void
    ) rethrows {
        key(name)
        try array(items, write)
    }

    // MARK: Parts

    private mutating func comma() { if needsComma { bytes.append(UInt8(ascii: ",")) } }

    private mutating func raw(_ text: String) {
        comma()
        bytes.append(contentsOf: text.utf8)
        needsComma = true
    }

    private mutating func bracketed(_ open: UInt8, _ close: UInt8, _ inside: (inout JSONWriter) throws -> Void) rethrows
    {
        comma()
        bytes.append(open)
        needsComma = false
        try inside(&self)
        bytes.append(close)
        needsComma = true
    }
}

extension [UInt8] {
    /// RFC 8259 7: quotes, backslashes and control characters escaped. `<` too, so that the text is harmless in a page.
    fileprivate mutating func appendJSONString(_ text: String) {
        append(UInt8(ascii: "\""))
        var text = text
        text.withUTF8 { utf8 in
            var start = 0
            for index in utf8.indices {
                let byte = utf8[index]
                guard
                    byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") || byte == UInt8(ascii: "<")
                else { continue }
                append(contentsOf: UnsafeBufferPointer(rebasing: utf8[start..<index]))
                appendJSONEscape(byte)
                start = index + 1
            }
            append(contentsOf: UnsafeBufferPointer(rebasing: utf8[start...]))
        }
        append(UInt8(ascii: "\""))
    }

    private mutating func appendJSONEscape(_ byte: UInt8) {
        append(UInt8(ascii: "\\"))
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"): append(byte)
        case 10: append(UInt8(ascii: "n"))
        case 13: append(UInt8(ascii: "r"))
        case 9: append(UInt8(ascii: "t"))
        default:
            append(contentsOf: "u00".utf8)
            let digits = Array("0123456789abcdef".utf8)
            append(digits[Int(byte >> 4)])
            append(digits[Int(byte & 15)])
        }
    }
}
