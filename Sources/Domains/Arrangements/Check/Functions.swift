import Kernel
import Partners
import Records

/// F13, F15 and F22: whether a body's functions are heard, reported on, and in the trust's own lines.
enum FunctionChecks {
    static let all = [heard, reported, ownLines, ImprovementChecks.gathered, ImprovementChecks.judged]

    // MARK: - F13

    static let heard = Check<Trust>(
        "F13", "A sector that a body's functions cover has a seat", .error,
        sources: [.p10("4.3.3")],
        needs: "remits, functions with their sector, seats with sector, organisation, role and standing",
        applies: """
            Every seat said to be lacking. Cannot tell for the trust's own boards and partnerships and the statutory \
            ones, when no member's seat is held for the sector of a function in the remit, or of a part of it.
            """
    ) { trust in trust.bodies.current.flatMap { heard($0, trust) } }

    /// Whether somebody has come to speak for a sector since it was said to have nobody.
    private static func isFilledSince(_ lacking: Held<Seat>, _ body: Held<Body>, _ trust: Trust) -> Bool {
        let sectors = trust.sectors(of: lacking), named = Set(trust.organisations(of: lacking))
        guard let since = lacking.record.knownSince, !sectors.isEmpty else { return false }
        let later = trust.members(of: body.noun.id).filter { ($0.record.knownSince ?? since) > since }
        guard named.isEmpty else { return later.contains { !named.isDisjoint(with: trust.organisations(of: $0)) } }
        return sectors.allSatisfy { sector in later.contains { trust.sectors(of: $0).contains(sector) } }
    }

    private static func heard(_ body: Held<Body>, _ trust: Trust) -> [Found] {
        let subject = trust.subject(body.record.id), name = Words.the(body.noun.name)
        let mend = "Give the sector a member's seat, and record who speaks for it"
        let lacking = trust.seats(at: body.noun.id).filter {
            $0.noun.isMember && $0.noun.role != "chair" && $0.record.standing == .lacking
                && $0.record.provenance != .proposed && !isFilledSince($0, body, trust)
        }
        let attested = lacking.map { seat in
            Found(
                .error, subject, "\(who(seat, trust)) is said not to be represented on \(name)", mend: mend,
                facts: [seat.record])
        }
        guard trust.isPrincipal(body) else { return attested }
        let heard = Set(trust.members(of: body.noun.id).flatMap { trust.sectors(of: $0) })
        let said = Set(lacking.flatMap { trust.sectors(of: $0) })
        let remits = trust.remits(of: body.noun.id)
        var missing: [String: Held<Remit>] = [:], order: [String] = []
        for remit in remits {
            for sector in trust.accountability.whole(of: remit.noun.function).compactMap(\.noun.sector)
            where !heard.contains(sector) && !said.contains(sector) && missing[sector] == nil {
                missing[sector] = remit
                order.append(sector)
            }
        }
        var facts = order.compactMap { missing[$0]?.record }
        let lapsed = trust.evidence.lapsed(Seat.kind, about: body.record.id).filter { $0.standing == .lacking }
        for record in lapsed {
            guard let sector = trust.sectors(of: Held<Seat>(record)).first, !heard.contains(sector),
                !said.contains(sector)
            else { continue }
            if !order.contains(sector) { order.append(sector) }
            facts.insert(record, at: 0)
        }
        guard !order.isEmpty else { return attested }
        let sectors = Words.list(order.map { Organisation.sectors.label(of: $0).lowercased() })
        return attested + [
            Found(
                .cannotTell, subject, "Whether \(name) hears \(sectors) is not held: no member's seat is held for it",
                mend: mend, facts: facts)
        ]
    }

    private static func who(_ seat: Held<Seat>, _ trust: Trust) -> String {
        if let organisation = seat.noun.organisation { return trust.name(organisation.text) }
        if let post = seat.noun.post { return Words.sentence(Words.the(trust.name(post.text))) }
        return seat.noun.sector.map { "The \(Organisation.sectors.label(of: $0).lowercased()) sector" } ?? "A member"
    }

    // MARK: - F15

    static let reported = Check<Trust>(
        "F15", "A core function is reported on in every cycle", .warning,
        sources: [.p10("4.3.5")],
        needs:
            "remits marked core, counts of reports received, when the body began, and the threshold "
            + "reporting-cycle-months (default 12)",
        applies: """
            Every core function of a body for which reports were counted, up to the day of the count. Cannot tell for \
            the trust's own boards and partnerships and the statutory ones, when no count is held or it is not known \
            from when.
            """
    ) { trust in trust.bodies.current.flatMap { reported($0, trust) } }

