import Kernel
import Records

/// F02: two posts that answer for one thing.
enum ContestChecks {
    static let oneAnswers = Check<Accountability>(
        "F02", "One post answers for a function, or one stands in the other's line", .error,
        sources: [.p10("3.1.9"), .p10("5.2.1")],
        needs: "responsibilities at the level accountable, functions and what they are part of, lines between posts",
        applies: """
            Every function with two accountable posts, its wider functions counted. The Lead Member is left out: \
            section 19 lays that office beside the Director's. Cannot tell when the lines of one of the two are not \
            held.
            """
    ) { model in
        let contests = model.contests
        let contested = Set(contests.map(\.function))
        return contests.map { found($0, model) } + unclear(model, beside: contested)
    }

    private static let mend =
        "Record a line from one of the two posts to the other, or let only one of them be accountable"

    private static func found(_ contest: Contest, _ model: Accountability) -> Found {
        let claims = [contest.one, contest.other].map { claim in
            claim.function == contest.function
                ? Words.the(model.name(claim.post.text))
                : "\(Words.the(model.name(claim.post.text))) (as part of \(model.name(claim.function.text)))"
        }
        let lines =
            contest.broken.map { "the line between them \(Words.said($0.standing))" }.first
            ?? (contest.isCertain
                ? "neither stands in the other's line" : "whether one stands in the other's line is not held")
        return Found(
            contest.isCertain ? .error : .cannotTell, model.subject(contest.function.text),
            "For \(model.name(contest.function.text)), both \(Words.list(claims)) are accountable, and \(lines)",
            mend: mend, facts: [contest.one.record, contest.other.record] + contest.broken.map(\.record))
    }

    private static func unclear(_ model: Accountability, beside contested: Set<ID<Function>>) -> [Found] {
        model.functions.current.filter { !contested.contains($0.noun.id) }.compactMap { function in
            let claims = model.responsibilities(for: function.noun.id)
                .filter { $0.noun.level == "accountable" && $0.record.standing == .unclear }
            guard let first = claims.first else { return nil }
            let who = Words.list(claims.map { Words.the(model.name($0.post.text)) })
            return Found(
                .error, model.subject(function.record.id),
                "For \(function.noun.name), it is said to be unclear whether \(who) is accountable",
                mend: mend, facts: [first.record] + claims.dropFirst().map(\.record))
        }
    }
}
