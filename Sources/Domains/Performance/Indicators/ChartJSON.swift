public import Statistics
public import Web

extension ControlChart {
    /// Writes the fields of an object: the points with their limits, and the signals with the points that each is of,
    /// counted from nought. A limit that there is none of is null.
    /// - Parameter uncharted: Why the figures make no chart, where they do not.
    public func write(into json: inout JSONWriter, uncharted: String? = nil) {
        json.field("kind", kind.rawValue)
        json.field("variation", uncharted == nil ? variation.code : "cannot-be-charted")
        json.field("uncharted", uncharted)
        json.field("variationWords", variation.words)
        json.field("assurance", assurance.code)
        json.field("assuranceWords", assurance.words)
        json.array("points", points) { json, point in
            json.object { json in
                json.field("period", point.label)
                json.number("value", point.value)
                json.number("centre", point.centre)
                json.number("lower", point.limits?.lower)
                json.number("upper", point.limits?.upper)
                json.number("lowerWarning", point.limits?.lowerWarning)
                json.number("upperWarning", point.limits?.upperWarning)
                json.field("phase", point.phase)
                json.field("thin", point.isThin)
            }
        }
        json.array("signals", signals) { json, signal in
            json.object { json in
                json.field("rule", signal.rule.rawValue)
                json.field("side", signal.side.rawValue)
                json.field("meaning", meaning(of: signal).rawValue)
                json.field("onTrial", isOnTrial(signal))
                json.field("words", words(for: signal))
                json.array("points", signal.points) { json, index in json.value(index) }
            }
        }
    }
}

extension ScorecardRow {
    /// The body of `GET /api/v1/indicators/{indicator}/chart`.
    var chartJSON: [UInt8] {
        var json = JSONWriter()
        json.object { json in
            json.field("indicator", indicator.id.text)
            chart.write(into: &json, uncharted: uncharted)
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
