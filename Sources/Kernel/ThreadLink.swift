/// How far along the golden thread a thing stands, from what children's lives should be like to what shows that they
/// are. A drawing has a column for each.
public enum ThreadLevel: Int, Sendable, CaseIterable, Comparable {
    case outcome, priority, indicator, place, decision, action, commission, budget, project, post, body, evidence

    public static func < (one: ThreadLevel, other: ThreadLevel) -> Bool { one.rawValue < other.rawValue }

    /// As a column's heading has it.
    public var words: String {
        switch self {
        case .outcome: "Outcome"
        case .priority: "Priority"
        case .indicator: "Indicator"
        case .place: "Place"
        case .decision: "Decision"
        case .action: "Action"
        case .commission: "Commission"
        case .budget: "Budget"
        case .project: "Project"
        case .post: "Post"
        case .body: "Body"
        case .evidence: "Evidence"
        }
    }
}

/// One link of the golden thread: that one thing serves, answers for, shows or follows from another.
public struct ThreadLink: Sendable, Hashable {
    /// A thing on the thread, and where on it.
    public struct End: Sendable, Hashable {
        public let subject: Subject
        public let level: ThreadLevel

        public init(_ subject: Subject, _ level: ThreadLevel) {
            (self.subject, self.level) = (subject, level)
        }
    }

    /// The end that stands nearer the outcome.
    public let from: End
    /// The end that stands nearer the ground.
    public let to: End
    /// What the link is, read from `from` to `to`: `is answered for by`.
    public let what: String
    /// Since when; nil where no source says.
    public let since: Day?
    /// The area it is for; nil for the whole city.
    public let area: String?
    public let sources: [Citation]

    public init(
        from: End, to: End, _ what: String, since: Day? = nil, area: String? = nil, sources: [Citation] = []
    ) {
        (self.from, self.to, self.what) = (from, to, what)
        (self.since, self.area, self.sources) = (since, area, sources)
    }
}
