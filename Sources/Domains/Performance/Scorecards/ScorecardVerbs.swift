import Doors
import Foundation
import Kernel
import Partners
import Records
import Store
import Web

extension FrozenScorecard {
    /// What was frozen, from the terminal: one as it stood, or the list of a meeting's.
    static let verb = Verb(
        "scorecard kept", usage: "ID [--csv | --json | --pdf FILE] | --meeting ID [--json]",
        summary: "Print a frozen scorecard as it stood, or list those that a meeting was given.",
        needs: .readPerformance,
        options: [
            Verb.Option("meeting", value: "ID", help: "list those that were frozen for this meeting"),
            Verb.Option("csv", help: "print CSV"), Verb.Option("json", help: "print JSON"),
            Verb.Option("pdf", value: "FILE", help: "write it as a document to print, where there is no such file"),
        ], printKept)

    @Sendable private static func printKept(
        _ words: [String], _ options: Options, _ caller: Caller, _ now: Date, _ house: House
    ) async throws -> VerbOutput {
        let today = Day(inEnglandAt: now), registry = house.registry, meeting = options.value("meeting")
        guard words.count == (meeting == nil ? 1 : 0) else {
            throw Refusal.invalid([Problem("scorecard kept", "scorecard kept takes one ID, or --meeting ID")])
        }
        let seen = PerformanceSight(of: caller, under: house.policy, today: today)
        let day = house.settings.opensOn ?? today
        if let meeting {
            let all = try await house.store.read { tx in
                try KeptScorecards(seen: seen, reading: DayBook(RecordShelf(tx, registry), on: day)).all(for: meeting)
            }
            if options.has("json") { return VerbOutput(String(decoding: json(of: all), as: UTF8.self)) }
            return VerbOutput(
                all.map { "\($0.id)\t\($0.drawn)\t\($0.name)" }.joined(separator: "\n"),
                remarks: all.isEmpty ? ["No scorecard was frozen for a meeting \(meeting)"] : [])
        }
        let id = ID<FrozenScorecard>(words[0])
        let (frozen, kept) = try await house.store.read { tx in
            try KeptScorecards(seen: seen, reading: DayBook(RecordShelf(tx, registry), on: day)).one(id, in: tx)
        }
        guard let paper = kept else {
            throw Refusal.unavailable("What is held of \(id) is not what was kept")
        }
        if let path = options.value("pdf") {
            return try await ScorecardDocumentPage(
                paper: paper, council: house.settings.councilName, digest: frozen.digest
            ).write(to: path, house)
        }
        if options.has("json") { return VerbOutput(String(decoding: frozen.json(of: paper), as: UTF8.self)) }
        if options.has("csv") {
            return VerbOutput(String(decoding: csv(paper.columns, paper.rows), as: UTF8.self))
        }
        return VerbOutput(paper.rows.map { $0.joined(separator: "\t") }.joined(separator: "\n"))
    }
}

extension ScorecardDocumentPage {
    /// Writes it to a file of the terminal's, where there is none.
    /// - Throws: `.unavailable` where a file is there already, or no PDF can be made.
    func write(to path: String, _ house: House) async throws -> VerbOutput {
        let bytes = try await PrintScorecard(house.configuration).perform(self)
        do {
            try Data(bytes).write(to: URL(fileURLWithPath: path), options: .withoutOverwriting)
        } catch {
            throw Refusal.unavailable("\(path) cannot be written: a file is there already, or its folder may not be")
        }
        return VerbOutput("", remarks: ["\(path): \(paper.rows.count) rows"])
    }
}
