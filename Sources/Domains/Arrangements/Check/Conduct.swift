import Kernel
import Partners
import Records

/// L04, L16, L19 to L22 and L26: how bodies are chaired and run, and that duties have somebody to carry them.
enum ConductChecks {
    static let all = [chairApart, quorum, oneChair, aChair, reviewDate, escalation, dutyHeld]

    static let chairApart = Check<Trust>(
        "L04", "A body that monitors is not chaired by the post it monitors", .warning,
        sources: [.rules("LM-03"), .p10("4.1.5")],
        needs:
            "remits to oversee, scrutinise or challenge, the chair's seat and the posts that its holder has, "
            + "responsibilities for the functions in the remit",
        applies:
            "Bodies whose chair's post answers for, or runs, a function that the body oversees, scrutinises or "
            + "challenges, or a wider one that it is a part of."
    ) { trust in trust.bodies.current.compactMap { chairApart($0, trust) } }

    private static func chairApart(_ body: Held<Body>, _ trust: Trust) -> Found? {
        let chairs = trust.chairs(of: body.noun.id).reduce(into: Set<ID<Post>>()) { $0.formUnion(trust.posts(in: $1)) }
        guard !chairs.isEmpty else { return nil }
        let watched = trust.remits(of: body.noun.id).filter {
            ["oversees", "scrutinises", "challenges"].contains($0.noun.role)
        }
        var functions: [String] = [], facts: [Record] = [], chair: ID<Post>?
        for remit in watched {
            let function = remit.noun.function
            // Whoever answers for the whole answers for its parts.
            let claims = ([function] + trust.accountability.wider(than: function))
                .flatMap(trust.accountability.responsibilities(for:)).filter {
                    chairs.contains($0.noun.post) && $0.noun.level != "leads" && $0.record.standing == .holds
                }
            guard let claim = claims.first else { continue }
            chair = claim.noun.post
            functions.append(trust.name(remit.noun.function.text))
            facts += [remit.record, claim.record]
        }
        guard let chair else { return nil }
        return Found(
            .warning, trust.subject(body.record.id),
            "\(Words.sentence(Words.the(body.noun.name))) monitors \(Words.list(functions)) and is chaired by "
                + "\(Words.the(trust.name(chair.text))), who is in charge of it",
            mend: "Let somebody else chair the body, or record where the holder of the chair is challenged",
            facts: facts)
    }

    static let quorum = Check<Trust>(
        "L16", "A body that decides has a quorum that its members can make", .warning,
        sources: [.rules("GOV-10")],
        needs: "remits to decide or commission, terms with a quorum and a number of members, the body's size and seats",
        applies: """
            Every quorum held, against the members there are: attendees and advisers never count. Cannot tell where \
            neither the size nor the number in the terms is held and the seats do not make it up, and for the trust's \
            own boards and the statutory ones that decide or commission and whose quorum is not held.
            """,
        evidence: .knowledgeHigh
    ) { trust in trust.bodies.current.compactMap { quorum($0, trust) } }

    private static func quorum(_ body: Held<Body>, _ trust: Trust) -> Found? {
        let id = body.noun.id, terms = trust.terms(of: id), subject = trust.subject(body.record.id),
            name = Words.sentence(Words.the(body.noun.name))
        guard let quorum = terms?.noun.quorum else {
            let decides = trust.remits(of: id).contains { ["decides", "commissions"].contains($0.noun.role) }
            guard trust.isPrincipal(body), decides else { return nil }
            return Found(
                .cannotTell, subject, "\(name) takes decisions; how many members make its quorum is not held",
                mend: "Record the quorum in its terms", facts: [terms?.record, body.record].compactMap { $0 })
        }
        let counted = trust.evidence.size(of: id)
        guard let members = counted?.noun.members ?? terms?.noun.memberLimit else {
            return quorumUnknown(quorum, of: body, terms, trust)
        }
        guard quorum > members else { return nil }
        return Found(
            .warning, subject, "\(name) needs \(Words.count(quorum, "member")) for a decision, and has \(members)",
            mend: "Agree a quorum that the members can make", facts: [terms?.record, counted?.record].compactMap { $0 })
    }

    /// Seats that make up the quorum settle it; a list that may be a part of the table does not.
    private static func quorumUnknown(
        _ quorum: Int, of body: Held<Body>, _ terms: Held<Terms>?, _ trust: Trust
    ) -> Found? {
        let seats = trust.members(of: body.noun.id).reduce(0) { $0 + $1.noun.number }
        guard quorum > seats else { return nil }
        return Found(
            .cannotTell, trust.subject(body.record.id),
            "\(Words.sentence(Words.the(body.noun.name))) needs \(Words.count(quorum, "member")) for a decision; "
                + "how many it has is not held"
                + (seats == 0
                    ? "" : ", and the \(Words.count(seats, "member's seat", "members' seats")) held may not be all"),
            mend: "Record the body's size", facts: [terms?.record, body.record].compactMap { $0 })
    }

    static let oneChair = Check<Trust>(
        "L19", "A body has one chair at a time", .error, sources: [.p10("4.1.5")],
        needs: "chairs' seats", applies: "Every body.", evidence: .own
    ) { trust in
        trust.bodies.current.compactMap { body in
            let chairs = trust.chairs(of: body.noun.id), number = chairs.reduce(0) { $0 + $1.noun.number }
            guard number > body.noun.standsFor else { return nil }
            return Found(
                .error, trust.subject(body.record.id),
                "\(Words.sentence(Words.the(body.noun.name))) has \(number) chairs at once: "
                    + "\(Words.list(chairs.map { trust.name($0.record.id) }))",
                mend: "End all but one of the seats, or make one a deputy chair", facts: chairs.map(\.record))
        }
    }

