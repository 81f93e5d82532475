import Kernel
import Partners
import Records
import Web

extension MeetingView {
    /// The body of `GET /api/v1/meetings/{meeting}/public`: what the caller may see, and no more.
    var json: [UInt8] {
        var json = JSONWriter()
        json.object { json in
            json.field("id", id)
            json.object("body") { json in
                json.field("id", body.id)
                json.field("name", body.name)
            }
            json.field("on", "\(meeting.on)")
            json.field("monthOnly", meeting.isMonthOnly)
            for name in ["time", "place", "status", "reason"] { json.field(name, meeting.record.text(name)) }
            json.field("zone", meeting.record.text("zone") ?? "Europe/London")
            json.field("agendaPublished", meeting.agendaPublished.map { "\($0)" })
            json.field("noticeFrom", meeting.noticeFrom.map { "\($0)" })
            let notice = PrivateNotice(meeting)
            if notice.isThere {
                json.object("privateNotice") { json in
                    json.field("because", notice.because)
                    json.field("first", notice.first.map { "\($0)" })
                    json.field("second", notice.second.map { "\($0)" })
                    json.field("representations", notice.representations)
                    json.field("response", notice.response)
                    json.field("urgent", notice.urgent)
                }
            }
            json.array("items", items) { $0.item($1) }
            json.array("decisions", decisions) { $0.decision($1) }
            json.array("actions", actions) { json, view in
                json.object { json in
                    json.field("id", view.id)
                    json.field("name", view.action.name)
                    json.field("owner", view.owner?.id)
                    json.field("due", view.action.due.map { "\($0)" })
                    json.field("state", view.action.state)
                }
            }
            json.field("minutes", minutes?.record.text("text"))
            json.field("minutesState", minutes?.state)
        }
        return json.bytes
    }
}

extension JSONWriter {
    fileprivate mutating func item(_ view: ItemView) {
        object { json in
            json.field("id", view.id)
            json.field("number", view.item.number)
            json.field("title", view.title)
            json.field("route", view.item.route)
            json.field("access", view.item.access)
            json.field("changed", view.item.record.day("reworded").map { "\($0)" })
            json.field("closedBecause", view.item.isOpen ? nil : view.closedBecause)
            json.field("summary", view.isWhole ? view.item.record.text("summary") : nil)
            json.field("recommendations", view.report?.record.text("recommendations"))
        }
    }

    fileprivate mutating func decision(_ view: DecisionView) {
        object { json in
            json.field("id", view.id)
            json.field("name", view.name)
            json.field("outcome", view.resolution.outcome)
            json.field("standing", view.standing.rawValue)
            json.field("wording", view.isWhole ? view.record.text("wording") : view.record.text("public-wording"))
            json.field("published", view.resolution.published.map { "\($0)" })
            json.field("callInUntil", view.callInUntil.map { "\($0)" })
            json.field("children", view.resolution.impact)
            for name in ["impact-who", "impact-how", "impact-said", "impact-changed"] {
                json.field(name, view.isWhole ? view.record.text(name) : nil)
            }
        }
    }
}
