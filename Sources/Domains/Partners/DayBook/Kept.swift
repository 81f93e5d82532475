import Synchronization

/// Values that cost much to make, kept while they are of use: one making at a time for a key, the least used let go.
public final class Kept<Key: Hashable & Sendable, Value: Sendable>: Sendable {
    private struct Entry {
        let task: Task<Value, any Error>
        var used: Int
    }

    private struct State {
        var entries: [Key: Entry] = [:]
        var clock = 0
        var makings = 0
    }

    private let most: Int
    private let state = Mutex(State())

    /// - Parameter most: how many values are kept at once.
    public init(most: Int) { self.most = most }

    /// How many values have been made, for tests and counters.
    public var makings: Int { state.withLock { $0.makings } }

    /// The value for a key, made by whoever asks first; others wait for the same one. A failure is not kept.
    public func value(_ key: Key, make: @escaping @Sendable () async throws -> Value) async throws -> Value {
        let task = state.withLock { state in
            state.clock += 1
            if let held = state.entries[key] {
                state.entries[key]?.used = state.clock
                return held.task
            }
            if state.entries.count >= most, let oldest = state.entries.min(by: { $0.value.used < $1.value.used })?.key {
                state.entries[oldest] = nil
            }
            let task = Task { try await make() }
            state.entries[key] = Entry(task: task, used: state.clock)
            state.makings += 1
            return task
        }
        do { return try await task.value } catch {
            state.withLock { state in if state.entries[key]?.task == task { state.entries[key] = nil } }
            throw error
        }
    }
}