    static let aChair = Check<Trust>(
        "L20", "A body has a chair", .warning, sources: [.rules("CTB-09"), .rules("LSCB-04")],
        needs: "chairs' seats and their standing",
        applies: """
            Every body whose chair is said to be lacking or is vacant. Cannot tell where it is said to be unclear, and \
            for the trust's own boards and partnerships and the statutory ones without a chair's seat.
            """,
        evidence: .own
    ) { trust in
        trust.bodies.current.compactMap { body in
            guard trust.chairs(of: body.noun.id).isEmpty else { return nil }
            let seat = trust.seats(at: body.noun.id).first {
                $0.noun.role == "chair" && $0.record.provenance != .proposed
            }
            guard seat != nil || trust.isPrincipal(body) else { return nil }
            let name = Words.the(body.noun.name), isUnclear = seat?.record.standing == .unclear
            return Found(
                seat == nil || isUnclear ? .cannotTell : .warning, trust.subject(body.record.id),
                isUnclear
                    ? "Who chairs \(name) is said to be unclear"
                    : seat == nil ? "Who chairs \(name) is not held" : "\(Words.sentence(name)) has no chair",
                mend: "Record the chair's seat, and who is in it", facts: [seat?.record, body.record].compactMap { $0 })
        }
    }

    static let reviewDate = Check<Trust>(
        "L21", "Terms of reference are looked at again by the day they say", .warning, sources: [.p10("3.3.3")],
        needs: "terms of reference with a review date", applies: "Every body whose terms name a day.", evidence: .own
    ) { trust in
        trust.bodies.current.compactMap { body in
            guard let terms = trust.terms(of: body.noun.id), let due = terms.record.day("review-by"), due < trust.day
            else { return nil }
            return Found(
                .warning, trust.subject(body.record.id),
                "The terms of reference of \(Words.the(body.noun.name)) were to be looked at again by \(due.long)",
                mend: "Review the terms, and record them with a new date", facts: [terms.record])
        }
    }

    static let escalation = Check<Trust>(
        "L22", "Terms of reference name where a body takes what it cannot settle", .warning,
        sources: [.p10("4.4.4"), .rules("LSCB-10")],
        needs: "terms of reference with the body or post it escalates to",
        applies: """
            Terms that escalate to a body or post that is not there. Cannot tell for the trust's own boards and \
            partnerships and the statutory ones whose terms are held and name none.
            """,
        evidence: .own
    ) { trust in trust.bodies.current.compactMap { escalation($0, trust) } }

    private static func escalation(_ body: Held<Body>, _ trust: Trust) -> Found? {
        guard let terms = trust.terms(of: body.noun.id) else { return nil }
        let subject = trust.subject(body.record.id), name = Words.the(body.noun.name),
            mend = "Name the body or the post in the terms (escalates-to)"
        guard let to = terms.record.text("escalates-to") else {
            guard trust.isPrincipal(body) else { return nil }
            return Found(
                .cannotTell, subject, "Where \(name) takes what it cannot settle is not held", mend: mend,
                facts: [terms.record])
        }
        guard trust.bodies[to] == nil, trust.accountability.posts[to] == nil else { return nil }
        guard !trust.isUnknown(to) else {
            return Found(
                .cannotTell, subject,
                "Whether \(Words.the(trust.name(to))), to which \(name) is to escalate, was there on "
                    + "\(trust.day.long) is not held", mend: mend, facts: [terms.record] + trust.book[to])
        }
        return Found(
            .warning, subject,
            "\(Words.sentence(name)) is to escalate to \(Words.the(trust.name(to))), which is not there on "
                + "\(trust.day.long)",
            mend: mend, facts: [terms.record])
    }

    static let dutyHeld = Check<Trust>(
        "L26", "A statutory duty has somebody to carry it", .warning, sources: [.act("s18"), .rules("DCS-01")],
        needs: "statutory duties with the post or organisation that holds each",
        applies: "Every duty recorded. Cannot tell when neither a post nor an organisation is held for it.",
        evidence: .own
    ) { trust in
        trust.accountability.duties.compactMap { duty in
            let post = duty.noun.post?.text, organisation = duty.record.text("organisation")
            let isThere = [
                post.map { trust.accountability.posts[$0] != nil },
                organisation.map { trust.accountability.organisations[$0] != nil },
            ]
            .compactMap { $0 }
            guard !isThere.contains(true) else { return nil }
            let gone = [post, organisation].compactMap { $0 }.map(trust.name)
            let isKnown = !isThere.isEmpty && ![post, organisation].compactMap { $0 }.contains(where: trust.isUnknown)
            return Found(
                isKnown ? .warning : .cannotTell, trust.subject(duty.record.id),
                !isKnown
                    ? "Who carries the duty \(duty.noun.name) is not held"
                    : "The duty \(duty.noun.name) is carried by \(Words.list(gone)), which is not there on "
                        + "\(trust.day.long)",
                mend: "Record the post or the organisation that carries it", facts: [duty.record])
        }
    }
}
