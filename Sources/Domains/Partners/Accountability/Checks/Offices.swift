import Kernel
import Records

/// L01 and L02: the two offices that sections 18 and 19 require; L28: whose they are.
enum OfficeChecks {
    static let all = [director, leadMember, authority]

    /// DCS-01: to be appointed by 1 January 2008 at the latest.
    private static let since2008 = Period(trusting: Day(2008, 1, 1), until: nil, attested: nil)
    private static let needs = "posts with the statutory office, and appointments to them"
    private static let applies = """
        The authority, once posts are described. Cannot tell when no appointment is held on the day, or the last one \
        ended with nothing after it.
        """

    static let director = Check<Accountability>(
        "L01", "There is one Director of Children's Services, with no gap", .error,
        sources: [.act("s18"), .rules("DCS-01")], needs: needs, applies: applies, evidence: .verified,
        inForce: since2008
    ) { found(of: Accountability.director, called: "Director of Children's Services", $0) }

    static let leadMember = Check<Accountability>(
        "L02", "There is one Lead Member for Children's Services, with no gap", .error,
        sources: [.act("s19"), .rules("LM-01")], needs: needs, applies: applies, evidence: .verified, inForce: since2008
    ) { found(of: Accountability.leadMember, called: "Lead Member for Children's Services", $0) }

    static let authority = Check<Accountability>(
        "L28", "It is known which council is the children's services authority", .warning,
        sources: [.act("s18"), .rules("DCS-01")],
        needs: "organisations with their type and their duty under section 11, and the Director's post",
        applies: """
            Every organisation that may be it, where several may: none, or several, are said to be it under section 11 \
            and no Director's post tells which. Cannot tell: what the authority owes is then not asked of anybody.
            """
    ) { model in
        guard let first = model.authorityCandidates.first else { return [] }
        return [
            Found(
                .cannotTell, model.subject(first.record.id),
                "Which of \(Words.list(model.authorityCandidates.map(\.noun.name))) is the children's services "
                    + "authority is not held, so that nothing is asked of it",
                mend:
                    "Say which it is (safeguarding-duty: childrens-services-authority), or record the Director's post",
                facts: model.authorityCandidates.map(\.record))
        ]
    }

    private static func found(of office: String, called title: String, _ model: Accountability) -> [Found] {
        guard let authority = model.authority else { return [] }
        let subject = model.subject(authority.record.id), posts = model.posts(holding: office)
        guard let post = posts.first else {
            guard !model.posts.current.isEmpty else { return [] }
            let said = model.posts.denied.first { $0.noun.office == office }
            if said == nil, let past = model.posts.lapsed.last(where: { $0.noun.office == office }),
                let until = past.record.period.until
            {
                return [
                    Found(
                        .cannotTell, subject,
                        "\(Words.sentence(Words.the(past.noun.name))) was the \(title) until "
                            + "\(until.adding(days: -1).long), and no post is held that is since",
                        mend: "Record the post that holds the office", facts: [past.record])
                ]
            }
            return [
                Found(
                    said == nil ? .cannotTell : .error, subject,
                    said == nil ? "No post is held that is the \(title)" : "There is said to be no \(title)",
                    mend: "Record the post that holds the office", facts: [said?.record ?? authority.record])
            ]
        }
        guard posts.count == 1 else {
            return [
                Found(
                    .error, subject,
                    "\(posts.count) posts hold the office of \(title): \(Words.list(posts.map(\.noun.name)))",
                    mend: "Let one post hold the office at a time", facts: posts.map(\.record))
            ]
        }
        return [held(post, title, model)].compactMap { $0 }
    }

    private static func held(_ post: Held<Post>, _ title: String, _ model: Accountability) -> Found? {
        let subject = model.subject(post.record.id), appointments = model.appointments(to: post.noun.id)
        let holders = appointments.filter { !$0.noun.isVacant }
        let mend = "Record who holds the post, an interim holder included"
        if holders.count > 1 {
            return Found(
                .error, subject, "\(holders.count) people hold the office of \(title) at once",
                mend: "End one of the appointments", facts: holders.map(\.record))
        }
        if holders.count == 1 { return nil }
        if let vacancy = appointments.first {
            return Found(.error, subject, "The office of \(title) is vacant", mend: mend, facts: [vacancy.record])
        }
        let past = model.pastAppointments(to: post.noun.id).max {
            ($0.record.period.until ?? model.day) < ($1.record.period.until ?? model.day)
        }
        let since = past?.record.period.until.map {
            "Nobody is held to be the \(title) since \($0.adding(days: -1).long)"
        }
        return Found(
            .cannotTell, subject, since ?? "Whether anybody holds the office of \(title) is not held", mend: mend,
            facts: [past?.record ?? post.record])
    }
}
