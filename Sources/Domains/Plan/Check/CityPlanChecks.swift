import Arrangements
import Kernel
import Partners
import Records

// Whose the city's plan is, and that there is one of them.
extension PlanChecks {
    static let ownedByTheEntitled = Check<PlansOnADay>(
        "P11", "A plan is prepared and published by whom the law has it", .error,
        sources: [row("CYPP-01"), row("CYPP-06")], needs: "the city's plans, and who owns them",
        applies: """
            Every plan of the city in use that was published while the law asked for one. Cannot tell where no owner \
            is held, or the plan is known only from papers about it.
            """, evidence: .verified
    ) { model in
        model.inUse.filter { !$0.isLocal }.compactMap { plan in
            let trigger = PlanLaw.trigger(of: plan, on: model.day), subject = model.subject(plan.id.text)
            guard [.authority, .board].contains(PlanLaw.regime(of: plan, on: trigger)) else { return nil }
            guard let owner = model.owner(of: plan) else {
                return Found(
                    .cannotTell, subject, "Who prepared and published \(plan.name) is not known",
                    mend: "Name its owner", facts: [plan.record])
            }
            guard let why = PlanLaw.whyNotOwned(plan, by: owner, on: trigger) else { return nil }
            return Found(
                plan.record.sources.isEmpty ? .error : .cannotTell, subject,
                "\(plan.name) is owned by \(model.name(owner.id)): \(why)",
                mend: "Put its owner right, or begin a new edition that is theirs", facts: [plan.record])
        }
    }

    static let oneAtATime = Check<PlansOnADay>(
        "P12", "The city has one plan at a time", .warning, sources: [row("OWN-7")],
        needs: "the city's plans in use, and their periods",
        applies: """
            Every two plans of the same place in use, areas' delivery plans apart, whose periods are not known to \
            follow one another. Cannot tell where one is known only from papers about it.
            """, evidence: .own
    ) { model in
        let cities = model.inUse.filter { !$0.isLocal }.sorted { one, other in
            (one.published?.number ?? 0, one.id.text) < (other.published?.number ?? 0, other.id.text)
        }
        return cities.enumerated().compactMap { index, later in
            let beside = cities.prefix(index).filter { earlier in
                guard earlier.area == later.area else { return false }
                if let end = earlier.ends, let start = later.starts, end < start { return false }
                if let end = later.ends, let start = earlier.starts, end < start { return false }
                return true
            }
            guard let earlier = beside.last else { return nil }
            return Found(
                earlier.record.sources.isEmpty ? severity(later.record) : .cannotTell, model.subject(later.id.text),
                "\(later.name) is in use beside \(Words.list(beside.map(\.name)))",
                mend: "Close the one that it took the place of", facts: [later.record, earlier.record])
        }
    }
}
