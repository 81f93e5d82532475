import Statistics
import Web

/// A control chart for programs.
enum ChartJSON {
    /// Writes the fields of an object.
    static func write(_ name: String, _ chart: ControlChart, into json: inout JSONWriter) {
        json.field("series", name)
        json.field("kind", chart.kind.rawValue)
        json.field("variation", chart.variation.code)
        json.field("variationWords", chart.variation.words)
        json.field("assurance", chart.assurance.code)
        json.field("assuranceWords", chart.assurance.words)
        json.key("points")
        json.array(chart.points) { json, point in
            json.object { json in
                json.field("period", point.label)
                number("value", point.value, &json)
                number("centre", point.centre, &json)
                number("lower", point.limits?.lower, &json)
                number("upper", point.limits?.upper, &json)
                number("lowerWarning", point.limits?.lowerWarning, &json)
                number("upperWarning", point.limits?.upperWarning, &json)
                json.field("phase", point.phase)
                json.field("thin", point.isThin)
            }
        }
        json.key("signals")
        json.array(chart.signals) { json, signal in
            json.object { json in
                json.field("rule", signal.rule.rawValue)
                json.field("side", signal.side.rawValue)
                json.field("meaning", chart.meaning(of: signal).rawValue)
                json.field("words", chart.words(for: signal))
                json.array("points", signal.points) { json, index in json.value(index) }
            }
        }
    }

    private static func number(_ name: String, _ number: Double?, _ json: inout JSONWriter) {
        json.key(name)
        if let number { json.value(number) } else { json.null() }
    }
}
