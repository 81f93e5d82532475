public import Kernel

/// Markup that is safe to send, as UTF-8. Literal parts go in as they are; interpolated text is escaped;
/// only other `HTML` goes in unescaped.
///
/// Held as bytes because a page built as a `String` costs twice as much (docs/performance.md).
public struct HTML: Sendable, Equatable {
    /// The markup, as it will go over the wire.
    public var bytes: [UInt8]

    /// No markup at all.
    public init() { bytes = [] }

    /// Text to be read, escaped.
    public init(text: String) {
        bytes = []
        bytes.appendEscaped(text)
    }

    public static let empty = HTML()

    public var isEmpty: Bool { bytes.isEmpty }

    /// For tests and logs; a reply sends `bytes`.
    public var string: String { String(decoding: bytes, as: UTF8.self) }

    public static func += (one: inout HTML, other: HTML) { one.append(other) }

    /// Makes room for so many bytes more, when it is known beforehand how many there will be.
    public mutating func reserve(bytes count: Int) { bytes.reserveCapacity(bytes.count + count) }

    public mutating func append(_ other: HTML) { bytes.append(contentsOf: other.bytes) }

    /// Appends text to be read, escaped.
    public mutating func append(text: String) { bytes.appendEscaped(text) }

    public mutating func append(number: Int) { bytes.appendDecimal(number) }

    /// Appends a count as a person reads one: 793,139.
    public mutating func append(grouped number: Int) { bytes.appendGrouped(number) }

    /// Appends markup that is spelt out in the code, without making a value of it first.
    public mutating func append(literal markup: StaticString) {
        bytes.append(contentsOf: UnsafeBufferPointer(start: markup.utf8Start, count: markup.utf8CodeUnitCount))
    }

    public static func + (one: HTML, other: HTML) -> HTML {
        var sum = one
        sum += other
        return sum
    }

    /// The parts one after another, with `separator` between them.
    public static func joined(_ parts: [HTML], by separator: HTML = .empty) -> HTML {
        var whole = HTML()
        whole.bytes.reserveCapacity(parts.reduce(0) { $0 + $1.bytes.count + separator.bytes.count })
        for (index, part) in parts.enumerated() {
            if index > 0 { whole.bytes += separator.bytes }
            whole.bytes += part.bytes
        }
        return whole
    }

    /// The markup when the condition holds, and nothing when it does not.
    public static func when(_ condition: Bool, _ html: @autoclosure () -> HTML) -> HTML { condition ? html() : .empty }
}

extension Sequence<HTML> {
    /// The parts one after another.
    public func joined(by separator: HTML = .empty) -> HTML { HTML.joined(Array(self), by: separator) }
}

// MARK: - Literals

extension HTML: ExpressibleByStringInterpolation {
    public init(stringLiteral value: String) { bytes = Array(value.utf8) }
    public init(stringInterpolation parts: Interpolation) { bytes = parts.bytes }

    /// Gathers a literal's parts into one buffer.
    public struct Interpolation: StringInterpolationProtocol {
        var bytes: [UInt8] = []

        public init(literalCapacity: Int, interpolationCount: Int) {
            bytes.reserveCapacity(literalCapacity + interpolationCount * 24)
        }

        public mutating func appendLiteral(_ literal: String) {
            var literal = literal
            literal.withUTF8 { bytes.append(contentsOf: $0) }
        }

        public mutating func appendInterpolation(_ text: String) { bytes.appendEscaped(text) }
        public mutating func appendInterpolation(_ text: String?) { if let text { bytes.appendEscaped(text) } }
        public mutating func appendInterpolation(_ text: Substring) { bytes.appendEscaped(String(text)) }
        public mutating func appendInterpolation(_ number: Int) { bytes.appendDecimal(number) }
        /// A day as GOV.UK writes one: 31 December 2009.
        public mutating func appendInterpolation(_ day: Day) { bytes.append(contentsOf: day.long.utf8) }
        /// A day as a machine writes one: 2009-12-31.
        public mutating func appendInterpolation(iso day: Day) { bytes.append(contentsOf: day.description.utf8) }
        public mutating func appendInterpolation<Of>(_ id: ID<Of>) { bytes.appendEscaped(id.text) }
        public mutating func appendInterpolation(_ html: HTML) { bytes.append(contentsOf: html.bytes) }
        public mutating func appendInterpolation(_ html: HTML?) { if let html { bytes.append(contentsOf: html.bytes) } }
        public mutating func appendInterpolation(_ list: [HTML]) {
            for html in list { bytes.append(contentsOf: html.bytes) }
        }
        /// Text made safe to stand as one part of a path or query: everything but letters, digits, `-._~` is encoded.
        public mutating func appendInterpolation(urlPart text: String) { bytes.appendPercentEncoded(text) }
    }
}
