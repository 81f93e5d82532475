import Cast
import Dispatch
import Testing

@testable import Store

/// Those who are likely to come back together are waited for, and never for long.
@Suite struct WaitingTests {
    private static func waiting(_ store: Store, jobs: Int) -> Waiting {
        let waiting = Waiting(StoreSettings(), Counting())
        for _ in 0..<jobs { waiting.add(Job(.read, of: store)) }
        return waiting
    }

    @Test("Nobody is waited for unless somebody is expected")
    func atOnce() async throws {
        let store = try await freshStore(on: .sqlite)
        #expect(Self.waiting(store, jobs: 2).take(8, at: .init(value: 0)).count == 2)
    }

    @Test("Those who do not come are not waited for any longer than was said")
    func absent() async throws {
        let store = try await freshStore(on: .sqlite), waiting = Self.waiting(store, jobs: 2)
        let expecting = Waiting.Expecting(count: 3, nanoseconds: 1_000)
        #expect(waiting.take(8, at: .init(value: 0), expecting).count == 2)
    }

    @Test("Those who come in time are taken with the others; more than fit are not waited for")
    func gathered() async throws {
        let store = try await freshStore(on: .sqlite), waiting = Self.waiting(store, jobs: 2)
        let hour = Waiting.Expecting(count: 3, nanoseconds: 3_600_000_000_000)
        DispatchQueue.global().asyncAfter(deadline: .now() + .milliseconds(5)) { waiting.add(Job(.read, of: store)) }
        #expect(waiting.take(8, at: .init(value: 0), hour).count == 3)
        let full = Self.waiting(store, jobs: 2)
        #expect(full.take(2, at: .init(value: 0), hour).count == 2)
        let closed = Self.waiting(store, jobs: 1)
        closed.close()
        #expect(closed.take(8, at: .init(value: 0), hour).count == 1)
    }
}
