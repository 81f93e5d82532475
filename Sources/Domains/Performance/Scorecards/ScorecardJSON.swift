import Kernel
import Needs
import Statistics
import Web

extension Scorecard {
    /// The body of `GET /api/v1/performance`.
    var json: [UInt8] {
        var json = JSONWriter()
        json.object { json in
            json.field("title", title)
            json.field("on", "\(on)")
            json.array("indicators", rows) { json, row in json.object { row.write(into: &$0, places) } }
        }
        return json.bytes
    }
}

extension ScorecardRow {
    fileprivate func write(into json: inout JSONWriter, _ names: [PlaceCode: String]) {
        json.field("id", indicator.id.text)
        json.field("code", indicator.code)
        json.field("name", indicator.name)
        json.field("measure", indicator.measure.text)
        json.field("unit", unit)
        json.field("targetIs", indicator.record.text("target-is"))
        json.field("priority", priority?.id)
        json.field("owner", owner?.id)
        json.field("overseer", overseer?.id)
        json.array("places", cells) { json, cell in
            json.object { json in
                json.field("place", cell.place.text)
                json.field("name", names[cell.place])
                json.field("period", cell.latest?.label)
                json.field("value", cell.latest?.value.amount?.description)
                json.field("mark", cell.latest.flatMap { $0.value.amount == nil ? $0.value.words : nil })
                json.field("target", cell.target?.description)
                json.field("rating", cell.rating.code)
                json.field("direction", cell.travel?.way.rawValue)
                json.field("directionMeans", cell.travel?.meaning.rawValue)
                json.field("import", cell.latest?.source)
            }
        }
        json.field("rating", rating.code)
        json.field("ratedByAPerson", overridden?.reason)
        json.field("england", england?.value.amount?.description)
        json.field("againstEngland", gap?.words())
        json.field("variation", uncharted == nil ? chart.variation.code : "cannot-be-charted")
        json.field("assurance", chart.assurance.code)
        json.field("stale", isStale)
        json.field("note", wholeNote.isEmpty ? nil : wholeNote)
        json.field("narrative", shownNarrative?.text)
        json.field("narrativePeriod", shownNarrative?.period)
        json.field("action", shownNarrative?.action)
    }
}
