import Arrangements
public import Doors
import Foundation
import Kernel
import Partners
public import Records

/// `thinkchild compare`: states and scenarios side by side.
public struct CompareVerb: Sendable {
    let registry: Registry

    /// Columns side by side, the first included.
    static let columnsMax = 8

    public init(_ registry: Registry) { self.registry = registry }

    public var verb: Verb {
        Verb(
            "compare", usage: "[FILE…] [--on DAY] [--scenario NAME]… [--with DAY]… [--json]",
            summary:
                "Put states and scenarios side by side: what moves, what is made and ended, findings gone and new.",
            needs: Action("arrangements.see"),
            options: [
                Verb.Option(
                    "on", value: "DAY",
                    help: "the day of the state that the others are measured against, and of the scenarios"),
                Verb.Option(
                    "scenario", value: "NAME", isRepeatable: true, help: "a scenario laid over it; may be given again"),
                Verb.Option(
                    "with", value: "DAY", isRepeatable: true,
                    help: "the same history on another day; may be given again"),
                Verb.Option("json", help: "print JSON"),
            ], database: .unlessGivenWords, run)
    }

    @Sendable private func run(
        _ words: [String], _ options: Options, _ caller: Caller, _ now: Date, _ house: House
    ) async throws -> VerbOutput {
        let shelf = try await StateShelf.open(words, house: house, registry: registry)
        let day = try options.day("on") ?? shelf.lastStateDay ?? house.settings.opensOn ?? Day(inEnglandAt: now)
        var columns = [Comparison.Column("As it stood on \(day.long)", shelf.history, on: day)]
        for text in options.all("with") {
            guard let other = Day(text) else {
                throw Refusal.invalid([Problem("with", "--with is a day such as 2009-12-31, and \(text) is not")])
            }
            columns.append(Comparison.Column("As it stood on \(other.long)", shelf.history, on: other))
        }
        for name in options.all("scenario") {
            let overlay = try shelf.scenario(name)
            let scenario = Scenario(overlay.scenario)
            columns.append(
                Comparison.Column(scenario.name, try overlay.laid(over: shelf.history), on: day, scenario: scenario))
        }
        guard (2...Self.columnsMax).contains(columns.count) else {
            throw Refusal.invalid([
                Problem(
                    "scenario",
                    columns.count < 2
                        ? "compare needs something to compare with: --scenario NAME, or --with DAY"
                        : "compare puts at most \(Self.columnsMax) side by side, and was given \(columns.count)")
            ])
        }
        let comparison = Comparison(columns)
        return VerbOutput(
            options.has("json") ? ComparisonJSON.text(of: comparison, on: day) : ComparisonText.text(of: comparison))
    }
}
