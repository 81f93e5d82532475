import Doors
import Foundation
import Kernel
import Partners
import Records
import Store
import Web

extension TrustPlan {
    static let verbs: [Verb] = [
        Verb(
            "plan", usage: "[ID] [--on DAY] [--json]",
            summary: "List the plans of a day, or print one with its priorities and who answers for each.",
            needs: .readPlans,
            options: [
                Verb.Option("on", value: "DAY", help: "as of this day; today when nobody says"),
                Verb.Option("json", help: "print JSON; of one plan only"),
            ], tell)
    ]

    @Sendable private static func tell(
        _ words: [String], _ options: Options, _ caller: Caller, _ now: Date, _ house: House
    ) async throws -> VerbOutput {
        guard words.count <= 1 else {
            throw Refusal.wrong("plan", "plan takes at most one word, the plan's identifier")
        }
        let day = try day(options) ?? house.settings.opensOn ?? Day(inEnglandAt: now)
        let sight = PlanSight(of: caller, under: house.policy, today: Day(inEnglandAt: now)), registry = house.registry
        guard let word = words.first else {
            let rows = try await house.store.read { tx in
                try PlanRow.all(seenBy: sight, in: DayBook(RecordShelf(tx, registry), on: day))
            }
            let lines = rows.map { row in
                "\(row.plan.id)  \(row.plan.name)  \(row.area)  \(TrustPlan.states.label(of: row.plan.state))"
            }
            return VerbOutput(
                lines.joined(separator: "\n"), remarks: lines.isEmpty ? ["No plan is held on \(day.long)"] : [])
        }
        guard let id = ID<TrustPlan>(checking: word),
            let view = try await house.store.read({ tx in
                try PlanView(id, seenBy: sight, in: DayBook(RecordShelf(tx, registry), on: day))
            })
        else { throw Refusal.notFound }
        if options.has("json") { return VerbOutput(String(decoding: view.json, as: UTF8.self)) }
        return VerbOutput(text(of: view))
    }

    private static func text(of view: PlanView) -> String {
        var lines = [
            "\(view.plan.name) (\(TrustPlan.states.label(of: view.plan.state).lowercased()))",
            "Period: \(PlanPage.period(view.plan))",
        ]
        if let vision = view.plan.record.text("vision") { lines.append("Vision: \(vision)") }
        for one in view.outcomes {
            lines.append("\n\(one.outcome.name)")
            lines += one.priorities.map(line)
        }
        if !view.others.isEmpty { lines += ["\nAcross all outcomes"] + view.others.map(line) }
        return lines.joined(separator: "\n")
    }

    private static func line(_ view: PriorityView) -> String {
        let who = view.accountable?.name ?? "nobody named", body = view.overseer?.name ?? "no body named"
        return "  \(view.priority.name): answers \(who); watched over by \(body)"
    }

    private static func day(_ options: Options) throws(Refusal) -> Day? {
        guard let text = options.value("on") else { return nil }
        guard let day = Day(text) else {
            throw .wrong("on", "--on is a day such as 2009-12-31, and \(text) is not")
        }
        return day
    }
}
