import Doors
import Foundation
import Kernel
import Partners
import Places
import Plan
import Records
import Store

/// `thinkchild thread`: the golden thread through one thing.
enum ThreadVerbs {
    static let all: [Verb] = [
        Verb(
            "thread", usage: "ID [--place ID] [--on DAY] [--json]",
            summary: "Print the thread through an outcome, a priority, an action, a post, a body or a decision.",
            needs: .readThreads,
            options: [
                Verb.Option("place", value: "ID", help: "for this area only, and for the city"),
                Verb.Option("on", value: "DAY", help: "as of this day; today when nobody says"),
                Verb.Option("json", help: "print JSON"),
            ], tell)
    ]

    @Sendable private static func tell(
        _ words: [String], _ options: Options, _ caller: Caller, _ now: Date, _ house: House
    ) async throws -> VerbOutput {
        guard words.count == 1, let word = words.first else {
            throw Refusal.wrong("thread", "thread takes one identifier, such as a priority's")
        }
        let day = try options.day("on") ?? house.settings.opensOn ?? Day(inEnglandAt: now)
        let place = try ThreadRoutes.place(options.value("place"))
        let ask = ThreadContribution.Ask(
            caller, under: house.policy, on: day, today: Day(inEnglandAt: now), place: place?.text)
        let (registry, contributions) = (house.registry, house.threads)
        let thread = try await house.store.read { tx in
            try GoldenThread(
                word, place: place, contributions: contributions, ask, RecordShelf(tx, registry))
        }
        if options.has("json") { return VerbOutput(String(decoding: thread.json, as: UTF8.self)) }
        let lines = thread.links.map { link in
            "\(link.from.subject.name)  \(link.what)  \(link.to.subject.name)"
        }
        return VerbOutput(
            lines.joined(separator: "\n"), remarks: lines.isEmpty ? ["Nothing is joined to it on \(day.long)"] : [])
    }
}
