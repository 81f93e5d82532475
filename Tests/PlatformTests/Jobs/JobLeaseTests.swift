import Cast
import Foundation
import Kernel
import Store
import Testing

@testable import Jobs

@Suite("Jobs: who has one, and for how long")
struct JobLeaseTests {
    private func take(_ world: JobWorld, upTo count: Int = 9) async throws -> [TakenJob] {
        let now = world.clock.now
        return try await world.store.write(.latest) { tx in
            try tx.takeJobs(
                of: ["test.mark"], upTo: count, for: 300, at: now, clock: { [clock = world.clock] in clock.now })
        }
    }

    @Test("what a killed worker had is taken up when its lease has run out", arguments: Engine.allForTests)
    func killed(engine: Engine) async throws {
        let world = try await JobWorld(engine)
        _ = try await world.ask("one")
        let lost = try #require(try await take(world).first)
        world.clock.move(299)
        #expect(try await take(world).isEmpty)
        world.clock.move(1)
        let found = try #require(try await take(world).first)
        #expect(lost.attempt == 1 && found.attempt == 2 && found.id == lost.id)

        // The first was not killed but slow: it comes back, and may neither finish what it lost nor put it off.
        let ending = Ending { tx in try tx.run("INSERT INTO jobs_mark (word) VALUES ('late')") }
        #expect(try await !world.store.write { tx in try tx.finish(lost, ending) })
        #expect(try await !world.store.write { tx in try tx.putOff(lost, until: nil, error: "late") })
        #expect(try await world.marks() == [])
        #expect(try await world.held().map(\.state) == [.waiting])
        #expect(try await world.store.write { tx in try tx.finish(found, .done) })
        #expect(try await world.held() == [])
    }

    @Test("a job that kills whoever takes it up is given up in the end", arguments: Engine.allForTests)
    func poison(engine: Engine) async throws {
        let world = try await JobWorld(engine)
        _ = try await world.ask("one")
        for _ in 1...3 {
            #expect(try await take(world).count == 1)
            world.clock.move(300)
        }
        try await world.runner(world.kind(Patience(attemptsMax: 3))).round()
        #expect(world.attempts.words == [])
        let job = try #require(try await world.held().first)
        #expect(job.state == .givenUp && job.error?.hasPrefix("It was begun 3 times") == true)
    }

    @Test("whoever goes on with a job keeps it, and whoever lost it learns of it", arguments: Engine.allForTests)
    func renewing(engine: Engine) async throws {
        let world = try await JobWorld(engine)
        _ = try await world.ask("one")
        let job = try #require(try await take(world).first)
        world.clock.move(299)
        #expect(try await world.store.write { tx in try job.renew(in: tx) })
        world.clock.move(299)
        #expect(try await take(world).isEmpty, "its lease began again")
        world.clock.move(1)
        let other = try #require(try await take(world).first)
        #expect(try await !world.store.write { tx in try job.renew(in: tx) })
        #expect(try await world.store.write { tx in try tx.finish(other, .done) })
    }

    @Test(
        "a job that is given up leaves what its kind says; asked for again it is begun again, if whoever asks says so")
    func reviving() async throws {
        let world = try await JobWorld(.sqlite), name: ID<Job> = ID("one"), now = world.clock.now
        let kind = JobKind(
            "test.mark", patience: Patience(attemptsMax: 1),
            givenUp: { job, why in Ending { tx in try tx.run("INSERT INTO jobs_mark (word) VALUES (\(why))") } }
        ) { _ in throw GiveUp("No") }
        func ask(reviving: Bool) async throws {
            try await world.store.write { tx in
                _ = try tx.ask(for: Job("test.mark", "x"), named: name, revivingGivenUp: reviving, at: now)
            }
        }
        try await ask(reviving: true)
        try await world.runner(kind).round()
        #expect(try await world.marks() == ["No"])
        try await ask(reviving: false)
        #expect(try await world.held().map(\.state) == [.givenUp])
        try await ask(reviving: true)
        #expect(try await world.held().map(\.state) == [.waiting])
    }

    @Test("many processes take many jobs, and each is taken by one", arguments: Engine.allForTests)
    func shared(engine: Engine) async throws {
        let world = try await JobWorld(engine), kind = world.kind()
        for number in 0..<60 { _ = try await world.ask("job \(number)") }
        let stores = try (0..<4).map { _ in try Store.open(world.location, settings: .forTests) }
        try await withThrowingTaskGroup { group in
            for store in stores {
                let runner = world.runner(kind, on: store)
                group.addTask { while try await runner.round() > 0 {} }
            }
            try await group.waitForAll()
        }
        // A runner that finds nothing free stops, though another may still have some under way: all of those are done
        // too.
        #expect(Set(world.attempts.words).count == 60 && world.attempts.words.count == 60)
        #expect(try await world.marks().count == 60)
        #expect(try await world.held() == [])
        stores.forEach { $0.close() }
    }

    @Test("a runner that is told to stop puts back what it cannot finish", arguments: Engine.allForTests)
    func stopping(engine: Engine) async throws {
        let world = try await JobWorld(engine)
        let (begun, beginning) = AsyncStream.makeStream(of: Void.self)
        _ = try await world.ask("one")
        let kind = world.kind { _ in
            beginning.finish()
            try await Task.sleep(for: .seconds(3_600))
        }
        let running = Task { await world.runner(kind).run() }
        for await _ in begun {}
        running.cancel()
        await running.value
        let job = try #require(try await world.held().first)
        #expect(job.state == .waiting && job.attempts == 0 && job.due == world.clock.now && job.error == nil)
    }

    @Test("a runner goes on doing what is asked for", arguments: Engine.allForTests)
    func running(engine: Engine) async throws {
        let world = try await JobWorld(engine)
        let (done, doing) = AsyncStream.makeStream(of: String.self)
        let kind = world.kind { job in doing.yield(job.payload) }
        let running = Task { await world.runner(kind).run() }
        var each = done.makeAsyncIterator()
        for number in 1...3 {
            _ = try await world.ask("job \(number)")
            #expect(await each.next() == "job \(number)")
        }
        running.cancel()
        await running.value
        #expect(try await world.marks().count + world.held().count == 3)
    }
}
