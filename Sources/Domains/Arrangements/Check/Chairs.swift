import Kernel
import Partners
import Records

/// The derived parts of F19 and F20: an independent chair's line, and how that chair sits at other tables.
enum ChairChecks {
    static let ownLine = ConcernChecks.Derived(
        sources: [.p10("4.4.3"), .rules("LSCB-10")],
        needs:
            "the safeguarding board's chair and other independent chairs, lines of accountability, reporting "
            + "lines from the chair's post",
        applies: """
            Derived: every post that chairs the safeguarding board or is an independent chair; a line said to be \
            unclear is a defect. Cannot tell when no line is held.
            """
    ) { trust in chairPosts(trust).compactMap { ownLine($0, trust) } }

    static let attendee = ConcernChecks.Derived(
        sources: [.p10("4.4.5"), .rules("LSCB-11")],
        needs:
            "seats of the safeguarding board's chair at the trust's commissioning bodies, by post or by person, and "
            + "appointments",
        applies:
            "Derived: a member's seat of that chair at a body that commissions, where a formal attendee's is meant."
    ) { trust in
        let chairs = Set(safeguardingChairs(trust))
        let people = Set(chairSeats(trust).flatMap(trust.holders) + chairs.flatMap(trust.accountability.holders))
        return trust.bodies.current.filter { isCommissioning($0, trust) }.flatMap { body in
            trust.members(of: body.noun.id).filter { seat in
                !chairs.isDisjoint(with: trust.posts(in: seat)) || !people.isDisjoint(with: trust.holders(of: seat))
            }.map { seat in
                let post = seat.noun.post ?? trust.posts(in: seat).intersection(chairs).sorted().first
                let who = post.map { Words.the(trust.name($0.text)) } ?? "the chair of the safeguarding board"
                return Found(
                    .warning, trust.subject(post?.text ?? body.record.id),
                    "\(Words.sentence(who)) sits on \(Words.the(body.noun.name)) as a member; "
                        + "a formal attendee challenges it without sharing its decisions",
                    mend: "Change the seat's role to attendee", facts: [seat.record])
            }
        }
    }

    private static func isCommissioning(_ body: Held<Body>, _ trust: Trust) -> Bool {
        trust.isPrincipal(body) && body.noun.office != Trust.safeguardingBoard
            && trust.remits(of: body.noun.id).contains { $0.noun.role == "commissions" }
    }

    /// The posts that chair the safeguarding board: by their office, or by the seat they hold there.
    static func safeguardingChairs(_ trust: Trust) -> [ID<Post>] {
        trust.accountability.posts(holding: "lscb-chair").map(\.noun.id)
            + chairSeats(trust).compactMap(\.noun.post)
    }

    private static func chairSeats(_ trust: Trust) -> [Held<Seat>] {
        trust.bodies(holding: Trust.safeguardingBoard).flatMap { trust.chairs(of: $0.noun.id) }
    }

    private static func chairPosts(_ trust: Trust) -> [Held<Post>] {
        let safeguarding = Set(safeguardingChairs(trust))
        return trust.accountability.posts.current.filter { post in
            safeguarding.contains(post.noun.id)
                || (post.noun.grade == "chair" && post.record.flag("independent") == true)
        }
    }

    private static func ownLine(_ chair: Held<Post>, _ trust: Trust) -> Found? {
        let reporting = trust.lines(from: chair.record.id).filter {
            $0.noun.isUpward && $0.record.provenance != .proposed
        }
        let lines = trust.accountability.lines(up: chair.noun.id).filter { $0.record.provenance != .proposed }
        let all =
            lines.map { (to: $0.noun.to.text as String?, record: $0.record) }
            + reporting.map { (to: $0.noun.to, record: $0.record) }
        let subject = trust.subject(chair.record.id), name = Words.sentence(Words.the(chair.noun.name))
        let holds = all.contains { $0.record.standing == .holds }
        let mend = "Record to whom the chair answers, and how"
        if let broken = all.first(where: {
            $0.record.standing == .unclear || ($0.record.standing == .lacking && !holds)
        }) {
            let to = broken.to.map { " to \(Words.the(trust.name($0)))" } ?? ""
            return Found(
                .error, subject, "\(name): the line of accountability\(to) \(Words.said(broken.record.standing))",
                mend: mend, facts: [broken.record])
        }
        guard !holds else { return nil }
        return Found(
            .cannotTell, subject, "\(name): to whom the chair answers is not held", mend: mend, facts: [chair.record])
    }
}
