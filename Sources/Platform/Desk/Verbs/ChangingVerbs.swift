internal import Doors
internal import Foundation
internal import Kernel
internal import Records

extension Desk {
    /// The verbs that add, change, correct and end.
    var changingVerbs: [Verb] { [addVerb, changeVerb, correctVerb, endVerb].showing(showsAny) }

    private static let set = Verb.Option(
        "set", value: "FIELD=VALUE", isRepeatable: true,
        help: "what a field says; may be given several times; nothing after = takes the value away")
    private static let source = Verb.Option(
        "source", value: "TEXT", isRepeatable: true,
        help: "where it is said, such as 'P10 3.1.6'; may be given several times")
    private static let provenance = Verb.Option(
        "provenance", value: "WORD", help: "how the source gives it; stated unless said")
    private static let note = Verb.Option(
        "note", value: "TEXT", help: "anything a reader should know that no field holds")
    private static let because = Verb.Option("because", value: "TEXT", help: "why; kept in the history")

    private static let asItWas = "Nothing is recorded, since it is said already of"

    private static func day(_ name: String, _ help: String) -> Verb.Option {
        Verb.Option(name, value: "DAY", help: help)
    }

    private var addVerb: Verb {
        Verb(
            "record add", usage: "KIND [--id ID] [--set FIELD=VALUE]… [--from DAY] [--source TEXT]…",
            summary: "Add a record of a kind.",
            needs: Desk.change,
            options: [
                Verb.Option("id", value: "ID", help: "its identifier; made from its name unless given"), Desk.set,
                Desk.day("from", "the first day on which it holds"),
                Desk.day("until", "the first day on which it no longer holds"),
                Desk.day("as-at", "a day on which it is known to have held, when its start is not known"),
                Desk.provenance,
                Desk.source, Desk.note, Desk.json,
            ], database: .makes
        ) { words, options, caller, now, house in
            let kind = try VerbWords(self, "record add", words, 1).kind()
            let draft = try options.draft(of: kind, keys: [.id, .from, .until, .asAt, .provenance, .source, .note])
            let id = try await Deed(self, house, by: caller, at: now).add(draft)
            return try await said("Added", kind, id, options, caller, now, house)
        }
    }

    private var changeVerb: Verb {
        Verb(
            "record change", usage: "KIND ID --from DAY --set FIELD=VALUE… [--source TEXT]…",
            summary: "Say that a record is otherwise from a day on.", needs: Desk.change,
            options: [
                Desk.day("from", "the first day on which it is otherwise"), Desk.set, Desk.provenance, Desk.source,
                Desk.note, Desk.json,
            ]
        ) { words, options, caller, now, house in
            let said = try VerbWords(self, "record change", words, 2), kind = try said.kind(), id = try said.id()
            let draft = try options.draft(of: kind, keys: [.from, .provenance, .source, .note])
            let isNew = try await Deed(self, house, by: caller, at: now).change(id, to: draft, seen: nil)
            return try await self.said(isNew ? "Changed" : Desk.asItWas, kind, id, options, caller, now, house)
        }
    }

    private var correctVerb: Verb {
        Verb(
            "record correct", usage: "KIND ID --because TEXT [--version N] --set FIELD=VALUE…",
            summary: "Say that a record was never as it says.", needs: Desk.change,
            options: [
                Verb.Option("version", value: "N", help: "which of its versions, where it has several"), Desk.set,
                Desk.day("from", "the first day on which that version held"),
                Desk.day("until", "the first day on which it no longer did"),
                Desk.day("as-at", "a day on which it is known to have held"),
                Desk.because, Desk.provenance, Desk.source, Desk.note, Desk.json,
            ]
        ) { words, options, caller, now, house in
            let said = try VerbWords(self, "record correct", words, 2), kind = try said.kind(), id = try said.id()
            let draft = try options.draft(of: kind, keys: [.from, .until, .asAt, .provenance, .source, .note])
            let version = try options.number("version")
            if version == nil { try await mustHaveOneVersion(id, kind, caller, house) }
            let isNew = try await Deed(self, house, by: caller, at: now).correct(
                id, version: version ?? 1, to: draft, because: options.value("because") ?? "",
                seen: nil)
            return try await self.said(isNew ? "Corrected" : Desk.asItWas, kind, id, options, caller, now, house)
        }
    }

    /// What was meant cannot be guessed: to put right a version that no longer holds changes nothing that is in force.
    private func mustHaveOneVersion(_ id: String, _ kind: Kind, _ caller: Caller, _ house: House) async throws {
        guard (try? caller.must(kind.changing, under: house.policy)) != nil else { return }
        let registry = registry
        let count = try await house.store.read { tx in try RecordShelf(tx, registry).versions(of: id).count }
        guard count <= 1 else {
            throw Refusal.invalid([
                Problem("version", "\(id) has \(count) versions: say with --version which was wrong, 1 being the first")
            ])
        }
    }

    private var endVerb: Verb {
        Verb(
            "record end", usage: "KIND ID --until DAY [--because TEXT]",
            summary: "Say that a record no longer holds from a day on.",
            needs: Desk.change,
            options: [
                Desk.day("until", "the first day on which it no longer holds"), Desk.because, Desk.source, Desk.json,
            ]
        ) { words, options, caller, now, house in
            let said = try VerbWords(self, "record end", words, 2), kind = try said.kind(), id = try said.id()
            let draft = try options.draft(of: kind, keys: [.until, .source, .note])
            try await Deed(self, house, by: caller, at: now)
                .end(id, by: draft, because: options.value("because") ?? "", seen: nil)
            var output = try await self.said("Ended", kind, id, options, caller, now, house)
            output.remarks += try await remarks(onEnding: id, of: kind, draft.day(.until), caller, house)
            return output
        }
    }

    /// What was left pointing at a thing that has ended.
    private func remarks(onEnding id: String, of kind: Kind, _ until: Day?, _ caller: Caller, _ house: House)
        async throws -> [String]
    {
        let registry = registry
        let all = try await house.store.read { tx in
            try LeftStanding.records(on: RecordShelf(tx, registry), without: id, of: kind, after: until)
        }
        let left = all.filter { caller.may($0.kind.seeing, under: house.policy) }
        return left.isEmpty ? [] : ["Still pointing at it: \(LeftStanding.words(left)). End or change them too"]
    }

    /// What was done, or the record as it now is when JSON is asked for.
    private func said(
        _ done: String, _ kind: Kind, _ id: String, _ options: Options, _ caller: Caller, _ now: Date, _ house: House
    ) async throws -> VerbOutput {
        let thing = try await house.store.read { tx in
            try Drawer(tx, registry, on: Day(inEnglandAt: now), for: Reader(caller, under: house.policy))
                .thing(kind, id)
        }
        guard options.has("json") else { return VerbOutput("\(done) the \(kind.nounInSentence) \(thing.name) (\(id))") }
        return VerbOutput(thing.json, showing: kind.shown(id))
    }
}
