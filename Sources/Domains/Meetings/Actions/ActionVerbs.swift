import Doors
import Foundation
import Kernel
import Partners
import Records
import Web

extension MeetingAction {
    static let verbs: [Verb] = [
        Verb(
            "actions", usage: "[--body ID | --taken-to ID] [--overdue] [--skip N] [--json]",
            summary: "List what bodies asked to be done, what is overdue first; 100 at once.", needs: .seeMeetings,
            options: [
                Verb.Option("body", value: "ID", help: "of one body only"),
                Verb.Option("taken-to", value: "ID", help: "what was taken to a body because it is overdue"),
                Verb.Option("overdue", help: "only what should have been done"),
                Verb.Option("skip", value: "N", help: "after the first so many"),
                Verb.Option("json", help: "print JSON"),
            ], list)
    ]

    @Sendable private static func list(
        _ words: [String], _ options: Options, _ caller: Caller, _ now: Date, _ house: House
    ) async throws -> VerbOutput {
        guard words.isEmpty else { throw Refusal.wrong("actions", "actions takes no words, only options") }
        let today = house.settings.opensOn ?? Day(inEnglandAt: now)
        var ask = ActionList.Ask(which: .all, isOverdueOnly: options.has("overdue"))
        if let body = options.value("body") { ask.which = .of(body) }
        if let body = options.value("taken-to") { ask.which = .takenTo(body) }
        if let text = options.value("skip") {
            guard let skipped = Int(text), skipped >= 0 else {
                throw Refusal.wrong("skip", "--skip is a number of actions, and \(text) is not")
            }
            ask.skipped = skipped
        }
        let registry = house.registry, asked = ask
        let list = try await house.store.read { tx in
            try ActionList(asked, isWhole: true, today: today, in: DayBook(RecordShelf(tx, registry), on: today), tx)
        }
        if options.has("json") { return VerbOutput(list.json(on: today).string) }
        let lines = list.actions.map { view in
            let state = view.action.isOverdue(on: today) == true ? "overdue" : view.action.state
            let higher = view.escalatedTo.map { "  taken to \($0.name)" } ?? ""
            return "\(view.id)  \(view.action.due.map { "\($0)" } ?? "no day")  \(state)  \(view.body.name)  "
                + "\(view.action.name)\(higher)"
        }
        let more = list.next.map { ["\(list.total - $0) more: --skip \($0)"] } ?? []
        return VerbOutput(
            lines.joined(separator: "\n"), remarks: lines.isEmpty ? ["There are no such actions"] : more)
    }
}
