import Doors
import Foundation
import Kernel
import Performance
import Statistics
import Tables
import Web

/// `thinkchild chart`: a control chart of figures in a file, whether or not they are held here.
enum ChartVerb {
    /// Whoever may use the terminal may chart a file of their own: nothing of ours is read.
    static let chart = Action("workflows.chart")

    static let verb = Verb(
        "chart", usage: "FILE [--kind KIND] [--rules RULES] [--better WAY] [--target NUMBER] [--per NUMBER] [--json]",
        summary: "Chart the figures in a CSV file: limits, signals and what they come to.", needs: chart,
        options: [
            Verb.Option(
                "kind", value: "KIND", help: "xmr (measurements), p (shares), u (rates) or run; xmr unless said"),
            Verb.Option(
                "rules", value: "RULES", help: "making-data-count, longer-runs or screened; the first unless said"),
            Verb.Option("shift", value: "NUMBER", help: "points on one side of the centre that are a shift"),
            Verb.Option("trend", value: "NUMBER", help: "points that each go the same way that are a trend"),
            Verb.Option("better", value: "WAY", help: "higher, lower or neither; neither unless said"),
            Verb.Option("target", value: "NUMBER", help: "what is aimed at"),
            Verb.Option("per", value: "NUMBER", help: "what a count is shown for each of, such as 100; 1 unless said"),
            Verb.Option("json", help: "print JSON"),
        ], database: .never, run)

    @Sendable private static func run(
        _ words: [String], _ options: Options, _ caller: Caller, _ now: Date, _ house: House
    ) async throws -> VerbOutput {
        guard let file = words.first, words.count == 1 else {
            throw Refusal.invalid([Problem("file", "chart takes one file, with the headings period and value")])
        }
        let request = try ChartOptions.request(options)
        let charts = try SeriesFile.read(file).map { (name: $0.name, chart: try ControlChart($0.series, request)) }
        guard options.has("json") else {
            return VerbOutput(charts.map { text($0.name, $0.chart) }.joined(separator: "\n\n"))
        }
        var json = JSONWriter()
        json.array(charts) { json, one in
            json.object { json in
                json.field("series", one.name)
                one.chart.write(into: &json)
            }
        }
        return VerbOutput(json.string)
    }

    private static func text(_ name: String, _ chart: ControlChart) -> String {
        var lines = name.isEmpty ? [] : [name]
        lines += chart.points.indices.map { index in
            let point = chart.points[index], limits = point.limits
            let cells = [point.value, point.centre, limits?.lower, limits?.upper].map { number in
                number.map { figureText($0, places: 3) } ?? "-"
            }
            let rules = chart.signals(at: index).map(\.rule.rawValue).joined(separator: ", ")
            return ([point.label] + cells + [rules]).joined(separator: "\t")
        }
        lines += chart.signals.map { chart.words(for: $0) }
        return (lines + [chart.variation.words, chart.assurance.words]).joined(separator: "\n")
    }
}

/// What `chart` may be told.
enum ChartOptions {
    static func request(_ options: Options) throws(Refusal) -> ChartRequest {
        let kinds = ChartKind.allCases.map(\.rawValue).joined(separator: ", ")
        guard let kind = ChartKind(rawValue: options.value("kind") ?? "xmr") else {
            throw .invalid([Problem("kind", "--kind is one of \(kinds)")])
        }
        var request = ChartRequest(kind)
        request.rules = try rules(options)
        switch options.value("better") ?? "neither" {
        case "higher": request.polarity = .higherIsBetter
        case "lower": request.polarity = .lowerIsBetter
        case "neither": request.polarity = .context
        default: throw .invalid([Problem("better", "--better is one of higher, lower, neither")])
        }
        request.target = try number("target", options)
        request.scale = try number("per", options) ?? 1
        guard request.scale > 0 else { throw .invalid([Problem("per", "--per is more than nought")]) }
        return request
    }

    private static func rules(_ options: Options) throws(Refusal) -> ChartRules {
        var rules: ChartRules
        switch options.value("rules") ?? "making-data-count" {
        case "making-data-count": rules = .makingDataCount
        case "longer-runs": rules = .longerRuns
        case "screened": rules = .screened
        default:
            throw .invalid([Problem("rules", "--rules is one of making-data-count, longer-runs, screened")])
        }
        rules.shift = try length("shift", ChartRules.shifts, options) ?? rules.shift
        rules.trend = try length("trend", ChartRules.trends, options) ?? rules.trend
        return rules
    }

    private static func length(
        _ name: String, _ range: ClosedRange<Int>, _ options: Options
    ) throws(Refusal) -> Int? {
        guard let text = options.value(name) else { return nil }
        guard let length = Int(text), range.contains(length) else {
            throw .invalid([
                Problem(name, "--\(name) is a whole number between \(range.lowerBound) and \(range.upperBound)")
            ])
        }
        return length
    }

    private static func number(_ name: String, _ options: Options) throws(Refusal) -> Double? {
        guard let text = options.value(name) else { return nil }
        guard let number = Double(text), number.isFinite else {
            throw .invalid([Problem(name, "--\(name) is a number, and \(text) is not")])
        }
        return number
    }
}
