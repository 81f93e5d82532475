import Records
import Store
import Synchronization

/// Follows one database's ledger with a book: one reading at a time, each from where the one before it ended.
final class Follower: Sendable {
    private struct State {
        var last: ReadBook?
        var next: (version: String, task: Task<ReadBook, any Error>)?
    }

    private let state = Mutex(State())

    /// The book as it was at a version of the ledger, or is since.
    func reading(of store: Store, _ registry: Registry, at version: String) async throws -> ReadBook {
        let step = state.withLock { state -> (ReadBook?, Task<ReadBook, any Error>?) in
            if let last = state.last, last.point.mark == version { return (last, nil) }
            if let next = state.next, next.version == version { return (nil, next.task) }
            let before = state.next?.task
            // The closure goes with the task, so that a store is let go when nobody asks of it.
            let task = Task { try await self.read(store, registry, after: before) }
            state.next = (version, task)
            return (nil, task)
        }
        if let last = step.0 { return last }
        guard let task = step.1 else { return try await read(store, registry, after: nil) }
        do { return try await task.value } catch {
            // A failure is not kept.
            state.withLock { state in if state.next?.task == task { state.next = nil } }
            throw error
        }
    }

    private func read(_ store: Store, _ registry: Registry, after before: Task<ReadBook, any Error>?) async throws
        -> ReadBook
    {
        // What it came to is in `last`; if it failed, whoever asked for it was told.
        _ = await before?.result
        let earlier = state.withLock { $0.last }
        let reading = try await store.read { tx in try tx.readBook(registry, after: earlier) }
        state.withLock { $0.last = reading }
        return reading
    }
}
