internal import Doors
internal import Foundation
internal import Kernel
internal import Records
internal import Store
internal import Web

extension Desk {
    /// The verbs that only look.
    var seeingVerbs: [Verb] { [kindsVerb] + [listVerb, showVerb, searchVerb].showing(showsAny) }

    static let json = Verb.Option("json", help: "print it as JSON")
    static let on = Verb.Option("on", value: "DAY", help: "the day to show it for; today unless said")

    private var kindsVerb: Verb {
        Verb(
            "kinds", usage: "[--json]", summary: "List the kinds of record there are.", needs: Desk.see,
            options: [Desk.json]
        ) {
            words, options, caller, now, house in
            _ = try VerbWords(self, "kinds", words, 0)
            let kinds = registry.kinds.filter { caller.may($0.seeing, under: house.policy) }
            let day = Day(inEnglandAt: now)
            let counts = try await house.store.read { tx in
                try Drawer(tx, registry, on: day, for: Reader(caller, under: house.policy)).counts(of: kinds)
            }
            if options.has("json") {
                var json = JSONWriter()
                json.array(kinds) { json, kind in
                    json.object { json in
                        json.field("kind", kind.name)
                        json.field("plural", kind.plural)
                        json.field("room", kind.room)
                        json.field("about", kind.about)
                        json.field("count", counts[kind.name] ?? 0)
                    }
                }
                return VerbOutput(json.string)
            }
            return VerbOutput(aligned(kinds.map { [$0.name, String(counts[$0.name] ?? 0), $0.about] }))
        }
    }

    private var listVerb: Verb {
        Verb(
            "record list", usage: "KIND [--on DAY] [--words TEXT] [--json | --csv]",
            summary: "List the records of a kind as they stood on a day.", needs: Desk.see,
            options: [
                Desk.on,
                Verb.Option("words", value: "TEXT", help: "only those with these words in their name or identifier"),
                Desk.json, Verb.Option("csv", help: "print every version, all columns, as CSV"),
            ]
        ) { words, options, caller, now, house in
            let kind = try VerbWords(self, "record list", words, 1).kind()
            try caller.must(kind.seeing, under: house.policy)
            let reader = Reader(caller, under: house.policy)
            if options.has("csv") {
                let (bytes, shown) = try await house.store.read { tx in
                    try RecordTable(kind).csv(tx, registry, for: reader)
                }
                return VerbOutput(String(decoding: bytes, as: UTF8.self), showing: shown)
            }
            let day = try options.day("on") ?? house.settings.opensOn ?? Day(inEnglandAt: now),
                filter = options.value("words") ?? ""
            let rows = try await house.store.read { tx in
                try Drawer(tx, registry, on: day, for: reader).all(kind, RecordFilter(words: filter))
            }
            if options.has("json") {
                var json = JSONWriter()
                json.array(rows) { json, row in json.row(row) }
                return VerbOutput(json.string, showing: kind.shown(rows))
            }
            if rows.isEmpty { return VerbOutput("", remarks: ["There are no such \(kind.pluralInSentence)"]) }
            return VerbOutput(
                aligned(rows.map { [$0.record.id, $0.name, $0.standing.words, $0.record.period.words] }),
                showing: kind.shown(rows))
        }
    }

    private var showVerb: Verb {
        Verb(
            "record show", usage: "KIND ID [--on DAY] [--json]", summary: "Show one record as it stood on a day.",
            needs: Desk.see,
            options: [Desk.on, Desk.json]
        ) { words, options, caller, now, house in
            let said = try VerbWords(self, "record show", words, 2), kind = try said.kind(), id = try said.id()
            try caller.must(kind.seeing, under: house.policy)
            let day = try options.day("on") ?? house.settings.opensOn ?? Day(inEnglandAt: now)
            let (thing, subjects) = try await house.store.read { tx in
                let drawer = Drawer(tx, registry, on: day, for: Reader(caller, under: house.policy))
                let thing = try drawer.thing(kind, id)
                return (thing, try drawer.subjects(in: [thing.shown], of: kind.positions))
            }
            if options.has("json") {
                var json = JSONWriter()
                json.thing(thing)
                return VerbOutput(json.string, showing: kind.shown(id))
            }
            return VerbOutput(
                text(of: thing.shown, named: thing.name, thing.standing, subjects), showing: kind.shown(id))
        }
    }

    private var searchVerb: Verb {
        Verb(
            "search", usage: "WORDS… [--json]",
            summary: "Find a body, a post, an organisation, a place or anything else by name.",
            needs: Desk.see, options: [Desk.json]
        ) { words, options, caller, _, house in
            let text = words.joined(separator: " ")
            guard !text.isEmpty else {
                throw Refusal.invalid([Problem("words", "search needs a name, or a part of one")])
            }
            let results = try await SearchResults(text, page: 1, for: caller, of: self, in: house)
            if options.has("json") {
                var json = JSONWriter()
                json.results(results)
                return VerbOutput(json.string, showing: results.shown)
            }
            let rows = results.groups.flatMap { group in group.subjects.map { [group.kind.name, $0.id, $0.name] } }
            let remarks =
                rows.isEmpty
                ? ["Nothing has \(text) in its name"] : results.hasMore ? ["There are more. Give more of the name"] : []
            return VerbOutput(aligned(rows), remarks: remarks, showing: results.shown)
        }
    }

    /// One version of a record, a line for each thing it says.
    func text(of record: Record, named name: String, _ standing: Standing?, _ subjects: [String: Subject]) -> String {
        let words = ValueWords(subjects: subjects) { _ in "" }
        var rows = zip(record.kind.fields, record.values).compactMap { field, value -> [String]? in
            value == .none ? nil : [field.label, words.text(value, of: field)]
        }
        rows.append(["Held", record.period.words])
        if let standing { rows.append(["State", standing.words]) }
        rows.append(["How it is known", record.provenance.words])
        if !record.sources.isEmpty {
            rows.append(["Sources", record.sources.map(\.description).joined(separator: "; ")])
        }
        if let note = record.note { rows.append(["Note", note]) }
        return "\(name) (\(record.kind.nounInSentence) \(record.id), version \(record.version))\n" + aligned(rows)
    }
}
