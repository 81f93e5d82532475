import Kernel
import Records
import Synchronization

/// Keeps what was worked out from the whole book, until something changes: one working at a time for one question.
///
/// The version is the ledger's head, a digest of everything ever recorded, so equal versions mean equal books.
public final class TrustCache: Sendable {
    /// What was asked: which facts, on which day, with which scenario laid over them.
    struct Key: Hashable, Sendable {
        let version: String
        let day: Day
        let scenario: String?
    }

    /// Workings kept: a few days and scenarios that people compare. At a city's size each takes some tens of megabytes.
    static let workingsMax = 12
    /// Books kept. An older one is of use only to whoever began asking before the last change.
    static let booksMax = 2

    private struct Held<Value: Sendable> {
        let task: Task<Value, any Error>
        var used: Int
    }

    private struct State {
        var workings: [Key: Held<Worked>] = [:]
        var books: [String: Held<Book>] = [:]
        var clock = 0
    }

    private let state = Mutex(State())

    public init() {}

    /// The working for a key, made by whoever asks first; others wait for the same one. A failure is not kept.
    func worked(_ key: Key, make: @escaping @Sendable () async throws -> Worked) async throws -> Worked {
        let task = state.withLock { state in
            Self.held(key, in: &state.workings, most: Self.workingsMax, clock: &state.clock, make)
        }
        do { return try await task.value } catch {
            state.withLock { state in if state.workings[key]?.task == task { state.workings[key] = nil } }
            throw error
        }
    }

    /// The whole book of a version.
    func book(_ version: String, make: @escaping @Sendable () async throws -> Book) async throws -> Book {
        let task = state.withLock { state in
            Self.held(version, in: &state.books, most: Self.booksMax, clock: &state.clock, make)
        }
        do { return try await task.value } catch {
            state.withLock { state in if state.books[version]?.task == task { state.books[version] = nil } }
            throw error
        }
    }

    private static func held<Key: Hashable, Value>(
        _ key: Key, in all: inout [Key: Held<Value>], most: Int, clock: inout Int,
        _ make: @escaping @Sendable () async throws -> Value
    ) -> Task<Value, any Error> {
        clock += 1
        if let held = all[key] {
            all[key]?.used = clock
            return held.task
        }
        if all.count >= most, let oldest = all.min(by: { $0.value.used < $1.value.used })?.key { all[oldest] = nil }
        let task = Task { try await make() }
        all[key] = Held(task: task, used: clock)
        return task
    }
}
