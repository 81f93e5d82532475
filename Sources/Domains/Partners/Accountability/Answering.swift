public import Kernel
import Records

/// Who answers for a function, who runs it and who leads it.
public struct Answering: Sendable {
    /// One claim: the post, the function it is held for (this one, or a wider one), and whether it holds or is unclear.
    public struct Claim: Sendable {
        public let post: ID<Post>
        public let function: ID<Function>
        public let standing: Standing
        public let record: Record
    }

    public let function: ID<Function>
    /// Claims on the function itself first, then on the wider functions of which it is a part.
    public let accountable: [Claim]
    public let runs: [Claim]
    public let leads: [Claim]
}

/// Two posts that both answer for one function, with no line between them.
public struct Contest: Sendable {
    public let function: ID<Function>
    public let one: Answering.Claim
    public let other: Answering.Claim
    /// Lines between the two that are said to be lacking or unclear.
    public let broken: [Chain.Link]
    /// Whether the records decide it; if not, the lines of one of them are not known.
    public let isCertain: Bool
}

extension Accountability {
    /// Who answers for a function, runs it and leads it: "who is accountable for X?"
    public func whoAnswers(for function: ID<Function>) -> Answering {
        let all = ([function] + wider(than: function)).flatMap(responsibilities(for:))
        func claims(_ level: String) -> [Answering.Claim] {
            all.filter { $0.noun.level == level && $0.record.standing != .lacking }.map {
                Answering.Claim(
                    post: $0.noun.post, function: $0.noun.function, standing: $0.record.standing, record: $0.record)
            }
        }
        return Answering(
            function: function, accountable: claims("accountable"), runs: claims("runs"), leads: claims("leads"))
    }

    /// Where two posts claim one thing: both accountable for a function, neither in the other's line.
    ///
    /// The Lead Member is left out: the law lays that office beside the Director's, for the same functions (section
    /// 19).
    public var contests: [Contest] {
        functions.current.flatMap { function -> [Contest] in
            let id = function.noun.id
            guard responsibilities(for: id).contains(where: { $0.noun.level == "accountable" }) else { return [] }
            let claims = whoAnswers(for: id).accountable.filter { posts[$0.post.text]?.noun.office != Self.leadMember }
            var found: [Contest] = [], seen: Set<Set<ID<Post>>> = []
            for (index, one) in claims.enumerated() {
                for other in claims.dropFirst(index + 1)
                where one.post != other.post && (one.function == id || other.function == id) {
                    guard seen.insert([one.post, other.post]).inserted, let contest = contest(id, one, other) else {
                        continue
                    }
                    found.append(contest)
                }
            }
            return found
        }
    }

    private func contest(_ function: ID<Function>, _ one: Answering.Claim, _ other: Answering.Claim) -> Contest? {
        let fromOne = links(up: one.post) { _ in true }, fromOther = links(up: other.post) { _ in true }
        let isInLine =
            fromOne.contains { $0.standing == .holds && $0.to == other.post }
            || fromOther.contains { $0.standing == .holds && $0.to == one.post }
        guard !isInLine else { return nil }
        let broken =
            fromOne.filter { $0.standing != .holds && $0.to == other.post }
            + fromOther.filter { $0.standing != .holds && $0.to == one.post }
        let bothKnown = [fromOne, fromOther].allSatisfy { links in links.contains { $0.standing == .holds } }
        let isSaidUnclear = one.standing == .unclear || other.standing == .unclear
        return Contest(
            function: function, one: one, other: other, broken: broken,
            isCertain: !broken.isEmpty || bothKnown || isSaidUnclear)
    }
}
