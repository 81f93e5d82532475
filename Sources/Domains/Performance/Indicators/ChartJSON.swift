import Statistics
import Web

extension ScorecardRow {
    /// The body of `GET /api/v1/indicators/{indicator}/chart`.
    var chartJSON: [UInt8] {
        var json = JSONWriter()
        json.object { json in
            json.field("indicator", indicator.id.text)
            json.field("kind", chart.kind.rawValue)
            json.field("variation", uncharted == nil ? chart.variation.code : "cannot-be-charted")
            json.field("uncharted", uncharted)
            json.field("assurance", chart.assurance.code)
            json.key("points")
            json.array(chart.points) { json, point in
                json.object { json in
                    json.field("period", point.label)
                    json.number("value", point.value)
                    json.number("centre", point.centre)
                    json.number("lower", point.limits?.lower)
                    json.number("upper", point.limits?.upper)
                    json.field("phase", point.phase)
                    json.field("thin", point.isThin)
                }
            }
            json.array("signals", chart.signals) { json, signal in
                json.object { json in
                    json.field("rule", signal.rule.rawValue)
                    json.field("side", signal.side.rawValue)
                    json.field("meaning", chart.meaning(of: signal).rawValue)
                    json.field("onTrial", chart.isOnTrial(signal))
                    json.field("words", chart.words(for: signal))
                    json.array("periods", signal.points) { json, index in json.value(chart.points[index].label) }
                }
            }
        }
        return json.bytes
    }
}

extension JSONWriter {
    fileprivate mutating func number(_ name: String, _ number: Double?) {
        key(name)
        if let number { value(number) } else { null() }
    }
}
