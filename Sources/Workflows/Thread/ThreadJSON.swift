import Doors
import Kernel
import Web

extension GoldenThread {
    /// The body of `GET /api/v1/thread/{kind}/{thing}`.
    var json: [UInt8] {
        var json = JSONWriter()
        json.object { json in
            json.field("start", start.subject.id)
            json.field("on", "\(day)")
            json.field("place", place?.id)
            json.field("isCut", isCut)
            json.array("things", ends) { json, end in
                json.object { json in
                    json.field("id", end.subject.id)
                    json.field("kind", end.subject.kind)
                    json.field("name", end.subject.name)
                    json.field("level", end.level.words.lowercased())
                }
            }
            json.array("links", links) { json, link in
                json.object { json in
                    json.field("from", link.from.subject.id)
                    json.field("to", link.to.subject.id)
                    json.field("what", link.what)
                    json.field("since", link.since.map { "\($0)" })
                    json.field("area", link.area)
                    json.array("sources", link.sources) { $0.value($1.description) }
                }
            }
        }
        return json.bytes
    }

    /// One link a row.
    var csv: [UInt8] {
        Web.csv(
            ["from id", "from", "level", "link", "to id", "to", "to level", "since", "area", "sources"],
            links.map { link in
                [
                    link.from.subject.id, link.from.subject.name, link.from.level.words, link.what, link.to.subject.id,
                    link.to.subject.name, link.to.level.words, link.since.map { "\($0)" } ?? "", link.area ?? "",
                    link.sources.map(\.description).joined(separator: "; "),
                ]
            })
    }
}
