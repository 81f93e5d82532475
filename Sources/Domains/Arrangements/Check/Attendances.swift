import Kernel
import Partners
import Records

/// F11 and F12: who comes.
enum AttendanceChecks {
    static let all = [attended, lastCame]

    // MARK: - F11

    static let attended = Check<Trust>(
        "F11", "A body is attended by enough of its members", .error,
        sources: [.p10("4.3.3")],
        needs: "attendance figures with their comparators, and the local threshold attendance-percent (default 60)",
        applies: """
            The latest figure of each measure, wherever one is held. Cannot tell when a comparator does not decide, \
            when the source leaves the figure unclear, and for the trust's own boards and partnerships and the \
            statutory ones without any figure. Members only: \
            attendees are no part of the share.
            """
    ) { trust in trust.bodies.current.compactMap { attended($0, trust) } }

    private static func attended(_ body: Held<Body>, _ trust: Trust) -> Found? {
        let figures = trust.evidence.attendances(at: body.noun.id), limit = trust.thresholds.attendancePercent
        let subject = trust.subject(body.record.id), name = Words.sentence(Words.the(body.noun.name))
        let mend =
            "Ask members who do not come to come or to give up the seat, and record the attendance of later meetings"
        let decided = figures.map { figure in
            let isBelow = Figure(figure.noun.percent, figure.noun.comparator).isBelow(limit.value)
            return (figure, figure.record.provenance == .unclear ? nil : isBelow)
        }
        let poor = decided.filter { $0.1 == true }.map(\.0).sorted { $0.noun.percent < $1.noun.percent }
        let lowest = "the lowest acceptable is \(limit.value)%"
        if !poor.isEmpty {
            let trend = poor.contains { $0.noun.trend == "worse" } ? ", and it is said to be getting worse" : ""
            return Found(
                .error, subject, "\(name) was attended by \(Words.list(poor.map(said))); \(lowest)\(trend)", mend: mend,
                facts: poor.map(\.record), sources: limit.sources)
        }
        let open = decided.filter { $0.1 == nil }.map(\.0)
        if !open.isEmpty {
            return Found(
                .cannotTell, subject,
                "\(name) was attended by \(Words.list(open.map(said))), which does not decide whether it "
                    + "meets the threshold: \(lowest)", mend: "Record the figure exactly", facts: open.map(\.record),
                sources: limit.sources)
        }
        let lapsed = trust.evidence.lapsed(Attendance.kind, about: body.record.id)
        guard figures.isEmpty, trust.isPrincipal(body) || !lapsed.isEmpty else { return nil }
        return Found(
            .cannotTell, subject,
            lapsed.isEmpty
                ? "\(name): no attendance figures are held"
                : "\(name): the attendance figures held speak of an earlier time", mend: "Record its attendance",
            facts: lapsed + [body.record])
    }

    private static func said(_ figure: Held<Attendance>) -> String {
        let share = figure.noun.comparator.said("\(figure.noun.percent)% of its members")
        guard figure.noun.measure != "regular" else { return share + " regularly" }
        return share + (figure.noun.met.map { " in \($0.monthAndYear)" } ?? " at one meeting")
    }

    // MARK: - F12

    static let lastCame = Check<Trust>(
        "F12", "An organisation with a seat has not stayed away too long", .warning,
        sources: [.p10("4.3.3")],
        needs:
            "absences of organisations from bodies with their comparators, and the local threshold absence-months "
            + "(default 12)",
        applies: """
            Every absence held, at the organisation, while it is there and its seat has not ended. Cannot tell when \
            a comparator does not decide, when the absence \
            held has ended, and for the trust's own boards and partnerships and the statutory ones that have members' \
            organisations of which nothing is held.
            """
    ) { trust in trust.bodies.current.flatMap { absences($0, trust) } }

    private static func absences(_ body: Held<Body>, _ trust: Trust) -> [Found] {
        let limit = trust.thresholds.absenceMonths
        let held = trust.evidence.absences(at: body.noun.id)
            .filter { !hasLeft($0.noun.organisation.text, body, trust) }
        let name = Words.the(body.noun.name),
            mend = "Have the organisation come, or change who holds its seat, and record when it last came"
        let current = held.compactMap { absence -> Found? in
            let away = absence.noun.comparator.said(Words.count(absence.noun.months, "month"))
            let verdict = Figure(absence.noun.months, absence.noun.comparator).isAbove(limit.value)
            guard verdict != false else { return nil }
            let subject = trust.subject(absence.noun.organisation.text)
            return Found(
                verdict == nil ? .cannotTell : .warning, subject,
                "\(subject.name) has not come to \(name) for \(away); "
                    + (verdict == nil
                        ? "that does not decide it: the longest acceptable is \(limit.value)"
                        : "the longest acceptable is \(limit.value)"),
                mend: mend, facts: [absence.record], sources: limit.sources)
        }
        let since = Set(held.map(\.noun.organisation.text))
        let lapsed = trust.evidence.lapsed(Absence.kind, about: body.record.id).compactMap { record -> Found? in
            guard let organisation = record.text("organisation"), !since.contains(organisation),
                !hasLeft(organisation, body, trust), trust.accountability.organisations[organisation] != nil
            else { return nil }
            let subject = trust.subject(organisation)
            return Found(
                .cannotTell, subject,
                "When \(subject.name) last came to \(name) is not held: what is held speaks of an earlier time",
                mend: mend, facts: [record])
        }
        let known = since.union(
            trust.evidence.lapsed(Absence.kind, about: body.record.id).compactMap { $0.text("organisation") })
        let silent = Set(trust.members(of: body.noun.id).compactMap(\.noun.organisation?.text)).subtracting(known)
        guard !silent.isEmpty, trust.isPrincipal(body) else { return current + lapsed }
        return current + lapsed + [
            Found(
                .cannotTell, trust.subject(body.record.id),
                "When \(Words.count(silent.count, "organisation")) with a seat last came to \(name) is not held: "
                    + Words.list(silent.map(trust.name).sorted()),
                mend: "Record how long each has stayed away", facts: [body.record])
        ]
    }
}

extension AttendanceChecks {
    /// Whether an organisation is no more, or had a seat and has none any longer: then nobody is waited for.
    private static func hasLeft(_ organisation: String, _ body: Held<Body>, _ trust: Trust) -> Bool {
        if trust.accountability.organisations.hasEnded(organisation) { return true }
        let isForIt = { (record: Record) in record.text("organisation") == organisation }
        return trust.evidence.lapsed(Seat.kind, about: body.record.id).contains(where: isForIt)
            && !trust.seats(at: body.noun.id).contains { isForIt($0.record) }
    }
}

extension Day {
    /// `June 2009`.
    var monthAndYear: String { long.split(separator: " ").dropFirst().joined(separator: " ") }
}
