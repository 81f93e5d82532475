import Cast
import Foundation
import Kernel
import Store
import Testing

@testable import Jobs

@Suite("Jobs: asked in a transaction, done after it")
struct JobTests {
    private struct Failed: Error, CustomStringConvertible { let description = "the other side did not answer" }

    @Test("nothing is asked by a transaction that fails", arguments: Engine.allForTests)
    func undone(engine: Engine) async throws {
        let world = try await JobWorld(engine)
        await #expect(throws: Refusal.notFound) {
            try await world.store.write { tx in
                try tx.ask(for: Job("test.mark", "never"), at: JobWorld.noon)
                throw Refusal.notFound
            }
        }
        #expect(try await world.held() == [])
    }

    @Test("a job is done once, leaves what it wrote, and is gone", arguments: Engine.allForTests)
    func done(engine: Engine) async throws {
        let world = try await JobWorld(engine)
        _ = try await world.ask("one")
        let runner = world.runner(world.kind())
        #expect(try await runner.round() == 1)
        #expect(try await runner.round() == 0)
        #expect(try await world.marks() == ["one"])
        #expect(try await world.held() == [])
    }

    @Test("what a job leaves and its leaving the list are one transaction", arguments: Engine.allForTests)
    func together(engine: Engine) async throws {
        let world = try await JobWorld(engine)
        _ = try await world.ask("one")
        let kind = JobKind("test.mark") { _ in
            Ending { tx in
                try tx.run("INSERT INTO jobs_mark (word) VALUES ('half')")
                throw Failed()
            }
        }
        try await world.runner(kind).round()
        #expect(try await world.marks() == [])
        #expect(try await world.held().map(\.error) == ["the other side did not answer"])
    }

    @Test("a job waits for its time, and for a process that knows its kind", arguments: Engine.allForTests)
    func waiting(engine: Engine) async throws {
        let world = try await JobWorld(engine), runner = world.runner(world.kind())
        _ = try await world.ask("later", due: JobWorld.noon.addingTimeInterval(60))
        _ = try await world.ask("strange", of: "test.unknown")
        world.clock.move(59)
        #expect(try await runner.round() == 0)
        world.clock.move(1)
        #expect(try await runner.round() == 1)
        #expect(try await world.held().map(\.kind) == ["test.unknown"])
    }

    @Test(
        "each wait is twice the one before, up to the longest, and none follows the last attempt",
        arguments: [(1, 10.0), (2, 20), (3, 40), (4, 45), (5, nil), (99, nil)] as [(Int, TimeInterval?)])
    func waits(attempt: Int, seconds: TimeInterval?) {
        #expect(Patience(attemptsMax: 5, firstWait: 10, waitMax: 45).wait(after: attempt) == seconds)
    }

    @Test("a job that fails is tried again, then given up with its error kept", arguments: Engine.allForTests)
    func givenUp(engine: Engine) async throws {
        let world = try await JobWorld(engine), reports = Mark()
        let kind = world.kind(Patience(attemptsMax: 3, firstWait: 10)) { _ in throw Failed() }
        let runner = world.runner(kind) { reports.add($0) }
        let id = try await world.ask("private")
        for (seconds, attempts) in [(0.0, 1), (9, 1), (1, 2), (19, 2), (1, 3), (9_999, 3)] {
            world.clock.move(seconds)
            try await runner.round()
            #expect(try await world.held().first?.attempts == attempts, "after another \(seconds) s")
        }
        let job = try #require(try await world.held().first)
        #expect(job.id == id && job.state == .givenUp && job.error == "the other side did not answer")
        #expect(reports.words.count == 3 && reports.words.last?.contains("given up") == true)
        #expect(!reports.words.contains { $0.contains("private") || $0.contains("other side") })
    }

    @Test("a refusal that would come again is not asked for twice", arguments: Engine.allForTests)
    func refused(engine: Engine) async throws {
        let world = try await JobWorld(engine), runner = world.runner(world.kind { _ in throw GiveUp("No such box") })
        let id = try await world.ask("one")
        try await runner.round()
        #expect(try await world.store.read { tx in try tx.jobs(in: .givenUp).map(\.error) } == ["No such box"])
        #expect(try await world.store.read { tx in try tx.jobs(in: .waiting) } == [])
        world.clock.move(1e6)
        #expect(try await runner.round() == 0)

        let now = world.clock.now
        try await world.store.write { tx in try tx.retry(id, at: now) }
        try await world.runner(world.kind()).round()
        #expect(try await world.marks() == ["one"])
    }

    @Test(
        "of jobs with one name only one is on the list, and its ending may ask for the next",
        arguments: Engine.allForTests)
    func named(engine: Engine) async throws {
        let world = try await JobWorld(engine), clock = world.clock
        let again = { @Sendable (tx: Transaction) throws -> Void in
            let job = Job("test.round", "{}", due: clock.now.addingTimeInterval(60))
            try tx.ask(for: job, named: ID("round"), at: clock.now)
        }
        for _ in 1...3 { try await world.store.write(again) }
        #expect(try await world.held().map(\.id) == [ID("round")])
        let runner = world.runner(JobKind("test.round") { _ in Ending(again) })
        for _ in 1...3 {
            clock.move(60)
            #expect(try await runner.round() == 1)
            #expect(try await runner.round() == 0)
        }
        #expect(try await world.held().map(\.due) == [clock.now.addingTimeInterval(60)])
    }

    @Test("only what was given up can be retried", arguments: Engine.allForTests)
    func retrying(engine: Engine) async throws {
        let world = try await JobWorld(engine)
        let id = try await world.ask("one")
        await #expect(throws: Refusal.notFound) {
            try await world.store.write { tx in try tx.retry(ID("none"), at: JobWorld.noon) }
        }
        await #expect {
            try await world.store.write { tx in try tx.retry(id, at: JobWorld.noon) }
        } throws: { error in
            if case .outOfOrder = error as? Refusal { true } else { false }
        }
    }
}
