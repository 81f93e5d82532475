public import Doors
import Foundation
public import Kernel
import Ledger
import Mail
import Store
import Web

/// What an administrator asks of the letters that go out: which wait, and what one says, so that it can be handed over
/// where there is no mail server.
public enum OutboxVerbs {
    public static let read = Action("outbox.read")

    public static let verbs: [Verb] = [
        Verb(
            "outbox list", usage: "[--json]", summary: "List the letters that wait, and those lately sent.",
            needs: read, options: [Verb.Option("json", help: "print JSON")], list),
        Verb(
            "outbox show", usage: "ID",
            summary: "Print a letter that waits, so that it can be handed over; the ledger keeps who did.",
            needs: read, show),
    ]

    private static let listMax = 1_000

    @Sendable private static func list(
        _ words: [String], _ options: Options, _ caller: Caller, _ now: Date, _ house: House
    ) async throws -> VerbOutput {
        try words.mustBeNone(for: "outbox list")
        let letters = try await house.store.read { tx in try tx.outbox(limit: listMax) }
        if options.has("json") { return VerbOutput(json(letters, at: now)) }
        let lines = letters.map { letter in
            let state = letter.state(at: now).rawValue.padding(toWidth: 8)
            let why = letter.job?.error.map { "  \($0)" } ?? ""
            return "\(letter.id)  \(state)  \(letter.recipient)  \(letter.subject)\(why)"
        }
        return VerbOutput(
            lines.joined(separator: "\n"), remarks: letters.isEmpty ? ["There are no letters"] : [])
    }

    /// What a letter says may let whoever reads it in as somebody else, so that it was read is a fact.
    @Sendable private static func show(
        _ words: [String], _ options: Options, _ caller: Caller, _ now: Date, _ house: House
    ) async throws -> VerbOutput {
        guard words.count == 1, let id = ID<Letter>(checking: words[0]) else {
            throw Refusal.invalid([
                Problem("words", "outbox show takes one letter. `thinkchild outbox list` lists them")
            ])
        }
        let letter = try await house.store.write { tx in
            guard let letter = try tx.letter(id) else { throw Refusal.notFound }
            if letter.text != nil {
                let subject = Subject(kind: "letter", id: id.text, name: letter.subject)
                try tx.record(Fact("outbox.read", about: subject, "Read a letter that waits"), by: caller, at: now)
            }
            return letter
        }
        guard let text = letter.text else {
            return VerbOutput(
                "", remarks: ["What it said was forgotten when it was sent, or lapsed"], exitCode: 1)
        }
        return VerbOutput("To: \(letter.recipient)\nSubject: \(letter.subject)\n\n\(text)")
    }

    private static func json(_ letters: [HeldLetter], at now: Date) -> String {
        let moment = { (date: Date) in Instant.text(Instant.microseconds(of: date)) }
        var writer = JSONWriter()
        writer.array(letters) { writer, letter in
            writer.object { writer in
                writer.field("id", letter.id.text)
                writer.field("state", letter.state(at: now).rawValue)
                writer.field("recipient", letter.recipient)
                writer.field("subject", letter.subject)
                writer.field("written", moment(letter.written))
                writer.field("sent", letter.sent.map(moment))
                writer.field("lapses", letter.lapses.map(moment))
                writer.field("error", letter.job?.error)
            }
        }
        return writer.string
    }
}
