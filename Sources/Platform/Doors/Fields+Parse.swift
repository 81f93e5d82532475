internal import Kernel

extension Fields {
    /// Reads `a=1&b=two+words&c=%C3%A9`, of a query or an `application/x-www-form-urlencoded` body.
    ///
    /// - Throws: `Malformed` for a broken percent sign, a NUL or what is not UTF-8; `Refusal.tooLarge` beyond the
    ///   limits.
    public init(parsing bytes: some Collection<UInt8>, limits: Limits = Limits()) throws {
        self.init()
        for part in bytes.split(separator: UInt8(ascii: "&"), omittingEmptySubsequences: true) {
            guard pairs.count < limits.fieldsMax else {
                throw Refusal.tooLarge("More than \(limits.fieldsMax) fields were sent")
            }
            let halves = part.split(separator: UInt8(ascii: "="), maxSplits: 1, omittingEmptySubsequences: false)
            let name = try Percent.decode(halves[0], plusIsSpace: true)
            let value = halves.count > 1 ? try Percent.decode(halves[1], plusIsSpace: true) : ""
            guard name.utf8.count <= limits.nameBytesMax else {
                throw Refusal.tooLarge("A field's name is longer than \(limits.nameBytesMax) bytes")
            }
            guard value.utf8.count <= limits.valueBytesMax else {
                throw Refusal.tooLarge("A field's value is longer than \(limits.valueBytesMax) bytes")
            }
            append(name, value)
        }
    }
}

/// What was sent cannot be read at all: a mistake of the program that sent it, not of a person.
public struct Malformed: Error, Equatable, Sendable {
    /// What is wrong with it, in a sentence.
    public let why: String
    public init(_ why: String) { self.why = why }
}

/// Reads percent-encoding (RFC 3986 2.1), strictly.
enum Percent {
    static func decode(_ bytes: some Collection<UInt8>, plusIsSpace: Bool) throws(Malformed) -> String {
        var decoded: [UInt8] = []
        decoded.reserveCapacity(bytes.count)
        var rest = bytes.makeIterator()
        while let byte = rest.next() {
            switch byte {
            case UInt8(ascii: "%"):
                guard let high = rest.next().flatMap(digit), let low = rest.next().flatMap(digit) else {
                    throw Malformed(
                        "A percent sign in the address or the form is not followed by two hexadecimal digits")
                }
                decoded.append(high << 4 | low)
            case UInt8(ascii: "+") where plusIsSpace: decoded.append(UInt8(ascii: " "))
            default: decoded.append(byte)
            }
        }
        return try text(decoded)
    }

    /// The bytes as text, when they are UTF-8 with no NUL in it.
    static func text(_ bytes: [UInt8]) throws(Malformed) -> String {
        guard !bytes.contains(0) else { throw Malformed("There is a NUL character in the address or the form") }
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw Malformed("The address or the form is not valid UTF-8")
        }
        return text
    }

    private static func digit(_ byte: UInt8) -> UInt8? {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
        case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
        case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
        default: nil
        }
    }
}
