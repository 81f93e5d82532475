import Kernel
import Partners
import Records

/// L29: where the Lead Member of section 19 sits.
enum LeadMemberChecks {
    static let onExecutive = Check<Trust>(
        "L29", "The Lead Member is a member of the executive", .error,
        sources: [.act("s19"), .rules("LM-01")],
        needs: "the Lead Member's post and its holder, the council's executive, its seats, and their number",
        applies: """
            The Lead Member's post, once members of the executive are held. An error when the seats held are known to \
            be all, and each says who has it; otherwise cannot tell.
            """,
        evidence: .verified, inForce: Period(trusting: Day(2008, 1, 1), until: nil, attested: nil)
    ) { trust in
        let executives = trust.bodies(holding: "executive").filter { !trust.members(of: $0.noun.id).isEmpty }
        guard !executives.isEmpty else { return [] }
        return trust.accountability.posts(holding: Accountability.leadMember).compactMap { post in
            let seats = executives.flatMap { trust.members(of: $0.noun.id) }
            guard !seats.contains(where: { has($0, post, trust) }) else { return nil }
            let isKnown =
                !trust.accountability.holders(of: post.noun.id).isEmpty
                && executives.allSatisfy { trust.seatsAreComplete(at: $0.noun.id) }
                && seats.allSatisfy { isNamed($0, trust) }
            let names = Words.list(executives.map { Words.the($0.noun.name) })
            return Found(
                isKnown ? .error : .cannotTell, trust.subject(post.record.id),
                isKnown
                    ? "\(Words.sentence(Words.the(post.noun.name))) is not among the members of \(names)"
                    : "Whether \(Words.the(post.noun.name)) is a member of \(names) is not held",
                mend: "Record the Lead Member's seat there, or who has each seat", facts: executives.map(\.record))
        }
    }

    private static func has(_ seat: Held<Seat>, _ post: Held<Post>, _ trust: Trust) -> Bool {
        if seat.noun.post == post.noun.id { return true }
        return !trust.holders(of: seat).isDisjoint(with: trust.accountability.holders(of: post.noun.id))
    }

    /// Whether it is known who has a seat, so that it is somebody else.
    private static func isNamed(_ seat: Held<Seat>, _ trust: Trust) -> Bool {
        seat.noun.number == 1 && !trust.holders(of: seat).isEmpty
    }
}
