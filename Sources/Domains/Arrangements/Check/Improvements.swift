import Kernel
import Partners
import Records

/// F23 and F24: improvement work, and what inspectors found.
enum ImprovementChecks {
    // MARK: - F23

    static let gathered = Check<Trust>(
        "F23", "Every improvement project belongs to a programme", .warning,
        sources: [.p10("3.2.9"), .p10("3.6.5")],
        needs: "improvement projects and the programme of each, or that it is said to have none",
        applies: "Every project. Cannot tell when no programme is held for it and nobody says that there is none."
    ) { trust in trust.projects.current.compactMap { gathered($0, trust) } }

    private static func gathered(_ project: Held<Project>, _ trust: Trust) -> Found? {
        let record = project.record, subject = trust.subject(record.id)
        let said = record.text("programme-standing").flatMap(Standing.init(rawValue:)) ?? .holds
        let mend = "Set up a programme that gathers the projects, and record which belong to it"
        if let programme = project.noun.programme, said == .holds {
            guard trust.programmes[programme.text] == nil else { return nil }
            guard !trust.isUnknown(programme.text) else {
                return Found(
                    .cannotTell, subject,
                    "Whether \(trust.name(programme.text)), to which \(project.noun.name) belongs, was there on "
                        + "\(trust.day.long) is not held", mend: mend, facts: [record] + trust.book[programme.text])
            }
            return Found(
                .warning, subject,
                "\(project.noun.name) belongs to \(trust.name(programme.text)), which is not there on "
                    + "\(trust.day.long)",
                mend: mend, facts: [record] + trust.book[programme.text])
        }
        if said != .holds {
            return Found(
                .warning, subject, "\(project.noun.name): a programme that gathers it \(Words.said(said))", mend: mend,
                facts: [record])
        }
        if let denied = trust.programmes.denied.first(where: { $0.record.provenance == .absence }),
            trust.programmes.current.isEmpty
        {
            return Found(
                .warning, subject, "\(project.noun.name): there is said to be no programme that gathers such work",
                mend: mend, facts: [record, denied.record])
        }
        return Found(
            .cannotTell, subject, "To which programme \(project.noun.name) belongs is not held", mend: mend,
            facts: [record])
    }

    // MARK: - F24

    static let judged = Check<Trust>(
        "F24", "An adverse judgement stands until a later one", .error,
        sources: [.p10("2.3")],
        needs: "judgements of a function with their verdict and the day they were published",
        applies: """
            Every function judged, by its latest judgement. Cannot tell when a later one is awaited or not known, or \
            an adverse one has ended with none after it.
            """
    ) { trust in trust.accountability.functions.current.compactMap { judged($0, trust) } }

    private static func judged(_ function: Held<Function>, _ trust: Trust) -> Found? {
        let subject = trust.subject(function.record.id), mend = "Record the later judgement when it is published"
        let held = trust.evidence.judgements(of: function.noun.id).filter {
            ($0.noun.published ?? trust.day) <= trust.day
        }
        guard let newest = held.compactMap(date).max() ?? (held.isEmpty ? nil : trust.day) else {
            let lapsed = trust.evidence.lapsed(Judgement.kind, about: function.record.id).filter {
                $0.text("verdict") == "adverse"
            }
            guard let first = lapsed.first else { return nil }
            return Found(
                .cannotTell, subject,
                "\(function.noun.name): the adverse judgement held (\(first.text("name") ?? first.id)) speaks of an "
                    + "earlier time, and none after it is held", mend: mend, facts: lapsed)
        }
        let latest = held.filter { (date($0) ?? newest) == newest }
        let adverse = latest.filter { $0.noun.verdict == "adverse" }
        if !adverse.isEmpty {
            let earlier = held.filter { $0.noun.verdict == "adverse" && date($0) != newest }
            let names = (adverse + earlier).map { judgement in
                trust.name(judgement.record.id) + (judgement.noun.published.map { ", \($0.monthAndYear)" } ?? "")
            }
            return Found(
                .error, subject,
                "\(function.noun.name): an adverse judgement stands (\(names.joined(separator: "; "))), and no "
                    + "later one is held",
                mend: "Mend what was found, and record the later judgement when it is published",
                facts: (adverse + earlier).map(\.record))
        }
        let isBad = held.contains { $0.noun.verdict == "adverse" } && latest.contains { $0.noun.verdict == "not-known" }
        guard isBad else { return nil }
        return Found(
            .cannotTell, subject,
            "\(function.noun.name): what came after the adverse judgement is awaited or not known",
            mend: mend, facts: latest.map(\.record) + held.filter { $0.noun.verdict == "adverse" }.map(\.record))
    }

    private static func date(_ judgement: Held<Judgement>) -> Day? {
        judgement.noun.published ?? judgement.record.knownSince
    }
}
