import Kernel
import Partners
import Records
import Web

extension BodyView {
    /// The body of `GET /api/v1/bodies/{body}/around`.
    func json(on day: Day) -> [UInt8] {
        var json = JSONWriter()
        json.object { json in
            json.field("on", day.description)
            json.field("id", id)
            json.field("name", body.name)
            json.field("short", body.short)
            json.field("type", body.type)
            json.field("statutory", body.office)
            json.field("level", record.text("level"))
            json.field("ofTrust", body.isOfTrust)
            json.field("standsFor", body.standsFor)
            json.named("host", host)
            json.named("partOf", partOf)
            json.named("area", area)
            json.array("subGroups", subGroups) { $0.value($1) }
            json.cited(record)
            write(termsTo: &json)
            json.array("seats", seats.places) { $0.place($1) }
            json.array("sizes", size.counted) { json, size in
                json.object { json in
                    json.field("members", size.members)
                    json.field("countedOn", size.countedOn.description)
                    json.cited(size.record)
                }
            }
            json.array("attendance", attendance.figures) { $0.figure($1) }
            json.array("absences", attendance.absences) { json, away in
                json.object { json in
                    json.named("organisation", away.organisation)
                    json.field("months", away.absence.months)
                    json.field("comparator", away.absence.comparator.rawValue)
                    json.cited(away.absence.record)
                }
            }
            json.array("linesUp", lines.up) { $0.line($1.line, other: $1.to) }
            json.array("linesDown", lines.down) { $0.line($1.line, other: $1.from) }
            json.array("remits", remits) { json, row in
                json.object { json in
                    json.named("function", row.function)
                    json.field("role", row.remit.role)
                    json.field("core", row.remit.isCore)
                    json.cited(row.remit.record)
                }
            }
        }
        return json.bytes
    }

    private func write(termsTo json: inout JSONWriter) {
        guard let current = terms.current else { return json.field("terms", String?.none) }
        json.object("terms") { json in
            json.field("memberLimit", current.memberLimit)
            json.field("quorum", current.quorum)
            json.field("purpose", current.record.text("purpose"))
            json.field("agreed", current.record.day("agreed")?.description)
            json.field("reviewBy", current.record.day("review-by")?.description)
            json.array("says", terms.parts) { json, part in
                json.object { json in
                    json.field("part", part.title)
                    json.field("said", part.said)
                }
            }
            json.cited(current.record)
        }
    }
}

extension JSONWriter {
    fileprivate mutating func place(_ place: Table.Place) {
        object { json in
            json.field("id", place.seat.id.text)
            json.field("role", place.seat.role)
            json.subject("for", place.holder)
            json.field("sector", place.seat.sector)
            json.array("represents", place.represents) { $0.value($1) }
            json.field("seniority", place.seat.record.text("seniority"))
            json.field("number", place.seat.number)
            json.field("standing", place.isThere ? place.seat.standing : "lacking")
            json.cited(place.seat.record)
        }
    }

    fileprivate mutating func figure(_ figure: Attendance) {
        object { json in
            json.field("meeting", figure.record.day("meeting")?.description)
            json.field("measure", figure.measure)
            json.field("percent", figure.percent)
            json.field("comparator", figure.comparator.rawValue)
            json.field("trend", figure.trend)
            json.cited(figure.record)
        }
    }

    fileprivate mutating func line(_ line: ReportingLine, other: Subject?) {
        object { json in
            json.subject("with", other)
            json.field("type", line.type)
            json.field("standing", line.record.standing.rawValue)
            json.cited(line.record)
        }
    }

    /// `"for": {"kind", "id", "name"}`
    mutating func subject(_ key: String, _ subject: Subject?) {
        guard let subject else { return field(key, String?.none) }
        object(key) { json in
            json.field("kind", subject.kind)
            json.field("id", subject.id)
            json.field("name", subject.name)
        }
    }
}
