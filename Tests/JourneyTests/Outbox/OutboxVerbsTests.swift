import App
import Cast
import Doors
import Foundation
import Jobs
import Kernel
import Ledger
import Mail
import Store
import Testing

@Suite("Letters and jobs, as an administrator sees them")
struct OutboxVerbsTests {
    static let noon = Date(timeIntervalSince1970: 1_262_260_800)
    let building = Building()

    private func house(_ engine: Engine) async throws -> House {
        let store = try await freshStore(on: engine)
        try await store.migrate(building.schemas)
        return building.house(over: store, settings: HouseSettings())
    }

    private func run(_ line: String, in house: House, as caller: Caller = .keyboard) async throws -> VerbOutput {
        let words = line.split(separator: " ").map(String.init)
        let verb = try #require(building.verbs.first { $0.name == words.prefix(2).joined(separator: " ") })
        return try await verb.run(Array(words.dropFirst(2)), caller: caller, now: Self.noon, house: house)
    }

    @Test("a letter that waits can be read, and that it was read is a fact", arguments: Engine.allForTests)
    func letters(engine: Engine) async throws {
        let house = try await house(engine)
        #expect(try await run("outbox list", in: house).remarks == ["There are no letters"])
        let letter = Letter(
            to: try MailAddress("alex@example.org"), subject: try SubjectLine("Your invitation"), text: "Open this")
        let id = try await house.store.write { tx in try tx.send(letter, at: Self.noon) }
        let list = try await run("outbox list", in: house)
        #expect(list.text == "\(id)  waiting   alex@example.org  Your invitation")
        #expect(try await run("outbox list --json", in: house).text.contains("\"state\":\"waiting\""))
        #expect(try await !run("outbox list --json", in: house).text.contains("Open this"))

        let ledger = Ledger(store: house.store)
        #expect(try await ledger.history(of: "letter", id: id.text).isEmpty)
        let shown = try await run("outbox show \(id)", in: house)
        #expect(shown.text == "To: alex@example.org\nSubject: Your invitation\n\nOpen this")
        let facts = try await ledger.history(of: "letter", id: id.text)
        #expect(facts.map(\.name) == ["outbox.read"] && facts.first?.caller == "administrator")
        await #expect(throws: Refusal.notFound) { try await run("outbox show none", in: house) }
    }

    @Test("what was given up is listed with its reason, and tried again when told", arguments: Engine.allForTests)
    func jobs(engine: Engine) async throws {
        let house = try await house(engine)
        #expect(try await run("jobs list", in: house).remarks == ["No work waits"])
        let id = try await house.store.write { tx in try tx.ask(for: Job("test.work", "{}"), at: Self.noon) }
        #expect(try await run("jobs list", in: house).text == "\(id)  test.work  due 2009-12-31T12:00:00Z")
        let kind = JobKind("test.work") { _ in throw GiveUp("It cannot be done") }
        let runner = JobRunner(house.store, kinds: [kind], clock: { Self.noon })
        try await runner.round()
        let given = try await run("jobs list --given-up", in: house)
        #expect(given.text == "\(id)  test.work  given up, 1 attempt  It cannot be done" && given.exitCode == 1)
        _ = try await run("jobs retry \(id)", in: house)
        #expect(try await run("jobs list --given-up", in: house).exitCode == 0)
        #expect(try await run("jobs list --json", in: house).text.contains("\"state\":\"waiting\""))
        #expect(try await Ledger(store: house.store).history(of: "job", id: id.text).map(\.name) == ["jobs.retried"])
        await #expect(throws: Refusal.self) { try await run("jobs retry \(id)", in: house) }
        await #expect(throws: Refusal.self) { try await run("jobs retry none", in: house) }
    }

    @Test("nobody else may", arguments: Role.allCases.filter { $0 != .administrator })
    func others(role: Role) async throws {
        let house = try await house(.sqlite), caller = Caller(name: "someone", roles: [role])
        for line in ["outbox list", "outbox show a", "jobs list", "jobs retry a"] {
            await #expect { try await run(line, in: house, as: caller) } throws: { error in
                if case .notAllowed = error as? Refusal { true } else { false }
            }
        }
    }
}
