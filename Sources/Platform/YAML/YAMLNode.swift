/// One piece of a YAML text: a scalar, a list or a mapping, and where it starts.
///
/// Every scalar is text. Whether `no` is a word or an answer is for whoever knows what was asked.
public struct YAMLNode: Sendable {
    /// What the piece is made of.
    public enum Content: Sendable {
        case scalar(String, YAMLStyle)
        case list([YAMLNode])
        case mapping([YAMLPair])
    }

    public let content: Content
    /// Counted from 1; 0 when the node was made by a program.
    public let line: Int
    /// In characters, counted from 1; 0 when the node was made by a program.
    public let column: Int

    public init(_ content: Content, line: Int = 0, column: Int = 0) {
        self.content = content
        self.line = line
        self.column = column
    }
}

/// How a scalar was written, or is to be.
public enum YAMLStyle: Sendable, Equatable {
    /// Without quotes: a day, a number, an answer or a word that needs none.
    case plain
    /// In quotes, when written by a program only if it would otherwise be taken for something else.
    case quoted
    /// As lines of its own.
    case block
}

/// One key of a mapping and what stands under it.
public struct YAMLPair: Sendable {
    public let key: String
    /// Of the key, counted from 1.
    public let line: Int
    public let column: Int
    public let value: YAMLNode

    public init(_ key: String, _ value: YAMLNode, line: Int = 0, column: Int = 0) {
        self.key = key
        self.value = value
        self.line = line
        self.column = column
    }
}

// MARK: - Looking in

extension YAMLNode {
    /// The scalar's text; nil for a list or a mapping.
    public var text: String? { if case .scalar(let text, _) = content { text } else { nil } }
    public var items: [YAMLNode]? { if case .list(let items) = content { items } else { nil } }
    public var pairs: [YAMLPair]? { if case .mapping(let pairs) = content { pairs } else { nil } }

    public subscript(key: String) -> YAMLNode? { pairs?.first { $0.key == key }?.value }

    /// Whether nothing was given: no text at all, `~` or `null`, without quotes.
    public var isNothing: Bool {
        guard case .scalar(let text, .plain) = content else { return false }
        return text.isEmpty || text == "~" || text == "null"
    }
}

// MARK: - Making

extension YAMLNode {
    /// Text, quoted when it would otherwise be taken for something else.
    public static func text(_ text: String) -> YAMLNode { YAMLNode(.scalar(text, .quoted)) }
    /// A day, a number or an answer.
    public static func word(_ text: String) -> YAMLNode { YAMLNode(.scalar(text, .plain)) }
    public static func list(_ items: [YAMLNode]) -> YAMLNode { YAMLNode(.list(items)) }
    public static func mapping(_ pairs: [YAMLPair]) -> YAMLNode { YAMLNode(.mapping(pairs)) }
}

extension YAMLNode: Equatable {
    /// Equal in what they say; neither where nor how it was written counts.
    public static func == (one: YAMLNode, other: YAMLNode) -> Bool {
        switch (one.content, other.content) {
        case (.scalar(let text, _), .scalar(let otherText, _)): text == otherText && one.isNothing == other.isNothing
        case (.list(let items), .list(let otherItems)): items == otherItems
        case (.mapping(let pairs), .mapping(let otherPairs)):
            pairs.count == otherPairs.count
                && zip(pairs, otherPairs).allSatisfy { $0.key == $1.key && $0.value == $1.value }
        default: false
        }
    }
}
