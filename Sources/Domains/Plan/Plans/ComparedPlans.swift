import Kernel

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
        var unmatched = before.priorities, rows: [Row] = []
        for later in after.priorities {
            let match =
                unmatched.firstIndex { later.priority.continues == $0.priority.id }
                ?? unmatched.firstIndex { $0.priority.name == later.priority.name }
            let earlier = match.map { unmatched.remove(at: $0) }
            rows.append(Row(before: earlier, after: later, change: Self.change(earlier, later)))
        }
        rows += unmatched.map { Row(before: $0, after: nil, change: "Left out") }
        self.rows = rows
    }

    private static func change(_ before: PriorityView?, _ after: PriorityView) -> String {
        guard let before else { return "New" }
        var said: [String] = []
        if before.priority.name != after.priority.name { said.append("its words") }
        if before.accountable?.id != after.accountable?.id { said.append("who answers for it") }
        if before.overseer?.id != after.overseer?.id { said.append("who watches over it") }
        if before.measures.map(\.name).sorted() != after.measures.map(\.name).sorted() {
            said.append("its measures of success")
        }
        if before.needs.map(\.name).sorted() != after.needs.map(\.name).sorted() { said.append("the needs behind it") }
        return said.isEmpty ? "Kept" : "Changed: " + said.joined(separator: ", ")
    }
}
