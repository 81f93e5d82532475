import Doors
import Kernel
import Meetings
import Partners
import Records
import Web

extension SensitiveInterest {
    static let verbs: [Verb] = [
        Verb(
            "interests", usage: "[--json]",
            summary: "List the declared interests whose details are withheld, and which details are not kept yet.",
            needs: .changeMeetings, options: [Verb.Option("json", help: "print JSON")]
        ) { words, options, _, now, house in
            guard words.isEmpty else { throw Refusal.wrong("interests", "interests takes no words, only options") }
            let registry = house.registry, today = Day(inEnglandAt: now)
            let lines = try await house.store.read { tx in
                try InterestLine.all(in: DayBook(RecordShelf(tx, registry), on: today))
            }
            if options.has("json") { return VerbOutput(String(decoding: lines.json, as: UTF8.self)) }
            return VerbOutput(
                lines.map { "\($0.declaration)  \($0.on)  \($0.isHeld ? "kept" : "not kept yet")  \($0.name)" }
                    .joined(separator: "\n"),
                remarks: [
                    lines.isEmpty ? "None is declared" : "The details are read on the pages, by the monitoring officer"
                ])
        }.showing(.nothing(because: "It lists declarations that everybody may read of, and no details"))
    ]
}
