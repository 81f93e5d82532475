import Cast
import Foundation
import Kernel
import Ledger
import Store
import Testing

#if canImport(Glibc)
import Glibc
#endif

/// Servers and services that go away while people save. Skipped where there is no PostgreSQL to test with.
@Suite(.serialized, .enabled(if: Engine.allForTests.contains(.postgres)))
struct OutageTests {
    private func store(_ location: Location) async throws -> Store {
        let store = try Store.open(location, settings: .forTests)
        try await store.migrate(Traffic.schemas)
        return store
    }

    /// Everybody was told in words; nothing acknowledged is lost, and nothing is there that nobody asked for.
    private func expectWhole(_ outcome: Traffic.Outcome, in store: Store) async throws {
        #expect(outcome.unclear == [])
        let kept = try await Kept(in: store)
        try await kept.expect(outcome.acknowledged, in: store)
        #expect(kept.things.isSubset(of: outcome.acknowledged.union(outcome.refused)))
    }

    @Test(
        "a server started again under load: requests wait or are refused, then go on, and nothing is lost",
        arguments: [Cluster.Stop.fast, .immediate])
    func restarted(how: Cluster.Stop) async throws {
        let cluster = try await Cluster()
        defer { cluster.remove() }
        let store = try await store(.postgres(cluster.url))
        let traffic = Traffic(store, from: 0)
        async let running: Void = traffic.run(writers: 8)
        defer { traffic.stop() }
        for _ in 0..<2 {
            try await traffic.goesOn()
            try await cluster.stop(how)
            try await cluster.start()
        }
        try await traffic.goesOn()
        traffic.stop()
        await running
        #expect(store.counters.reconnects >= 2)
        try await expectWhole(traffic.outcome, in: store)
        store.close()
    }

    @Test("a hot standby is promoted: the same store finds it, and nothing acknowledged is lost")
    func promoted() async throws {
        let primary = try await Cluster()
        defer { primary.remove() }
        let standby = try await Cluster(following: primary)
        defer { standby.remove() }
        let store = try await store(.postgres(primary.url(or: standby)))
        let traffic = Traffic(store, from: 0)
        async let running: Void = traffic.run(writers: 8)
        defer { traffic.stop() }
        try await traffic.goesOn()
        try await primary.stop(.immediate)
        try await standby.promote()
        try await traffic.goesOn()
        traffic.stop()
        await running
        #expect(store.counters.reconnects >= 1)
        let port = try await store.read { try $0.one("SELECT inet_server_port()::bigint")?.integer(0) }
        #expect(port == standby.port)
        try await expectWhole(traffic.outcome, in: store)
        store.close()
    }

    @Test("of two services over one database one is killed under load: the other goes on, and neither loses anything")
    func oneOfTwo() async throws {
        let location = try await freshLocation(on: .postgres)
        let store = try await store(location)
        let traffic = Traffic(store, from: 0)
        async let running: Void = traffic.run(writers: 8)
        defer { traffic.stop() }
        var acknowledged: Set<Int> = []
        for round in 1...3 {
            let killed = Killed(location)
            defer { killed.forget() }
            let database = killed.database, log = killed.log, first = round * 1_000_000_000
            await #expect(processExitsWith: .signal(SIGKILL)) {
                [database = database as String, log = log as String, first = first as Int] in
                try await Killed.write(to: database, from: first, log: log, killedAfter: 200_000)
            }
            let ids = killed.acknowledged().ids
            #expect(!ids.isEmpty)
            acknowledged.formUnion(ids)
            try await traffic.goesOn()
        }
        traffic.stop()
        await running
        let outcome = traffic.outcome
        #expect(outcome.unclear == [])
        try await Kept(in: store).expect(acknowledged.union(outcome.acknowledged), in: store)
        store.close()
    }
}
