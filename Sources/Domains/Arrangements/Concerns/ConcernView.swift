public import Kernel
public import Partners
public import Records

/// One concern as it stood on a day, with what had been done about it by then.
public struct ConcernView: Sendable {
    /// Where it stands.
    public enum State: String, Sendable, CaseIterable {
        case open, underWay = "under-way", notKnown = "not-known", answered

        /// How a page says it.
        public var words: String {
            switch self {
            case .open: "Open"
            case .underWay: "Under way"
            case .notKnown: "Answered; whether it is met is not known"
            case .answered: "Answered"
            }
        }
    }

    /// What was done.
    public struct Done: Sendable {
        public let answer: Answer
        public let words: String
    }

    public let concern: Concern
    public let about: Subject
    public let answers: [Done]
    public var id: String { concern.id.text }

    public init(_ record: Record, in reading: DayBook) throws {
        try self.init(record, answers: reading.records(Answer.kind, where: "concern", is: record.id), in: reading)
    }

    init(_ record: Record, answers held: [Record], in reading: DayBook) throws {
        concern = Concern(record)
        about = try reading.subject(concern.about) ?? Subject(kind: "record", id: concern.about, name: concern.about)
        answers =
            held
            .map { Done(answer: Answer($0), words: $0.text("done") ?? "") }
            .sorted { $0.answer.since < $1.answer.since }
    }

    /// The last answer says; one that is under way, or of which it is not known, leaves the concern standing.
    public var state: State {
        if answers.contains(where: { ["done", "not-accepted"].contains($0.answer.outcome) }) { return .answered }
        return answers.last.map { $0.answer.outcome == "under-way" ? .underWay : .notKnown } ?? .open
    }
}

extension Answer {
    var since: Day { record.period.from ?? record.period.attested ?? Day(number: 0) }
}

extension DayBook {
    /// Concerns about a thing that had been raised by the day.
    public func concerns(about id: String) throws -> [ConcernView] {
        try records(Concern.kind, where: "about", is: id).map { try ConcernView($0, in: self) }
            .sorted { ($0.concern.topic, $0.id) < ($1.concern.topic, $1.id) }
    }
}
