import Kernel
import Records

/// Two editions of a plan side by side: which priorities are new, changed, kept, or gone.
struct ComparedPlans: Sendable {
    /// One priority in either edition.
    struct Row: Sendable {
        let before: PriorityView?
        let after: PriorityView?
        let change: String
    }

    let before: PlanView
    let after: PlanView
    let rows: [Row]

    init(before: PlanView, after: PlanView) {
        self.before = before
        self.after = after
        let matches = Self.matches(before.priorities, after.priorities)
        rows =
            after.priorities.map { later in
                let earlier = matches[later.id]
                return Row(before: earlier, after: later, change: Self.change(earlier, before, later, after))
            }
            + before.priorities.filter { one in !matches.values.contains { $0.id == one.id } }
            .map { Row(before: $0, after: nil, change: "Left out") }
    }

    /// Which priority of the earlier edition each of the later is, by the identifier of the later: what it says that it
    /// continues first, of all of them; and only of what is left then, what has the same name.
    private static func matches(_ before: [PriorityView], _ after: [PriorityView]) -> [String: PriorityView] {
        var unmatched = before, found: [String: PriorityView] = [:]
        for later in after {
            let match = later.line.lazy.compactMap { id in unmatched.firstIndex { $0.priority.id == id } }.first
            if let match { found[later.id] = unmatched.remove(at: match) }
        }
        for later in after where found[later.id] == nil {
            let match = unmatched.firstIndex { $0.priority.name == later.priority.name }
            if let match { found[later.id] = unmatched.remove(at: match) }
        }
        return found
    }

    private static func change(
        _ before: PriorityView?, _ earlier: PlanView, _ after: PriorityView, _ later: PlanView
    ) -> String {
        guard let before else { return "New" }
        func differs(_ say: (PriorityView) -> String?) -> Bool { say(before) != say(after) }
        func all(_ records: [Record], _ fields: [String]) -> [[String]] {
            records.map { record in fields.map { "\(record[$0])" } }.sorted { $0.lexicographicallyPrecedes($1) }
        }
        let told: [(Bool, String)] = [
            (differs { $0.priority.name } || differs { $0.priority.record.text("about") }, "its words"),
            (differs { $0.priority.record.text("young-words") }, "its words for young people"),
            (outcome(before, in: earlier) != outcome(after, in: later), "the outcome it serves"),
            (differs { $0.accountable?.id }, "who answers for it"),
            (differs { $0.overseer?.id }, "who watches over it"),
            (differs { $0.priority.picksUp?.text }, "what it picks up"),
            (
                all(before.measures.map(\.record), ["name", "measure", "aim", "by"])
                    != all(after.measures.map(\.record), ["name", "measure", "aim", "by"]),
                "its measures of success"
            ),
            (
                all(before.needs.map(\.record), ["name", "evidence", "measure"])
                    != all(after.needs.map(\.record), ["name", "evidence", "measure"]),
                "the needs behind it"
            ),
            (
                all(before.actions.map(\.action.record), ["name", "owner", "due"])
                    != all(after.actions.map(\.action.record), ["name", "owner", "due"]),
                "its actions"
            ),
        ]
        let said = told.filter(\.0).map(\.1)
        return said.isEmpty ? "Kept" : "Changed: " + said.joined(separator: ", ")
    }

    /// The outcome of its plan that a priority serves, by name: each edition has records of its own.
    private static func outcome(_ view: PriorityView, in plan: PlanView) -> String? {
        plan.outcomes.first { $0.outcome.id == view.priority.outcome }?.outcome.name ?? view.priority.outcome?.text
    }
}
