import Kernel
import Partners
import Records

/// F09, F10 and F14: what a body's own terms and lines say.
enum BodyChecks {
    static let all = [size, terms, purposeAndLine]

    // MARK: - F09

    static let size = Check<Trust>(
        "F09", "A body has no more members than its terms provide for", .error,
        sources: [.p10("4.2.3")],
        needs: "terms of reference with a number of members; the body's size as counted, else its members' seats",
        applies: """
            Every body whose number and size are both held. Cannot tell for the trust's own boards and partnerships \
            and the statutory ones, when either is missing.
            """
    ) { trust in trust.bodies.current.compactMap { size($0, trust) } }

    private static func size(_ body: Held<Body>, _ trust: Trust) -> Found? {
        let id = body.noun.id, terms = trust.terms(of: id), counted = trust.evidence.size(of: id)
        let subject = trust.subject(body.record.id), seats = trust.memberCount(of: id)
        let mend = "Bring the membership back to its terms, or agree terms for the number there are"
        if let terms, let limit = terms.noun.memberLimit,
            let members = counted?.noun.members ?? (seats > limit ? seats : nil)
        {
            guard members > limit else { return nil }
            let facts = [counted?.record, terms.record].compactMap { $0 }
            return Found(
                .error, subject,
                "\(Words.sentence(Words.the(body.noun.name))) has "
                    + (counted == nil
                        ? Words.count(members, "member's seat", "members' seats") : Words.count(members, "member"))
                    + "; its terms provide for \(limit)", mend: mend, facts: facts)
        }
        guard trust.isPrincipal(body) || counted != nil || !trust.evidence.lapsed(Size.kind, about: id.text).isEmpty
        else { return nil }
        let lacking = [
            terms?.noun.memberLimit == nil ? "how many members its terms provide for" : nil,
            counted == nil ? "how many it has" : nil,
        ]
        return Found(
            .cannotTell, subject,
            "\(Words.sentence(Words.the(body.noun.name))): it is not held "
                + Words.list(lacking.compactMap { $0 }),
            mend: "Record the number in the terms, and the size as counted",
            facts: [counted?.record, terms?.record].compactMap { $0 } + trust.evidence.lapsed(Size.kind, about: id.text)
                + [body.record])
    }

    // MARK: - F10

    static let terms = Check<Trust>(
        "F10", "Terms of reference say what, how, and how success is measured", .warning,
        sources: [.p10("4.2.1")],
        needs:
            "terms of reference, with what they say of functions, of how they are carried out, and of measures of "
            + "success",
        applies: """
            Every body whose terms are said not to say it well enough. Cannot tell for the trust's own boards and \
            partnerships and the statutory ones, when no terms are held or nobody has said.
            """
    ) { trust in trust.bodies.current.compactMap { terms($0, trust) } }

    private static let sayings = [
        ("functions-said", nil, "what its functions are"), ("how-said", "how", "how it carries them out"),
        ("measures-said", "measures", "how its success is measured"),
    ]

    private static func terms(_ body: Held<Body>, _ trust: Trust) -> Found? {
        let subject = trust.subject(body.record.id), name = Words.the(body.noun.name)
        let mend = "Agree terms that say how the body carries out its functions and how its success is measured"
        guard let terms = trust.terms(of: body.noun.id) else {
            guard trust.isPrincipal(body) else { return nil }
            return Found(
                .cannotTell, subject, "The terms of reference of \(name) are not held", mend: mend,
                facts: trust.evidence.lapsed(Terms.kind, about: body.record.id) + [body.record])
        }
        let faults = sayings.compactMap { field, _, words -> String? in
            switch terms.record.text(field) {
            case "insufficient": "\(words) (said to be insufficient)"
            case "unclear": "\(words) (said to be unclear)"
            case "missing": "\(words) (not said at all)"
            default: nil
            }
        }
        if !faults.isEmpty {
            return Found(
                .warning, subject, "The terms of reference of \(name) fall short in \(Words.list(faults))", mend: mend,
                facts: [terms.record])
        }
        let silent = sayings.filter { field, prose, _ in
            prose != nil && terms.record.text(field) == nil && (prose.flatMap(terms.record.text) ?? "").isEmpty
        }.map(\.2)
        guard trust.isPrincipal(body), !silent.isEmpty else { return nil }
        return Found(
            .cannotTell, subject, "Whether the terms of reference of \(name) say \(Words.list(silent)) is not held",
            mend: mend, facts: [terms.record])
    }

    // MARK: - F14

    static let purposeAndLine = Check<Trust>(
        "F14", "A body has a stated purpose and a line", .error,
        sources: [.p10("4.3.2")],
        needs: "terms of reference with a purpose, reporting lines, and what a body is a sub-group of",
        applies: """
            Every body whose purpose or line is said to be lacking or unclear and is not made good by another. Cannot \
            tell for the trust's own partnerships, boards, teams and groups, when neither a line nor a purpose is \
            held.
            """
    ) { trust in trust.bodies.current.compactMap { purposeAndLine($0, trust) } }

    private static let expected = [
        "partnership", "board", "statutory-board", "commissioning-group", "leadership-team", "area-partnership",
        "cluster-partnership", "sub-group",
    ]

    private static func purposeAndLine(_ body: Held<Body>, _ trust: Trust) -> Found? {
        let terms = trust.terms(of: body.noun.id), lines = trust.lines(from: body.record.id).filter(\.noun.isUpward)
        let hasLine =
            lines.contains { $0.record.standing == .holds && $0.noun.to != nil }
            || body.record.text("part-of").map { !trust.bodies.hasEnded($0) } ?? false
        let broken = hasLine ? nil : lines.first { $0.record.standing != .holds }
        let purpose = terms?.record.text("purpose-said")
        let hasPurpose = purpose == "said" || (purpose == nil && terms?.record.text("purpose") != nil)
        var faults: [String] = []
        if let purpose, purpose != "said" {
            faults.append("its purpose is \(purpose == "missing" ? "not stated" : "said to be \(purpose)")")
        }
        if let broken {
            let to = broken.noun.to.map { " to \(Words.the(trust.name($0)))" } ?? ""
            faults.append("its reporting line\(to) \(Words.said(broken.record.standing))")
        }
        let subject = trust.subject(body.record.id), mend = "State what the body is for, and record to whom it reports"
        let name = body.noun.standsFor == 1 ? body.noun.name : "\(body.noun.name) (\(body.noun.standsFor) of them)"
        if !faults.isEmpty {
            return Found(
                .error, subject, "\(Words.sentence(name)): \(Words.list(faults))", mend: mend,
                facts: [broken?.record, terms?.record].compactMap { $0 })
        }
        guard body.noun.isOfTrust, expected.contains(body.noun.type), !hasLine || !hasPurpose else { return nil }
        let lacking = [hasPurpose ? nil : "what its purpose is", hasLine ? nil : "to whom it reports"].compactMap { $0 }
        return Found(
            .cannotTell, subject, "\(Words.sentence(name)): it is not held \(Words.list(lacking))",
            mend: mend, facts: [terms?.record, body.record].compactMap { $0 })
    }
}
