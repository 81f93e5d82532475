import Kernel
import Partners
import Records

/// F06 to F08, F16 to F21 and F26 on: what somebody said is wrong, until the record says what was done.
enum ConcernChecks {
    /// One check a topic, so that a finding's code says what it is about.
    static let all: [Check<Trust>] = Concern.topics.map { topic in
        let derived = also[topic.value]
        let open = { @Sendable (trust: Trust) in
            trust.concerns.filter { $0.noun.topic == topic.value }.compactMap { found($0, trust) }
        }
        return Check<Trust>(
            codes[topic.value] ?? "F00", topic.label, derived == nil ? .warning : .error,
            sources: derived?.sources ?? [],
            needs: "concerns and proposals on this topic, and the answers to them"
                + (derived.map { "; \($0.needs)" } ?? ""),
            applies: """
                Every concern or proposal on the topic until an answer says that it was done or not accepted. Cannot \
                tell when the answer says that it is not known whether the concern is met.
                """ + (derived.map { " \($0.applies)" } ?? ""),
            look: { trust in open(trust) + (derived?.look(trust) ?? []) })
    }

    /// What a topic's check also derives from facts.
    struct Derived: Sendable {
        let sources: [Citation], needs: String, applies: String
        let look: @Sendable (Trust) -> [Found]
    }

    private static let also = [
        "chair-accountability": ChairChecks.ownLine, "attendance-of-chair": ChairChecks.attendee,
    ]

    /// The rows of the acceptance table keep their numbers; the other topics follow from F26, in their own order.
    static let codes: [String: String] = {
        var codes = [
            "support-capacity": "F06", "leadership-team": "F07", "member-engagement": "F08",
            "performance-management": "F16",
            "voluntary-sector": "F17", "board-membership": "F18", "chair-accountability": "F19",
            "attendance-of-chair": "F20",
            "locality-groups": "F21",
        ]
        var next = 26
        for topic in Concern.topics where codes[topic.value] == nil {
            codes[topic.value] = "F\(next)"
            next += 1
        }
        return codes
    }()

    private static func found(_ concern: Held<Concern>, _ trust: Trust) -> Found? {
        let answers = trust.answers(to: concern.noun.id)
        let latest = answers.max { (rank($0), isClosing($0) ? 1 : 0) < (rank($1), isClosing($1) ? 1 : 0) }
        if let latest, isClosing(latest) { return nil }
        let isUnknown = latest?.noun.outcome == "not-known"
        let name = Words.sentence(concern.noun.name),
            by = concern.noun.saidBy.isEmpty ? "somebody not named" : concern.noun.saidBy
        let said =
            concern.noun.isProposal
            ? "Proposed by \(by), and not recorded as carried out: \(name)" : "Reported by \(by): \(name)"
        let done = latest.flatMap { $0.record.text("done") }.map(Words.sentence) ?? ""
        let so =
            switch latest?.noun.outcome {
            case "under-way": ". Under way: \(done)"
            case "not-known": ". Since then: \(done). Whether that meets it is not known"
            default: ""
            }
        return Found(
            isUnknown ? .cannotTell : .warning, trust.subject(concern.noun.about), said + so,
            mend: [
                concern.record.text("mend").map { Words.sentence($0) + "." },
                "Record what was done about it as an answer to \(concern.record.id)",
            ]
            .compactMap { $0 }.joined(separator: " "),
            facts: [concern.record] + answers.map(\.record), basis: .reported)
    }

    private static func isClosing(_ answer: Held<Answer>) -> Bool {
        ["done", "not-accepted"].contains(answer.noun.outcome)
    }
    private static func rank(_ answer: Held<Answer>) -> Int { answer.record.knownSince?.number ?? .min }
}
