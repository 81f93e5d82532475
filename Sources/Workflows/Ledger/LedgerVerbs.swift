public import Doors
import Files
import Foundation
import Kernel
import Ledger
import Records
import Web

/// What an operator asks of the ledger: is it whole, what is its head, what happened lately.
public enum LedgerVerbs {
    public static let verify = Action("ledger.verify")

    public static let verbs: [Verb] = [
        Verb(
            "verify", usage: "[--anchor FILE] [--json]",
            summary: "Re-compute the ledger's chain, compare records and files with it, and name what does not fit.",
            needs: verify,
            options: [
                Verb.Option(
                    "anchor", value: "FILE",
                    help: "an anchor kept elsewhere: also finds a tail cut off or a chain re-made"),
                Verb.Option("json", help: "print JSON"),
            ], verifyChain),
        Verb(
            "anchor", usage: "", summary: "Print the head of the ledger's chain, to be kept elsewhere.", needs: verify
        ) { words, _, _, now, house in
            try words.mustBeNone(for: "anchor")
            return VerbOutput(try await Ledger(store: house.store).anchor(at: now).description)
        },
    ]

    @Sendable private static func verifyChain(
        _ words: [String], _ options: Options, _ caller: Caller, _ now: Date, _ house: House
    ) async throws -> VerbOutput {
        try words.mustBeNone(for: "verify")
        let anchor = try options.value("anchor").map(readAnchor)
        let terminal = house.terminal
        let verdict = try await Ledger(store: house.store).verify(against: anchor) { checked, total in
            if total > 1_000_000 { terminal?.say("\(checked) of \(total) facts checked") }
        }
        let records = try await CompareWithLedger(house.registry).perform(in: house.store)
        let files = try await VerifyFiles().perform(in: house.store)
        let text =
            options.has("json")
            ? json(verdict, records, files)
            : [sentence(of: verdict, anchored: anchor != nil), sentences(of: records), sentences(of: files)]
                .joined(separator: "\n")
        return VerbOutput(text, exitCode: verdict.isWhole && records.agrees && files.areWhole ? 0 : 1)
    }

    private static func readAnchor(_ path: String) throws -> Anchor {
        guard let data = FileManager.default.contents(atPath: path), data.count < 4_096,
            let text = String(data: data, encoding: .utf8)
        else { throw Refusal.invalid([Problem("anchor", "There is no anchor to read at \(path)")]) }
        return try Anchor(reading: text.trimmingCharacters(in: .whitespacesAndNewlines))
    }

    private static func sentence(of verdict: Verdict, anchored: Bool) -> String {
        let waiting = verdict.unsealed == 0 ? "" : ", \(verdict.unsealed) not yet sealed"
        guard let misfit = verdict.firstMisfit else {
            return
                """
                The ledger is whole: \(verdict.facts) facts, \(verdict.sealed) \
                sealed\(waiting)\(anchored ? "; the anchor fits" : "")
                """
        }
        let position = misfit.position.map { " at position \($0)" } ?? ""
        let fact = misfit.factID.map { " (fact \($0))" } ?? ""
        return "The ledger does not fit\(position)\(fact): \(misfit.what.rawValue). \(misfit.sentence)"
    }

    private static func sentences(of records: LedgerComparison) -> String {
        if records.agrees { return "The records are what it says: \(records.things) compared" }
        return records.departures.map { departure in
            "The records differ from the ledger: \(departure.what.rawValue). \(departure.sentence)"
                + (departure.factID.map { " (fact \($0))" } ?? "")
        }.joined(separator: "\n")
    }

    private static func sentences(of files: VerifyFiles.Outcome) -> String {
        files.areWhole
            ? "The files are what they were: \(files.files) read" : files.flaws.map(\.sentence).joined(separator: "\n")
    }

    private static func json(
        _ verdict: Verdict, _ records: LedgerComparison, _ files: VerifyFiles.Outcome
    ) -> String {
        var writer = JSONWriter()
        writer.object { writer in
            writer.field("whole", verdict.isWhole && records.agrees && files.areWhole)
            writer.field("facts", verdict.facts)
            writer.field("sealed", verdict.sealed)
            writer.field("unsealed", verdict.unsealed)
            if let misfit = verdict.firstMisfit {
                writer.object("firstMisfit") { writer in
                    writer.field("what", misfit.what.rawValue)
                    writer.field("position", misfit.position)
                    writer.field("fact", misfit.factID)
                    writer.field("sentence", misfit.sentence)
                }
            }
            writer.field("files", files.files)
            writer.array("flaws", files.flaws) { writer, flaw in writer.value(flaw.sentence) }
            writer.field("records", records.things)
            writer.array("departures", records.departures) { writer, departure in
                writer.object { writer in
                    writer.field("what", departure.what.rawValue)
                    writer.field("kind", departure.kind)
                    writer.field("id", departure.id)
                    writer.field("fact", departure.factID)
                    writer.field("sentence", departure.sentence)
                }
            }
        }
        return writer.string
    }
}

extension [String] {
    /// - Throws: `.invalid` when a verb that takes no words was given some.
    public func mustBeNone(for verb: String) throws(Refusal) {
        if let first { throw .invalid([Problem("words", "\(verb) takes no words, and was given \(first)")]) }
    }
}
