/// Where something is said: a document and a paragraph of it, such as `P10 3.1.8` or `CA2004 s12A(2)`.
public struct Citation: Hashable, Sendable, Codable, CustomStringConvertible {
    public let document: String
    public let paragraph: String

    public init(_ document: String, _ paragraph: String) {
        self.document = document
        self.paragraph = paragraph
    }

    /// Reads `P10 3.1.8`: the document up to the first space, the paragraph after it. Nil when either is missing.
    public init?(reading text: String) {
        let halves = text.split(separator: " ", maxSplits: 1, omittingEmptySubsequences: true)
        guard halves.count == 2 else { return nil }
        self.init(String(halves[0]), String(halves[1]))
    }

    public var description: String { "\(document) \(paragraph)" }
}

/// What a source does when it gives a fact: say it, count it, deny it, doubt it, complain of it, or propose it.
public enum Provenance: String, Sendable, Codable, CaseIterable {
    case stated, figure, absence, unclear, concern, proposed, assumption

    /// How a page says it.
    public var words: String {
        switch self {
        case .stated: "Stated"
        case .figure: "Figure given"
        case .absence: "Said to be lacking"
        case .unclear: "Said to be unclear"
        case .concern: "Concern reported"
        case .proposed: "Proposed"
        case .assumption: "Assumption"
        }
    }
}
