import Kernel
import Partners
import Records
import Web

extension ActionList {
    /// The body of `GET /api/v1/bodies/{body}/actions`, and what the terminal prints.
    func json(on day: Day) -> JSONWriter {
        var json = JSONWriter()
        json.object { json in
            json.field("total", total)
            json.field("open", open)
            json.field("overdue", overdue)
            json.field("next", next)
            json.array("actions", actions) { json, view in
                json.object { json in
                    json.field("id", view.id)
                    json.field("name", view.action.name)
                    json.field("body", view.body.id)
                    json.field("owner", view.owner?.id)
                    json.field("due", view.action.due.map { "\($0)" })
                    json.field("state", view.action.state)
                    json.field("overdue", view.action.isOverdue(on: day) ?? false)
                    json.field("escalatedTo", view.escalatedTo?.id)
                }
            }
        }
        return json
    }
}
