internal import Foundation

/// JSON being written, byte by byte, in the order it is given.
struct JSONText {
    private var bytes: [UInt8] = []

    var text: String { String(decoding: bytes, as: UTF8.self) }

    mutating func put(_ text: String) { bytes.append(contentsOf: text.utf8) }

    mutating func string(_ text: String) {
        bytes.append(UInt8(ascii: "\""))
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "\""), UInt8(ascii: "\\"):
                bytes.append(UInt8(ascii: "\\"))
                bytes.append(byte)
            case 0x0A: put("\\n")
            case 0x00..<0x20:
                let digits = String(byte, radix: 16)
                put("\\u" + String(repeating: "0", count: 4 - digits.utf8.count) + digits)
            default: bytes.append(byte)
            }
        }
        bytes.append(UInt8(ascii: "\""))
    }
}

/// JSON that was read, whatever it turns out to be.
enum JSONValue: Decodable {
    case null, flag(Bool), integer(Int), number(Double), text(String), array([JSONValue]), object([String: JSONValue])

    init(reading text: String) throws { self = try JSONDecoder().decode(JSONValue.self, from: Data(text.utf8)) }

    init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if container.decodeNil() {
            self = .null
        } else if let text = try? container.decode(String.self) {
            self = .text(text)
        } else if let flag = try? container.decode(Bool.self) {
            self = .flag(flag)
        } else if let integer = try? container.decode(Int.self) {
            self = .integer(integer)
        } else if let number = try? container.decode(Double.self) {
            self = .number(number)
        } else if let array = try? container.decode([JSONValue].self) {
            self = .array(array)
        } else {
            self = .object(try container.decode([String: JSONValue].self))
        }
    }

    subscript(key: String) -> JSONValue? { if case .object(let pairs) = self { pairs[key] } else { nil } }
    var string: String? { if case .text(let text) = self { text } else { nil } }
    var integer: Int? { if case .integer(let integer) = self { integer } else { nil } }
    var strings: [String]? {
        if case .array(let values) = self { values.compactMap(\.string) } else { string.map { [$0] } }
    }

    /// What it gives for a field or a common key.
    var given: Given {
        switch self {
        case .null: return .nothing
        case .flag(let flag): return .text(flag ? "true" : "false")
        case .integer(let integer): return .text(String(integer))
        case .number(let number): return .text("\(number)")
        case .text(let text): return text.isEmpty ? .nothing : .text(text)
        case .object: return .misshapen("an object")
        case .array(let values):
            let texts = values.compactMap(\.string)
            return texts.count == values.count
                ? .list(texts) : .misshapen("a list with something other than words in it")
        }
    }
}
