import Arrangements
import Kernel
import Partners
import Records

// What the law of a plan's day asked of it.
extension PlanChecks {
    static let agreedByTheEntitled = Check<PlansOnADay>(
        "P06", "A plan is agreed by the body entitled to", .error,
        sources: [row("CYPP-01"), row("CYPP-06"), row("CYPP-12"), row("GOV-34")],
        needs: "the city's plans, and who agreed them when",
        applies: """
            Every plan of the city that is published: by the law of the day on which it was agreed, and by that of the \
            day on which it was published. Cannot tell where no agreement is held, where a body is not known to have \
            been there on the day, or whether a committee is the full council.
            """, evidence: .verified
    ) { model in
        model.plans.filter { !$0.isLocal }.compactMap { plan in
            let agreements = model.all(PlanAgreement.self, of: plan).filter { $0.what == "plan" }
            let all =
                agreements.map { ($0.body.text, $0.on) }
                + (plan.agreedBy.map { [($0.text, plan.agreed)] } ?? [])
                .compactMap { id, day in day.map { (id, $0) } }
            let subject = model.subject(plan.id.text)
            guard !all.isEmpty else {
                guard [.authority, .board].contains(PlanLaw.regime(on: PlanLaw.trigger(of: plan, on: model.day))) else {
                    return nil
                }
                return Found(
                    .cannotTell, subject, "Which body agreed \(plan.name) is not known",
                    mend: "Record who agreed it, and when", facts: [plan.record])
            }
            let answers = all.map { id, day in entitlement(model, id, day, plan) }
            if answers.contains(.yes) { return nil }
            for (index, answer) in answers.enumerated() {
                let name = model.name(all[index].0), day = all[index].1.long
                switch answer {
                case .no(let why):
                    return Found(
                        .error, subject, "\(name) agreed \(plan.name) on \(day): \(why)",
                        mend: "Have the body entitled to agree it, or record that it did",
                        facts: [plan.record] + agreements.map(\.record))
                case .cannotTell(let why):
                    return Found(
                        .cannotTell, subject, "\(name) agreed \(plan.name) on \(day): \(why)",
                        mend: "Say what kind of body it is", facts: [plan.record])
                case .yes: continue
                }
            }
            return nil
        }
    }

    /// By the law of the day on which a body agreed, and of that on which the plan was published.
    private static func entitlement(
        _ model: PlansOnADay, _ id: String, _ day: Day, _ plan: TrustPlan
    ) -> PlanLaw.Entitlement {
        guard let body = model.body(id, on: day) else {
            return .cannotTell(because: "that there was such a body on that day is not known")
        }
        let answers = [day, plan.published ?? day].map { PlanLaw.entitlement(of: body, toAgree: plan, on: $0) }
        return answers.first { if case .no = $0 { true } else { false } } ?? answers.first { $0 != .yes } ?? .yes
    }

    static let saysWhatItMust = Check<PlansOnADay>(
        "P07", "A plan says what the law of its day asked for", .warning,
        sources: [row("CYPP-03"), row("CYPP-07"), row("CYPP-08"), row("CYPP-09")],
        needs: "the city's plans with their parts",
        applies: """
            Every plan of the city in use, by the law of the day it was published. Cannot tell what a row asks that \
            was not seen in a source (CYPP-09), nor of a plan known only from papers about it.
            """, evidence: .verified
    ) { model in
        model.inUse.filter { !$0.isLocal }.flatMap { plan -> [Found] in
            let lines = model.completeness(of: plan).lines
            func told(_ severity: Severity, _ said: String, _ fits: (Completeness.Line) -> Bool) -> Found? {
                let missing = lines.filter(fits)
                guard !missing.isEmpty else { return nil }
                let words = missing.map { PlanPart.choices.label(of: $0.requirement.part).lowercased() }
                var rows: [String] = []
                for line in missing where !rows.contains(line.requirement.row) { rows.append(line.requirement.row) }
                return Found(
                    severity, model.subject(plan.id.text), "\(plan.name) \(said): \(Words.list(words))",
                    mend: "Add those parts, or say where the plan has them", facts: [plan.record],
                    sources: rows.map(row))
            }
            return [
                told(.warning, "lacks what the law of its day asked for") {
                    $0.answer == .lacking || ($0.answer == .no && $0.requirement.isFirm)
                },
                told(.cannotTell, "may lack what the law of its day asked for, by a row nobody has confirmed") {
                    $0.answer == .no && !$0.requirement.isFirm
                },
                told(.cannotTell, "is known from papers about it, which do not say whether it has") {
                    $0.answer == .notHeld
                },
            ].compactMap(\.self)
        }
    }

