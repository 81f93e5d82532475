internal import Doors
internal import Foundation
internal import Kernel
internal import Records
internal import Web

extension Desk {
    /// The verbs that look back.
    var tracingVerbs: [Verb] { [historyVerb, knownVerb].showing(showsAny) }

    private var historyVerb: Verb {
        Verb(
            "history", usage: "KIND ID [--before NUMBER] [--json]",
            summary: "Show what was done to a record, the latest first.",
            needs: Desk.see,
            options: [
                Verb.Option("before", value: "NUMBER", help: "only what is older than the entry of that number"),
                Desk.json,
            ]
        ) { words, options, caller, _, house in
            let said = try VerbWords(self, "history", words, 2), kind = try said.kind(), id = try said.id()
            try caller.must(kind.seeing, under: house.policy)
            let history = try await RecordHistory(
                of: kind, id, before: try options.number("before"), for: caller, in: house, of: self)
            let remarks = history.before.map { ["There is more: --before \($0)"] } ?? []
            if options.has("json") {
                var json = JSONWriter()
                json.history(history)
                return VerbOutput(json.string, showing: kind.shown(id))
            }
            let entries = history.rows.map(Self.text)
            return VerbOutput(entries.joined(separator: "\n"), remarks: remarks, showing: kind.shown(id))
        }
    }

    private var knownVerb: Verb {
        Verb(
            "known", usage: "KIND ID --at MOMENT [--json]", summary: "Show a record as it was known at a moment.",
            needs: Desk.see,
            options: [
                Verb.Option(
                    "at", value: "MOMENT", help: "a day, which means its end, or a day and a time: '2010-03-01 14:05'"),
                Desk.json,
            ]
        ) { words, options, caller, now, house in
            let said = try VerbWords(self, "known", words, 2), kind = try said.kind(), id = try said.id()
            try caller.must(kind.seeing, under: house.policy)
            guard let typed = options.value("at") else {
                throw Refusal.invalid([Problem("at", "--at says the moment, and is missing")])
            }
            guard let moment = Moment.read(typed) else {
                throw Refusal.invalid([
                    Problem("at", "The moment must be a day, or a day and a time, such as 2010-03-01 14:05")
                ])
            }
            let known = try await Known(
                kind, id, at: moment, for: caller, in: house, of: self, on: Day(inEnglandAt: now))
            if options.has("json") {
                var json = JSONWriter()
                json.versions(known.versions)
                return VerbOutput(json.string, showing: kind.shown(id))
            }
            if known.versions.isEmpty { return VerbOutput("", remarks: ["Nothing was known of it then"], exitCode: 1) }
            return VerbOutput(
                known.versions.map { text(of: $0, named: known.name, nil, known.subjects) }.joined(separator: "\n\n"),
                showing: kind.shown(id))
        }
    }

    private static func text(of row: RecordHistory.Row) -> String {
        let changes = row.changes.map { change in
            let (old, new) = (
                change.old.isEmpty ? "not said" : change.old, change.new.isEmpty ? "not said" : change.new
            )
            return "  \(change.label): \(old) → \(new)"
        }
        let why = row.entry.purpose.isEmpty ? [] : ["  because \(row.entry.purpose)"]
        let what = "\(Moment.words(row.entry.at))\(row.by.map { ", by \($0)" } ?? ""): \(row.entry.sentence)"
        return ([what] + why + changes).joined(separator: "\n")
    }
}
