import Kernel
import Partners
import Records
import Web

extension PlanView {
    /// The body of `GET /api/v1/plans/{plan}/public`: what the caller may see, and no more.
    var json: [UInt8] {
        var json = JSONWriter()
        json.object { json in
            json.field("id", id)
            json.field("name", plan.name)
            json.field("type", plan.type)
            json.field("state", plan.state)
            json.field("edition", plan.edition)
            json.field("area", area?.id)
            json.field("owner", owner?.id)
            json.field("under", under?.id)
            json.field("starts", plan.starts.map { "\($0)" })
            json.field("ends", plan.ends.map { "\($0)" })
            json.field("agreed", plan.agreed.map { "\($0)" })
            json.field("agreedBy", agreedBy?.id)
            json.field("published", plan.published.map { "\($0)" })
            json.field("reviewDue", plan.reviewDue.map { "\($0)" })
            json.field("law", PlanLaw.regime(of: plan, on: PlanLaw.trigger(of: plan, on: day)).rawValue)
            json.field("vision", plan.record.text("vision"))
            json.array("outcomes", outcomes) { json, one in
                json.object { json in
                    json.field("id", one.outcome.id.text)
                    json.field("name", one.outcome.name)
                    json.array("priorities", one.priorities) { $0.priority($1) }
                }
            }
            json.array("otherPriorities", others) { $0.priority($1) }
            json.array("consultations", consultations) { $0.consultation($1) }
            json.array("agreements", agreements) { json, one in
                json.object { json in
                    json.field("body", one.body.id)
                    json.field("on", "\(one.agreement.on)")
                    json.field("what", one.agreement.what)
                }
            }
            json.array("reviews", reviews) { json, one in
                json.object { json in
                    json.field("on", "\(one.review.on)")
                    json.field("sort", one.review.record.text("sort"))
                    json.field("body", one.body?.id)
                    json.field("found", one.review.record.text("found"))
                }
            }
            json.array("sources", plan.record.sources) { $0.value($1.description) }
        }
        return json.bytes
    }
}

extension JSONWriter {
    fileprivate mutating func priority(_ view: PriorityView) {
        object { json in
            json.field("id", view.id)
            json.field("name", view.priority.name)
            json.field("accountable", view.accountable?.id)
            json.field("overseenBy", view.overseer?.id)
            json.field("picksUp", view.picksUp?.id)
            json.array("needs", view.needs) { json, need in
                json.object { json in
                    json.field("name", need.name)
                    json.field("evidence", need.record.text("evidence"))
                    json.field("measure", need.measure)
                }
            }
            json.array("measures", view.measures) { json, measure in
                json.object { json in
                    json.field("name", measure.name)
                    json.field("measure", measure.measure)
                    json.field("aim", measure.record.text("aim"))
                    json.field("by", measure.record.day("by").map { "\($0)" })
                }
            }
            json.array("actions", view.actions) { json, one in
                json.object { json in
                    json.field("id", one.id)
                    json.field("name", one.action.name)
                    json.field("owner", one.owner?.id)
                    json.field("due", one.action.due.map { "\($0)" })
                    json.field("state", one.action.state)
                }
            }
            json.array("sources", view.priority.record.sources) { $0.value($1.description) }
        }
    }

    fileprivate mutating func consultation(_ one: PlanConsultation) {
        object { json in
            json.field("name", one.record.text("name"))
            json.array("consultees", one.consultees) { $0.value($1) }
            json.field("count", one.count)
            json.field("countIs", one.record.text("count-is"))
            json.field("invited", one.record.day("invited").map { "\($0)" })
            json.field("said", one.record.text("said"))
            json.field("changed", one.record.text("changed"))
        }
    }
}
