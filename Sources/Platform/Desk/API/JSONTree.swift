internal import Foundation
internal import Kernel
internal import Records
internal import Web

/// Any JSON at all: what a program sends before it is understood, and what is said of the API itself.
indirect enum JSONTree: Sendable {
    case null
    case flag(Bool)
    case integer(Int)
    case number(Double)
    case text(String)
    case list([JSONTree])
    /// With its keys in order.
    case object([(String, JSONTree)])

    /// - Throws: `Refusal.invalid` for what is not JSON, or has a key twice.
    init(reading bytes: [UInt8]) throws(Refusal) {
        try JSONKeys.mustBeDistinct(in: bytes)
        do {
            self = try JSONDecoder().decode(JSONTree.self, from: Data(bytes))
        } catch {
            throw .invalid([Problem("", "The body is not JSON")])
        }
    }

    subscript(key: String) -> JSONTree? {
        guard case .object(let pairs) = self else { return nil }
        return pairs.first { $0.0 == key }?.1
    }

    /// What somebody gave for a key whose value is text or a list of texts.
    var given: Given {
        switch self {
        case .null: .nothing
        case .flag: .misshapen("true or false")
        case .integer, .number: .misshapen("a number")
        case .text(let text): .text(text)
        case .object: .misshapen("an object")
        case .list(let items): JSONTree.given(items)
        }
    }

    /// What somebody gave for a field. JSON has numbers and truths of its own, so text is not taken for them.
    func given(for field: Field) -> Given {
        switch (self, field.type) {
        case (.flag(let flag), .flag): .text(flag ? "true" : "false")
        case (.integer(let number), .integer): .text(String(number))
        case (.text, .flag), (.text, .integer): .misshapen("text")
        case (.text(""), .text), (.text(""), .prose): .nothing
        case (.text(""), _): .misshapen("empty text")
        default: given
        }
    }

    private static func given(_ items: [JSONTree]) -> Given {
        var texts: [String] = []
        for item in items {
            guard case .text(let text) = item else { return .misshapen("a list with something other than text in it") }
            texts.append(text)
        }
        return .list(texts)
    }
}

extension JSONTree: Decodable {
    init(from decoder: any Decoder) throws {
        if let keyed = try? decoder.container(keyedBy: AnyKey.self) {
            let keys = keyed.allKeys.sorted { $0.stringValue < $1.stringValue }
            self = .object(try keys.map { ($0.stringValue, try keyed.decode(JSONTree.self, forKey: $0)) })
            return
        }
        if var list = try? decoder.unkeyedContainer() {
            var items: [JSONTree] = []
            while !list.isAtEnd { items.append(try list.decode(JSONTree.self)) }
            self = .list(items)
            return
        }
        let single = try decoder.singleValueContainer()
        if single.decodeNil() {
            self = .null
        } else if let flag = try? single.decode(Bool.self) {
            self = .flag(flag)
        } else if let number = try? single.decode(Int.self) {
            self = .integer(number)
        } else if let number = try? single.decode(Double.self) {
            self = .number(number)
        } else {
            self = .text(try single.decode(String.self))
        }
    }

    private struct AnyKey: CodingKey {
        let stringValue: String
        var intValue: Int? { nil }
        init(stringValue: String) { self.stringValue = stringValue }
        init?(intValue: Int) { nil }
    }
}

extension JSONTree: ExpressibleByStringLiteral, ExpressibleByBooleanLiteral, ExpressibleByIntegerLiteral {
    init(stringLiteral text: String) { self = .text(text) }
    init(booleanLiteral flag: Bool) { self = .flag(flag) }
    init(integerLiteral number: Int) { self = .integer(number) }
}

extension JSONTree: ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral {
    init(arrayLiteral items: JSONTree...) { self = .list(items) }
    init(dictionaryLiteral pairs: (String, JSONTree)...) { self = .object(pairs) }
}

extension JSONWriter {
    mutating func tree(_ tree: JSONTree) {
        switch tree {
        case .null: null()
        case .flag(let flag): value(flag)
        case .integer(let number): value(number)
        case .number(let number): value(number)
        case .text(let text): value(text)
        case .list(let items): array(items) { json, item in json.tree(item) }
        case .object(let pairs):
            object { json in
                for (key, value) in pairs {
                    json.key(key)
                    json.tree(value)
                }
            }
        }
    }
}
