public import Kernel
public import Records

/// Everything this room says of one post on a day.
public struct PostView: Sendable {
    /// A line to or from another post.
    public struct Tie: Sendable {
        public let line: Line
        public let other: Named
    }

    /// What the post answers for, runs or leads.
    public struct Answering: Sendable {
        public let responsibility: Responsibility
        public let function: Named
        /// Other posts that answer for the same function in the end, neither being in the other's line.
        public let rivals: [Named]
    }

    /// Somebody who stands in.
    public struct StandIn: Sendable {
        public let deputy: Deputy
        public let other: Named
    }

    /// Functions exercised for another.
    public struct Delegated: Sendable {
        public let delegation: Delegation
        public let other: Named
        public let function: Named?
    }

    public let post: Post
    public let record: Record
    public let organisation: Named
    public let area: Named?
    public let holding: Holding
    public let appointment: Record?
    public let answering: [Answering]
    public let duties: [Record]
    /// To posts above: management and accountability, also what is said to be lacking or unclear.
    public let up: [Tie]
    public let down: [Tie]
    /// The posts above it by line management, nearest first, as far as lines that hold lead.
    public let managementChain: [Named]
    public let accountabilityChain: [Named]
    public let deputies: [StandIn]
    public let deputisesFor: [StandIn]
    public let delegatesTo: [Delegated]
    public let delegatedBy: [Delegated]
    public let id: String
}

extension PostView {
    /// Posts followed upwards before giving up; a real chain has a dozen.
    static let chainMax = 30

    /// - Returns: nil when it is not certain that there was such a post on the day.
    public init?(_ id: ID<Post>, in reading: DayBook) throws {
        guard let record = try reading.record(Post.kind, id.text) else { return nil }
        let post = Post(record)
        self.id = id.text
        self.post = post
        self.record = record
        organisation = try reading.named(post.organisation)
        area = try post.place.map(reading.named)
        (holding, appointment) = try reading.holding(of: id)
        duties = try reading.records(Duty.kind, where: "post", is: id.text)
        let linesUp = try reading.all(Line.self, where: "post", is: id.text)
        let linesDown = try reading.all(Line.self, where: "to", is: id.text)
        try reading.prefetch(linesUp.map(\.to.text) + linesDown.map(\.post.text))
        up = try linesUp.map { Tie(line: $0, other: try reading.named($0.to)) }
        down = try linesDown.map { Tie(line: $0, other: try reading.named($0.post)) }.sorted {
            $0.other.name < $1.other.name
        }
        managementChain = try reading.chain(above: id, "management")
        accountabilityChain = try reading.chain(above: id, "accountability")
        answering = try reading.answering(id)
        deputies = try reading.all(Deputy.self, where: "post", is: id.text)
            .map { StandIn(deputy: $0, other: try reading.named($0.deputy)) }
        deputisesFor = try reading.all(Deputy.self, where: "deputy", is: id.text)
            .map { StandIn(deputy: $0, other: try reading.named($0.post)) }
        delegatesTo = try reading.delegated(where: "from-post", is: id) { $0.to }
        delegatedBy = try reading.delegated(where: "to-post", is: id) { $0.from }
    }

    /// Who acts when the holder is away, in a sentence.
    public var whoActs: String {
        let designated = deputies.filter(\.deputy.isDesignated)
        if !designated.isEmpty {
            return designated.map { "\($0.other.name) acts\($0.deputy.coveredWords)" }.joined(separator: "; ") + "."
        }
        switch deputies.count {
        case 0: return "Nobody is recorded as acting for this post."
        case 1: return "\(deputies[0].other.name) might act, and is not designated."
        default:
            return
                """
                It is not settled: \(deputies.count) posts might act \
                (\(deputies.map(\.other.name).joined(separator: ", "))), and none is designated.
                """
        }
    }
}

extension Deputy {
    /// What a deputy acts in, to follow "acts".
    var coveredWords: String {
        switch covers {
        case "statutory": " in the statutory duties"
        case "part": " in part of the work"
        default: ""
        }
    }
}

extension DayBook {
    /// The posts above one, nearest first, by lines of a type that hold; the first line is followed where there are
    /// several.
    func chain(above post: ID<Post>, _ type: String) throws -> [Named] {
        var chain: [Named] = [], seen: Set = [post.text], at = post
        while chain.count < PostView.chainMax {
            let line = try all(Line.self, where: "post", is: at.text).first {
                $0.type == type && $0.record.standing == .holds
            }
            guard let line, seen.insert(line.to.text).inserted else { break }
            chain.append(try named(line.to))
            at = line.to
        }
        return chain
    }

    fileprivate func answering(_ post: ID<Post>) throws -> [PostView.Answering] {
        try all(Responsibility.self, where: "post", is: post.text).map { responsibility in
            let function = try named(responsibility.function)
            return PostView.Answering(
                responsibility: responsibility, function: function,
                rivals: responsibility.level == "accountable" ? try rivals(of: responsibility) : [])
        }
        .sorted { ($0.responsibility.level, $0.function.name) < ($1.responsibility.level, $1.function.name) }
    }

    /// The others that answer in the end for what this one answers for, and are in no line with it (either way up).
    private func rivals(of mine: Responsibility) throws -> [Named] {
        guard mine.record.standing == .holds, try !isLeadMember(mine.post) else { return [] }
        let others = try all(Responsibility.self, where: "function", is: mine.function.text)
            .filter { $0.level == "accountable" && $0.record.standing == .holds && $0.post != mine.post }
        guard !others.isEmpty else { return [] }
        let above = try above(mine.post)
        return try others.filter { other in
            guard !above.contains(other.post.text), try !isLeadMember(other.post) else { return false }
            return try !self.above(other.post).contains(mine.post.text)
        }
        .map { try named($0.post) }
    }

    /// The law lays that office beside the Director's, for the same functions (section 19).
    private func isLeadMember(_ post: ID<Post>) throws -> Bool {
        try record(Post.kind, post.text)?.text("office") == Accountability.leadMember
    }

    private func above(_ post: ID<Post>) throws -> Set<String> {
        Set(try (chain(above: post, "management") + chain(above: post, "accountability")).map(\.id))
    }

    fileprivate func delegated(
        where field: String, is post: ID<Post>, other: (Delegation) -> ID<Post>
    ) throws -> [PostView.Delegated] {
        try all(Delegation.self, where: field, is: post.text).map { delegation in
            PostView.Delegated(
                delegation: delegation, other: try named(other(delegation)), function: try named(delegation.function))
        }
    }
}
