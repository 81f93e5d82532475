import Cast
import Foundation
import Jobs
import Kernel
import Store
import Testing

@testable import Mail

@Suite("The outbox: written with what it tells of, delivered after", .timeLimit(.minutes(5)))
struct OutboxTests {
    static let texts = [
        "Plain text.\n", "", "no line end", "Ünïcödé – “quotes” 👪 and = signs\n", "ends in spaces  \n\tand tabs\t\n",
        "\n.\n..\nFrom the start\n", String(repeating: "long ", count: 400) + "\n", String(repeating: "é", count: 300),
        "a bell \u{7} stays text\n",
    ]

    @Test("every letter arrives as it was written, whole and in seven bits", arguments: Engine.allForTests)
    func delivered(engine: Engine) async throws {
        let world = try await MailWorld(engine)
        for (number, text) in Self.texts.enumerated() {
            let recipient = engine.recipient("text\(number)")
            let subject = number % 2 == 0 ? "Letter \(number)" : String(repeating: "Zażółć gęślą jaźń 👪 ", count: 5)
            let id = try await world.send(recipient, subject, text)
            try await world.round()
            let taken = try await world.server.letter(to: recipient)
            #expect(taken.recipients == [recipient] && taken.sender == "trust@example.org")
            #expect(taken.headers["Subject"] == subject, "\(text.debugDescription)")
            #expect(taken.headers["To"] == recipient)
            #expect(taken.headers["From"] == "\"Zoë’s \\\"Trust\\\"\" <trust@example.org>")
            #expect(taken.headers["Message-ID"] == "<\(id)@example.org>")
            #expect(taken.headers["Date"] == "Thu, 31 Dec 2009 12:00:00 +0000")
            #expect(taken.headers["Auto-Submitted"] == "auto-generated")
            #expect(taken.defects == [] && taken.sevenBit && taken.widest <= 78)
            #expect(taken.text == (text.isEmpty || text.hasSuffix("\n") ? text : text + "\n"))
        }
    }

    @Test("what a letter said is forgotten once it was delivered", arguments: Engine.allForTests)
    func forgotten(engine: Engine) async throws {
        let world = try await MailWorld(engine)
        let id = try await world.send(engine.recipient("forgotten"))
        #expect(try await world.state(id) == .waiting)
        try await world.round()
        let held = try #require(try await world.held(id))
        #expect(held.text == nil && held.job == nil && held.sent == world.clock.now)
        #expect(held.state(at: world.clock.now) == .sent)
        world.clock.move(31 * 86_400)
        try await world.round()
        #expect(try await world.held(id) == nil)
        // With nothing left to forget, nobody looks any more.
        #expect(try await world.jobs() == [])
    }

    @Test("a letter of a change that was not kept is not sent", arguments: Engine.allForTests)
    func undone(engine: Engine) async throws {
        let world = try await MailWorld(engine)
        let letter = Letter(
            to: try MailAddress("a@example.org"), subject: try SubjectLine("Hello"), text: "Text")
        await #expect(throws: Refusal.notFound) {
            try await world.store.write { tx in
                try tx.send(letter, at: JobWorld.noon)
                throw Refusal.notFound
            }
        }
        #expect(try await world.store.read { tx in try tx.outbox() } == [])
        #expect(try await world.jobs() == [])
    }

    @Test(
        "a no that lasts is not asked for again, and the letter is kept to be handed over",
        arguments: Engine.allForTests)
    func refused(engine: Engine) async throws {
        let world = try await MailWorld(engine)
        let id = try await world.send("nobody@example.org")
        try await world.round()
        let held = try #require(try await world.held(id))
        #expect(held.state(at: world.clock.now) == .givenUp && held.text == "Text\n")
        #expect(held.job?.error == "The mail server refused it (550)" && held.job?.attempts == 1)
    }

    @Test("a no that passes, and no answer at all, are tried again", arguments: Engine.allForTests)
    func later(engine: Engine) async throws {
        let world = try await MailWorld(engine)
        let full = try await world.send("full@example.org")
        let grey = try await world.send(engine.recipient("greylisted"))
        try await world.round()
        #expect(try await world.state(full) == .waiting)
        #expect(try await world.state(grey) == .waiting)
        world.clock.move(30)
        try await world.round()
        #expect(try await world.state(full) == .waiting)
        #expect(try await world.state(grey) == .sent)
        #expect(try await world.held(full)?.job?.error == "The other side answered 451")

        let unheard = try await world.send(engine.recipient("unheard"))
        try await world.round(through: "nowhere")
        #expect(try await world.state(unheard) == .waiting)
        #expect(try await world.held(unheard)?.job?.attempts == 1)
        #expect(!world.reports.words.isEmpty)
        #expect(!world.reports.words.contains { $0.contains("example.org") || $0.contains("answered") })
    }

    @Test("where no mail server is set letters wait, and can be read", arguments: Engine.allForTests)
    func noServer(engine: Engine) async throws {
        let world = try await MailWorld(engine)
        let id = try await world.send(engine.recipient("waiting"), "Invitation", "Open this\n")
        world.clock.move(86_400)
        try await world.round(through: nil)
        let held = try await world.store.read { tx in try tx.outbox() }
        #expect(held.map(\.id) == [id] && held.first?.text == "Open this\n" && held.first?.job?.attempts == 0)
        try await world.round()
        #expect(try await world.state(id) == .sent)
    }

    @Test("a letter that has lapsed is not sent, and what it said is forgotten", arguments: Engine.allForTests)
    func lapsed(engine: Engine) async throws {
        let world = try await MailWorld(engine), recipient = engine.recipient("lapsed")
        let id = try await world.send(recipient, lapses: JobWorld.noon.addingTimeInterval(60))
        world.clock.move(3_600)
        #expect(try await world.state(id) == .lapsed)
        try await world.round()
        let held = try #require(try await world.held(id))
        #expect(held.text == nil && held.sent == nil && held.job == nil && held.state(at: world.clock.now) == .lapsed)
        #expect(world.server.standIn.lines(containing: recipient) == [])
    }
}
