import Cast
import Foundation
import Ledger
import Store
import Testing

#if canImport(Glibc)
import Glibc
#endif

/// A process that is killed in the middle of its work has lost nothing that it said was saved.
///
/// Fifteen kills for each engine; `bin/crash` asks for two hundred.
@Suite struct CrashTests {
    private static let environment = ProcessInfo.processInfo.environment
    private static let rounds = environment["THINKCHILD_CRASH_ROUNDS"].flatMap { Int($0) } ?? 15
    private static let seed = environment["THINKCHILD_CRASH_SEED"].flatMap { UInt64($0) } ?? 1
    /// One database is killed so many times, so that what a crash left is what the next crash finds.
    private static let roundsOfOne = 5

    @Test("every acknowledged write outlives a kill, whole and in the ledger", arguments: Engine.allForTests)
    func killed(engine: Engine) async throws {
        var dice = Cast.Dice(seed: Self.seed), total = 0, groupMax = 0
        for first in stride(from: 0, to: Self.rounds, by: Self.roundsOfOne) {
            let location = try await freshLocation(on: engine)
            let maker = try Store.open(location, settings: .forTests)
            try await maker.migrate(Traffic.schemas)
            maker.close()
            var acknowledged: Set<Int> = []
            for round in first..<min(first + Self.roundsOfOne, Self.rounds) {
                let moment = Int.random(in: 0...60_000, using: &dice)
                let (ids, largest) = try await kill(location, round: round - first, after: moment)
                #expect(!ids.isEmpty)
                acknowledged.formUnion(ids)
                groupMax = max(groupMax, largest)
                let store = try Store.open(location, settings: .forTests)
                try await Kept(in: store).expect(acknowledged, in: store)
                store.close()
            }
            total += acknowledged.count
        }
        // On SQLite those who wait together share a flush: the kills fell among grouped writes.
        #expect(engine == .postgres || groupMax > 1)
        if Self.rounds >= 100 {
            print(
                "\(engine): \(Self.rounds) kills, \(total) acknowledged writes, none lost, groups of up to \(groupMax)")
        }
    }

    private func kill(
        _ location: Location, round: Int, after moment: Int
    ) async throws -> (ids: Set<Int>, groupMax: Int) {
        let killed = Killed(location)
        defer { killed.forget() }
        let database = killed.database, log = killed.log, first = round * 1_000_000_000
        await #expect(processExitsWith: .signal(SIGKILL)) {
            [database = database as String, log = log as String, first = first as Int, moment = moment as Int] in
            try await Killed.write(to: database, from: first, log: log, killedAfter: moment)
        }
        return killed.acknowledged()
    }
}
