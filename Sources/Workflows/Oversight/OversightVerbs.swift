import Doors
import Foundation
import Kernel
import Ledger
import Oversight
import Records
import Store

/// Watching over who may see what, from the terminal.
struct OversightVerbs {
    let registry: Registry
    var all: [Verb] { [looks, glass, reviews] }

    private static let json = Verb.Option("json", help: "print JSON")

    private var looks: Verb {
        Verb(
            "looks", usage: "KIND ID | --about PERSON | --by PERSON [--before FACT] [--json | --csv]",
            summary: "Say who looked at a record, at what is about a person, or what a person looked at.",
            needs: .seeLooks,
            options: [
                Verb.Option("about", value: "PERSON", help: "at whatever is about this person"),
                Verb.Option("by", value: "PERSON", help: "what this person looked at"),
                Verb.Option("before", value: "FACT", help: "only what is older than this"), Self.json,
                Verb.Option("csv", help: "print CSV"),
            ]
        ) { [registry] words, options, caller, _, house in
            let said = { (name: String) -> String? in
                switch name {
                case "kind": words.count == 2 ? words[0] : nil
                case "id": words.count == 2 ? words[1] : nil
                default: options.value(name)
                }
            }
            guard words.isEmpty || words.count == 2,
                let asked = try LooksRoutes.lookedAt(said, Watch(caller: caller, house: house), registry)
            else {
                throw Refusal.invalid([
                    Problem("words", "looks takes a kind and an identifier, or --about or --by with a person")
                ])
            }
            let looks = try await Ledger(store: house.store).looks(
                asked, limit: Ledger.limitMax, before: options.value("before"))
            if options.has("json") { return VerbOutput(String(decoding: looks.json, as: UTF8.self)) }
            if options.has("csv") { return VerbOutput(String(decoding: looks.csv, as: UTF8.self)) }
            var remarks = looks.looks.isEmpty ? ["Nobody has looked"] : []
            if let before = looks.before { remarks.append("There is more: --before \(before)") }
            return VerbOutput(
                looks.looks.map { look in
                    "\(Moment.words(look.at)), \(look.caller): \(look.sentence), because they \(look.why)"
                }.joined(separator: "\n"), remarks: remarks)
        }
    }

    private var glass: Verb {
        Verb(
            "break-glass list", usage: "[--reviewed] [--json]",
            summary: "List the glass that was broken and waits for its review, or that was reviewed.",
            needs: .reviewGlass,
            options: [Verb.Option("reviewed", help: "what was reviewed"), Self.json]
        ) { words, options, caller, _, house in
            try words.mustBeNone(for: "break-glass list")
            let watched = Watch(caller: caller, house: house).glass, isReviewed = options.has("reviewed")
            let glass = try await house.store.read {
                try $0.brokenGlass(watched, isReviewed: isReviewed, limit: 1_000)
            }
            if options.has("json") { return VerbOutput(String(decoding: glass.json(before: nil), as: UTF8.self)) }
            let lines = glass.map { one in
                "\(one.id)  \(Moment.words(one.madeAt))  \(one.personName)  \(one.subject.name)  "
                    + (one.review?.verdict.words ?? "Waits")
            }
            return VerbOutput(lines.joined(separator: "\n"), remarks: glass.isEmpty ? ["There is none"] : [])
        }
    }

    private var reviews: Verb {
        Verb(
            "access reviews", usage: "[--overdue] [--json]",
            summary: "List the posts that give a role, who holds them, and by when they must be confirmed.",
            needs: .reviewAccess,
            options: [Verb.Option("overdue", help: "only those overdue; exits 1 when there is any"), Self.json]
        ) { [registry] words, options, caller, now, house in
            try words.mustBeNone(for: "access reviews")
            let today = Day(inEnglandAt: now)
            let all = try await house.store.read { tx in
                try ReadAccess(tx, registry, on: today, in: house).posts()
            }
            let posts = all.filter {
                $0.isAnswered(by: caller) && (!options.has("overdue") || $0.isOverdue(on: today))
            }
            let code: Int32 = options.has("overdue") && !posts.isEmpty ? 1 : 0
            if options.has("json") {
                return VerbOutput(String(decoding: posts.json(on: today), as: UTF8.self), exitCode: code)
            }
            let lines = posts.map { access in
                let due = access.dueOn.map { "by \($0)" } ?? "nobody there can sign in"
                let state = access.isOverdue(on: today) ? "overdue, " : ""
                return "\(access.post.id)  \(state)\(due)  " + access.holders.map(\.person.name).joined(separator: ", ")
            }
            return VerbOutput(
                lines.joined(separator: "\n"), remarks: posts.isEmpty ? ["There is none"] : [], exitCode: code)
        }
    }
}
