/// What came in a query or a form: names and their values, in order, a name as often as it was sent.
///
/// Real forms send `t=1&t=2`, `n=` and `b=on`; all three are taken as they are.
public struct Fields: Sendable, Equatable {
    /// How much is taken of a query or a form before it is refused.
    public struct Limits: Sendable {
        public var fieldsMax: Int
        public var nameBytesMax: Int
        public var valueBytesMax: Int

        public init(fieldsMax: Int = 2_000, nameBytesMax: Int = 200, valueBytesMax: Int = 200_000) {
            self.fieldsMax = fieldsMax
            self.nameBytesMax = nameBytesMax
            self.valueBytesMax = valueBytesMax
        }
    }

    /// One name and one of its values.
    public struct Pair: Sendable, Equatable {
        public let name: String
        public let value: String
    }

    public private(set) var pairs: [Pair]

    public init() { pairs = [] }

    /// For tests, and for what this machine says to itself.
    public init(_ pairs: [(String, String)]) { self.pairs = pairs.map { Pair(name: $0.0, value: $0.1) } }

    public var isEmpty: Bool { pairs.isEmpty }

    public mutating func append(_ name: String, _ value: String) { pairs.append(Pair(name: name, value: value)) }

    /// The first value sent under the name; nil when it was not sent at all.
    public func first(_ name: String) -> String? { pairs.first { $0.name == name }?.value }

    /// Every value sent under the name.
    public func all(_ name: String) -> [String] { pairs.filter { $0.name == name }.map(\.value) }

    /// The first value, without spaces around it; nil when nothing but space was sent.
    public func text(_ name: String) -> String? {
        guard let value = first(name) else { return nil }
        let trimmed = value.trimmed
        return trimmed.isEmpty ? nil : trimmed
    }

    /// Whether a box was ticked: sent at all, and not as `0`, `false`, `off` or nothing.
    public func flag(_ name: String) -> Bool {
        guard let value = first(name) else { return false }
        return !["", "0", "false", "off"].contains(value)
    }

    /// Without the names given.
    public func without(_ names: String...) -> Fields {
        var rest = self
        rest.pairs.removeAll { names.contains($0.name) }
        return rest
    }
}

extension Fields: ExpressibleByDictionaryLiteral {
    public init(dictionaryLiteral elements: (String, String)...) { self.init(elements) }
}

extension String {
    /// Without the white space at either end.
    var trimmed: String {
        var rest = self[...]
        while rest.first?.isWhitespace == true { rest.removeFirst() }
        while rest.last?.isWhitespace == true { rest.removeLast() }
        return String(rest)
    }
}
