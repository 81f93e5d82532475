import Foundation
import Kernel
import Synchronization
import Testing

@testable import Identity

@Suite("How many passwords are tried at once", .timeLimit(.minutes(1)))
struct PasswordPoolTests {
    /// What the tries did, and what holds them until the test lets go.
    private final class Tries: Sendable {
        let gate = DispatchSemaphore(value: 0)
        let (begun, beginning) = AsyncStream.makeStream(of: Int.self)
        private let counts = Mutex((now: 0, most: 0, order: [Int]()))

        var most: Int { counts.withLock { $0.most } }
        var order: [Int] { counts.withLock { $0.order } }

        func attempt(_ number: Int) -> Int {
            counts.withLock { counts in
                counts.now += 1
                counts.most = max(counts.most, counts.now)
                counts.order.append(number)
            }
            beginning.yield(number)
            gate.wait()
            counts.withLock { $0.now -= 1 }
            return number
        }
    }

    @Test("So many run, so many wait their turn, and the next is told to come back")
    func bounded() async throws {
        let pool = PasswordPool(width: 2, waitingMax: 3), tries = Tries()
        try await withThrowingTaskGroup(of: Int?.self) { group in
            var begun = tries.begun.makeAsyncIterator()
            for number in 0..<2 {
                group.addTask { try await pool.run { tries.attempt(number) } }
                _ = await begun.next()
            }
            // Both are at it and neither ends: of four more, three wait and one is refused, whichever comes last.
            let (refused, refusing) = AsyncStream.makeStream(of: Refusal.self)
            for number in 2..<6 {
                group.addTask {
                    do { return try await pool.run { tries.attempt(number) } } catch let refusal as Refusal {
                        refusing.yield(refusal)
                        return nil
                    }
                }
            }
            var refusals = refused.makeAsyncIterator()
            #expect(await refusals.next() == .unavailable("Too many people are signing in at this moment"))
            #expect(tries.order.count == 2, "nobody else has begun")
            for _ in 0..<5 { tries.gate.signal() }
            let done = try await group.reduce(into: [Int]()) { done, number in number.map { done.append($0) } }
            #expect(done.count == 5 && tries.order.sorted() == done.sorted())
        }
        #expect(tries.most == 2)
        // All is as it was: the next begins at once.
        tries.gate.signal()
        #expect(try await pool.run { tries.attempt(6) } == 6)
    }

    @Test("They are tried in the order in which they came")
    func order() async throws {
        let pool = PasswordPool(width: 1, waitingMax: 10), tries = Tries()
        try await withThrowingTaskGroup(of: Void.self) { group in
            var begun = tries.begun.makeAsyncIterator()
            group.addTask { _ = try await pool.run { tries.attempt(0) } }
            _ = await begun.next()
            for number in 1..<5 {
                group.addTask { _ = try await pool.run { tries.attempt(number) } }
                while pool.waitingCount < number { await Task.yield() }
            }
            for _ in 0..<5 { tries.gate.signal() }
            try await group.waitForAll()
        }
        #expect(tries.order == [0, 1, 2, 3, 4])
    }

    @Test("Whoever has gone is not tried when their turn comes")
    func givenUp() async throws {
        let pool = PasswordPool(width: 1, waitingMax: 10), tries = Tries()
        var begun = tries.begun.makeAsyncIterator()
        let first = Task { try await pool.run { tries.attempt(0) } }
        _ = await begun.next()
        let gone = Task { try await pool.run { tries.attempt(1) } }
        while pool.waitingCount < 1 { await Task.yield() }
        gone.cancel()
        tries.gate.signal()
        #expect(try await first.value == 0)
        await #expect(throws: Refusal.self) { try await gone.value }
        #expect(tries.order == [0])
    }

    @Test("What goes wrong in one try is told to whoever asked, and the next goes on")
    func failure() async throws {
        let pool = PasswordPool(width: 1, waitingMax: 1)
        await #expect(throws: Refusal.notFound) { try await pool.run { throw Refusal.notFound } }
        #expect(try await pool.run { 1 } == 1)
    }
}