    private static func reported(_ body: Held<Body>, _ trust: Trust) -> [Found] {
        let core = trust.remits(of: body.noun.id).filter(\.noun.isCore), cycle = trust.thresholds.reportingCycleMonths
        let counts = trust.evidence.counts(at: body.noun.id), subject = trust.subject(body.record.id),
            name = Words.the(body.noun.name)
        let mend = "Bring a report on the function's outcomes to the body in each cycle, and record it"
        var found: [Found] = [], uncounted: [Held<Remit>] = []
        for remit in core {
            guard let count = counts.last(where: { $0.noun.function == remit.noun.function }) else {
                uncounted.append(remit)
                continue
            }
            let function = trust.name(remit.noun.function.text)
            guard let since = count.noun.since ?? trust.book[body.record.id].compactMap(\.knownSince).min() else {
                uncounted.append(remit)
                continue
            }
            // What came after the day of the count was not counted.
            let until = min(count.record.knownSince ?? trust.day, trust.day)
            let due = since.wholeMonths(to: until) / max(1, cycle.value)
            guard count.noun.number < due else { continue }
            found.append(
                Found(
                    .warning, subject,
                    "\(Words.sentence(name)) has had \(Words.count(count.noun.number, "report")) on \(function), "
                        + "a core function, from \(since.long) to \(until.long); "
                        + "one every \(Words.count(cycle.value, "month")) makes \(due)",
                    mend: mend, facts: [count.record, remit.record], sources: cycle.sources))
        }
        guard !uncounted.isEmpty, trust.isPrincipal(body) else { return found }
        let functions = Words.list(uncounted.map { trust.name($0.noun.function.text) })
        return found + [
            Found(
                .cannotTell, subject, "How often \(name) has had reports on \(functions) is not held", mend: mend,
                facts: trust.evidence.lapsed(ReportCount.kind, about: body.record.id) + uncounted.map(\.record))
        ]
    }

    // MARK: - F22

    static let ownLines = Check<Trust>(
        "F22", "Policy for children is developed within the trust's own lines", .warning,
        sources: [.p10("5.3.4"), .p10("5.3.7")],
        needs: "remits to develop policy, whether a body is of the trust, reporting lines of bodies and posts",
        applies: """
            Bodies outside the trust that develop policy, apart from the council's executive, committees and scrutiny \
            and from what another partner hosts for itself. Cannot tell when it is not held to whom they report.
            """
    ) { trust in
        trust.bodies.current.filter { isOutside($0) && !isCouncils($0) && !isAnothers($0, trust) }
            .compactMap { ownLines($0, trust) }
    }

    /// Whether a partner's own: a hospital's board answers in the health service's lines. A company of the authority's
    /// is not a partner.
    private static func isAnothers(_ body: Held<Body>, _ trust: Trust) -> Bool {
        guard body.noun.type != "company-board", let host = body.noun.host,
            let held = trust.accountability.organisations[host.text], held.noun.type != "company"
        else { return false }
        return trust.accountability.authority != nil && !trust.accountability.isAuthoritysOwn(host)
    }

    private static func isOutside(_ body: Held<Body>) -> Bool {
        !body.noun.isOfTrust || body.noun.type == "company-board"
    }

    private static func isCouncils(_ body: Held<Body>) -> Bool {
        body.noun.office != nil || Body.typesOfCouncils.contains(body.noun.type)
    }

    private static func ownLines(_ body: Held<Body>, _ trust: Trust) -> Found? {
        let policy = trust.remits(of: body.noun.id).filter { $0.noun.role == "develops-policy" }
        guard !policy.isEmpty else { return nil }
        let reached = trust.reached(from: body.record.id)
        let isWithin = reached.contains { id in
            trust.bodies[id].map { !isOutside($0) }
                ?? (trust.accountability.posts[id]?.noun.office == Accountability.director)
        }
        guard !isWithin else { return nil }
        let functions = Words.list(policy.map { trust.name($0.noun.function.text) }),
            name = Words.sentence(Words.the(body.noun.name))
        let lines = trust.lines(from: body.record.id).map(\.record)
        guard let first = reached.first else {
            return Found(
                .cannotTell, trust.subject(body.record.id),
                "\(name) develops policy on \(functions); to whom it reports is not held",
                mend: "Record the body's reporting line", facts: policy.map(\.record) + lines)
        }
        return Found(
            .warning, trust.subject(body.record.id),
            "\(name) develops policy on \(functions) and reports it to \(Words.the(trust.name(first))), outside "
                + "the trust's own lines",
            mend: "Bring the policy into the trust's lines, or end the body's part in it",
            facts: policy.map(\.record) + lines)
    }
}

extension Day {
    /// Whole months from this day to a later one; 0 when it is not later.
    func wholeMonths(to other: Day) -> Int {
        var months = max(0, (other.year - year) * 12 + other.month - month)
        if months > 0, adding(months: months) > other { months -= 1 }
        return months
    }
}
