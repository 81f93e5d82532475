import Kernel
import Web

extension [PlanRow] {
    /// The list of plans, as CSV.
    var csv: [UInt8] {
        Web.csv(
            ["id", "plan", "sort", "place", "owner", "starts", "ends", "state", "published", "priorities", "sources"],
            map { row in
                [
                    row.plan.id.text, row.plan.name, row.plan.type, row.area, row.owner,
                    row.plan.starts.map { "\($0)" } ?? "", row.plan.ends.map { "\($0)" } ?? "", row.plan.state,
                    row.plan.published.map { "\($0)" } ?? "", "\(row.priorities)",
                    row.plan.record.sources.map(\.description).joined(separator: "; "),
                ]
            })
    }
}

extension PlanView {
    /// Its priorities, one a row.
    var prioritiesCSV: [UInt8] {
        let rows =
            outcomes.flatMap { one in one.priorities.map { (one.outcome.name, $0) } } + others.map { ("", $0) }
        return Web.csv(
            [
                "id", "priority", "outcome", "accountable post", "overseeing body", "picks up", "needs", "measures",
                "sources",
            ],
            rows.map { outcome, view in
                [
                    view.id, view.priority.name, outcome, view.accountable?.name ?? "", view.overseer?.name ?? "",
                    view.picksUp?.name ?? "", view.needs.map(\.name).joined(separator: "; "),
                    view.measures.map(\.name).joined(separator: "; "),
                    view.priority.record.sources.map(\.description).joined(separator: "; "),
                ]
            })
    }

    /// Its actions, one a row.
    var actionsCSV: [UInt8] {
        Web.csv(
            ["id", "action", "priority", "owner", "due", "state", "done", "evidence"],
            priorities.flatMap { view in
                view.actions.map { one in
                    [
                        one.id, one.action.name, view.priority.name, one.owner?.name ?? "",
                        one.action.due.map { "\($0)" } ?? "", one.action.state,
                        one.action.done.map { "\($0)" } ?? "", one.action.record.text("evidence") ?? "",
                    ]
                }
            })
    }
}