    static let askedWhomItMust = Check<PlansOnADay>(
        "P08", "Those who must be asked about a plan were asked", .warning, sources: [row("CYPP-10")],
        needs: "the city's plans with the consultations on them",
        applies: """
            Every plan of the city that was published while the regulations of 2010 were in force. The list is from \
            knowledge. Cannot tell of a plan known only from papers about it.
            """, evidence: .knowledgeMedium
    ) { model in
        model.inUse.filter { !$0.isLocal }.compactMap { plan in
            let wanted = PlanLaw.consultees(of: plan, on: PlanLaw.trigger(of: plan, on: model.day))
            let asked = Set(model.all(PlanConsultation.self, of: plan).flatMap(\.consultees))
            let missing = wanted.filter { !asked.contains($0) }.map { Consultee.choices.label(of: $0).lowercased() }
            guard !missing.isEmpty else { return nil }
            return Found(
                severity(plan.record), model.subject(plan.id.text),
                "No consultation on \(plan.name) is held with \(Words.list(missing))",
                mend: "Record when they were asked and what they said, or ask them", facts: [plan.record])
        }
    }

    static let statesItsPeriod = Check<PlansOnADay>(
        "P09", "A plan states its period", .warning, sources: [row("CYPP-01"), row("CYPP-07")],
        needs: "the city's plans with their first and last days",
        applies: """
            Every plan of the city in use: three years for the authority's, any stated period for the Board's. Cannot \
            tell of a plan known only from papers about it.
            """, evidence: .verified
    ) { model in
        model.inUse.filter { !$0.isLocal }.compactMap { plan in
            let regime = PlanLaw.regime(on: PlanLaw.trigger(of: plan, on: model.day))
            guard [.authority, .board].contains(regime) else { return nil }
            guard let starts = plan.starts, let ends = plan.ends else {
                return Found(
                    severity(plan.record), model.subject(plan.id.text), "The period of \(plan.name) is not stated",
                    mend: "Give its first and last day", facts: [plan.record])
            }
            let whole = starts.adding(months: PlanLaw.years * 12).adding(days: -1)
            guard regime == .authority, ends != whole else { return nil }
            return Found(
                .warning, model.subject(plan.id.text),
                "\(plan.name) runs from \(starts.long) to \(ends.long), which is not three years",
                mend: "Put its period right, or record why it differs", facts: [plan.record])
        }
    }

    static let inTime = Check<PlansOnADay>(
        "P10", "The first plan was published by its day", .cannotTell, sources: [row("CYPP-02")],
        needs: "the first edition of the city's plan, and the day it was published",
        applies: "A first edition published before 1 April 2010. Excellent and four-star authorities were exempt.",
        evidence: .verified
    ) { model in
        let earliest = model.plans.filter { !$0.isLocal }.compactMap(\.published).min()
        return model.plans.filter { !$0.isLocal && $0.edition == 1 && $0.revises == nil }.compactMap { plan in
            // A later one that is joined to none before it is not the first.
            guard plan.published == earliest else { return nil }
            guard let due = PlanLaw.firstDue, let published = plan.published, published > due,
                PlanLaw.regime(on: published) == .authority
            else { return nil }
            let month = plan.record.flag("published-month-only") == true
            let when = month ? "in the month that ended on \(published.long)" : "on \(published.long)"
            return Found(
                .cannotTell, model.subject(plan.id.text),
                """
                \(plan.name) was published \(when); a first plan was due by \(due.long), unless the authority was \
                exempt, which is not known
                """,
                mend: "Record whether the authority was exempt", facts: [plan.record])
        }
    }
}
