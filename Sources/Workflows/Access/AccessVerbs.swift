import Doors
import Identity
import Kernel
import Records
import Web

/// Why somebody may or may not see something, from the terminal.
struct AccessVerbs {
    let registry: Registry

    var explain: Verb {
        Verb(
            "access explain", usage: "WHO WHAT [--on DAY] [--json]",
            summary: "Explain whether a person may see or do something, step by step.", needs: .manageAccounts,
            options: [
                Verb.Option("on", value: "DAY", help: "as it stood on that day; today unless said"),
                Verb.Option("json", help: "print JSON"),
            ]
        ) { [registry] words, options, _, now, house in
            guard words.count == 2 else {
                throw Refusal.invalid([
                    Problem(
                        "words", "access explain takes a person's identifier, and a path, an action or an identifier")
                ])
            }
            let day = try options.day("on") ?? Day(inEnglandAt: now)
            let answer = try await ExplainAccess(registry: registry).explain(words[0], words[1], on: day, in: house)
            return VerbOutput(
                options.has("json") ? json(answer) : text(answer), exitCode: answer.may ? 0 : 1, showing: answer.shown)
        }.showing(.several(kinds: ["account"]))
    }

    private func text(_ answer: ExplainAccess.Answer) -> String {
        (["\(answer.who) \(answer.may ? "may" : "may not") see or do \(answer.what)"] + answer.steps.map { "  " + $0 })
            .joined(separator: "\n")
    }

    private func json(_ answer: ExplainAccess.Answer) -> String {
        var writer = JSONWriter()
        writer.object { writer in
            writer.field("who", answer.who)
            writer.field("what", answer.what)
            writer.field("action", answer.action.name)
            writer.field("may", answer.may)
            writer.array("steps", answer.steps) { writer, step in writer.value(step) }
        }
        return writer.string
    }
}
