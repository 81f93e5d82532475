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
            "scorecard",
            usage: "[--body ID] [--priority ID] [--post ID] [--place CODE]… [--on DAY] "
                + "[--csv | --json | --pdf FILE | --freeze [--meeting ID]]",
            summary: "Print a scorecard: where each indicator stands, where it should be, which way it goes.",
            needs: .readPerformance,
            options: [
                Verb.Option("body", value: "ID", help: "indicators overseen by one body"),
                Verb.Option("priority", value: "ID", help: "indicators of one priority"),
                Verb.Option("post", value: "ID", help: "indicators that one post answers for"),
                Verb.Option("place", value: "CODE", isRepeatable: true, help: "for this place; may be given again"),
                Verb.Option("on", value: "DAY", help: "the day asked about"),
                Verb.Option("csv", help: "print CSV"), Verb.Option("json", help: "print JSON"),
                Verb.Option("pdf", value: "FILE", help: "write it as a document to print, where there is no such file"),
                Verb.Option("freeze", help: "keep it as it stands, and say where"),
                Verb.Option("meeting", value: "ID", help: "with --freeze: the meeting of the body that it goes to"),
            ], scorecard),
        FrozenScorecard.verb,
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
        if options.has("freeze") { return try await freeze(card, options.value("meeting"), caller, now, house) }
        if let path = options.value("pdf") {
            return try await ScorecardDocumentPage(paper: card.paper, council: house.settings.councilName)
                .write(to: path, house)
        }
        if options.has("json") { return VerbOutput(String(decoding: card.json, as: UTF8.self)) }
        if options.has("csv") { return VerbOutput(String(decoding: card.csv, as: UTF8.self)) }
        let lines = card.rows.map { row in
            let cell = row.cells.first
            return [
                row.indicator.code ?? "", row.indicator.name, cell?.latest?.label ?? "",
                row.words(cell?.latest) ?? "No figure", row.targetWords, row.rating.words,
                cell?.travel?.words() ?? "", row.wholeNote,
            ].joined(separator: "\t")
        }
        return VerbOutput(
            lines.joined(separator: "\n"), remarks: lines.isEmpty ? ["There are no indicators to show"] : [])
    }

    private static func freeze(
        _ card: Scorecard, _ meeting: String?, _ caller: Caller, _ now: Date, _ house: House
    ) async throws -> VerbOutput {
        let command = FreezeScorecard(card: card, meeting: meeting, registry: house.registry), policy = house.policy
        let id = try await house.store.write { tx in try command.perform(by: caller, under: policy, at: now, in: tx) }
        return VerbOutput("/scorecards/\(id)")
    }
}
