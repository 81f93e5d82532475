import Kernel
import Records
import Web

extension OrganisationView {
    /// The body of `GET /api/v1/organisations/{organisation}/around`.
    func json(on day: Day) -> [UInt8] {
        var json = JSONWriter()
        json.object { json in
            json.field("on", day.description)
            json.fields(organisation)
            json.named("owner", owner)
            json.array("owns", owned) { $0.value($1) }
            json.field("postCount", postCount)
            json.array("posts", posts) { json, row in
                json.object { json in
                    json.field("id", row.post.id.text)
                    json.field("name", row.post.name)
                    json.field("inPost", row.holding.words)
                }
            }
            json.array("establishments", establishments) { json, establishment in
                json.object { json in
                    json.field("name", establishment.name)
                    json.field("posts", establishment.posts)
                    json.field("filled", establishment.filled)
                }
            }
            json.cited(record)
        }
        return json.bytes
    }
}

extension JSONWriter {
    fileprivate mutating func fields(_ organisation: Organisation) {
        field("id", organisation.id.text)
        field("name", organisation.name)
        field("short", organisation.short)
        field("type", organisation.type)
        field("sector", organisation.sector)
        array("relevantPartner", organisation.cooperation) { $0.value($1) }
        array("safeguardingDuty", organisation.safeguardingDuty) { $0.value($1) }
        array("boardPartner", organisation.boardPartner) { $0.value($1) }
    }
}
