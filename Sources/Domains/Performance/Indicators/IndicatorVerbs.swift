import Doors
import Foundation
import Kernel
import Partners
import Records
import Store
import Web

extension Indicator {
    static let verbs: [Verb] = [
        Verb(
            "scorecard", usage: "[--body ID] [--priority ID] [--post ID] [--place CODE]… [--on DAY] [--csv | --json]",
            summary: "Print a scorecard: where each indicator stands, where it should be, which way it goes.",
            needs: .readPerformance,
            options: [
                Verb.Option("body", value: "ID", help: "indicators overseen by one body"),
                Verb.Option("priority", value: "ID", help: "indicators of one priority"),
                Verb.Option("post", value: "ID", help: "indicators that one post answers for"),
                Verb.Option("place", value: "CODE", isRepeatable: true, help: "for this place; may be given again"),
                Verb.Option("on", value: "DAY", help: "the day asked about"),
                Verb.Option("csv", help: "print CSV"), Verb.Option("json", help: "print JSON"),
            ], scorecard)
    ]

    @Sendable private static func scorecard(
        _ words: [String], _ options: Options, _ caller: Caller, _ now: Date, _ house: House
    ) async throws -> VerbOutput {
        guard words.isEmpty else {
            throw Refusal.invalid([Problem("scorecard", "scorecard takes no words, only options")])
        }
        let today = Day(inEnglandAt: now), typed = options.value("on")
        guard let day = typed.map({ Day($0) }) ?? (house.settings.opensOn ?? today) else {
            throw Refusal.invalid([Problem("on", "--on is a day such as 2009-12-31")])
        }
        var asked: [(String, String)] = ["body", "priority", "post"].compactMap { name in
            options.value(name).map { (name, $0) }
        }
        asked += options.all("place").map { ("place", $0) }
        let scope = try Scope(Fields(asked)),
            seen = PerformanceSight(of: caller, under: house.policy, today: today)
        let registry = house.registry
        let card = try await house.store.read { tx in
            try Scorecard.read(scope, seen: seen, in: DayBook(RecordShelf(tx, registry), on: day), tx)
        }
        if options.has("json") { return VerbOutput(String(decoding: card.json, as: UTF8.self)) }
        if options.has("csv") { return VerbOutput(String(decoding: card.csv, as: UTF8.self)) }
        let lines = card.rows.map { row in
            let cell = row.cells.first
            return [
                row.indicator.code ?? "", row.indicator.name, cell?.latest?.label ?? "",
                cell?.latest?.value.words ?? "No figure", cell?.target?.description ?? "", row.rating.words,
                cell?.travel?.words() ?? "", row.wholeNote,
            ].joined(separator: "\t")
        }
        return VerbOutput(
            lines.joined(separator: "\n"), remarks: lines.isEmpty ? ["There are no indicators to show"] : [])
    }
}
