public import Kernel
public import Records

/// Everything this room says of one function on a day: who answers for it, runs it, leads it.
public struct FunctionView: Sendable {
    /// A post's part in it.
    public struct Part: Sendable {
        public let responsibility: Responsibility
        public let post: Named
        public let holding: Holding
    }

    public let function: Function
    public let record: Record
    public let partOf: Named?
    public let parts: [Named]
    public let providedBy: Named?
    public let responsible: [Part]
    public let id: String

    /// - Returns: nil when it is not certain that there was such a function on the day.
    public init?(_ id: ID<Function>, in reading: DayBook) throws {
        guard let record = try reading.record(Function.kind, id.text) else { return nil }
        self.id = id.text
        self.record = record
        function = Function(record)
        partOf = try reading.named(function.part)
        parts = try reading.records(Function.kind, where: "part-of", is: id.text)
            .map { Named($0.id, $0.text("name") ?? $0.id) }.sorted { $0.name < $1.name }
        providedBy = try reading.named(record.id("provided-by") as ID<Organisation>?)
        let all = try reading.all(Responsibility.self, where: "function", is: id.text)
        try reading.prefetch(all.map(\.post.text))
        let holdings = try reading.holdings(of: all.map(\.post))
        responsible =
            try all
            .map {
                Part(responsibility: $0, post: try reading.named($0.post), holding: holdings[$0.post.text] ?? .notKnown)
            }
            .sorted { ($0.responsibility.level, $0.post.name) < ($1.responsibility.level, $1.post.name) }
    }

    /// Who answers for it in the end, in a sentence.
    public var whoAnswers: String {
        let answering = responsible.filter {
            $0.responsibility.level == "accountable" && $0.responsibility.record.standing == .holds
        }
        switch answering.count {
        case 0: return "No post is recorded as answering for it in the end."
        case 1: return "\(answering[0].post.name) answers for it in the end."
        default:
            return
                """
                \(answering.count) posts answer for it in the end: \
                \(answering.map(\.post.name).joined(separator: ", ")).
                """
        }
    }
}
