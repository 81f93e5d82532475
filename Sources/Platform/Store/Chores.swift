import Synchronization

/// Work that is done soon after some commits: once for however many asked, and never twice at once in one process.
public struct Chore: Sendable {
    let name: String
    let work: @Sendable (Store) async throws -> Void

    /// - Parameter name: Two chores of one name are one chore.
    public init(_ name: String, _ work: @escaping @Sendable (Store) async throws -> Void) {
        self.name = name
        self.work = work
    }
}

/// Which chores are under way in a store.
final class Chores: Sendable {
    private enum Progress { case running, wantedAgain }
    private let underWay = Mutex<[String: Progress]>([:])

    /// A chore that fails is done again when it is next asked for.
    func ask(_ chore: Chore, of store: Store) {
        let mustStart = underWay.withLock { underWay in
            defer { underWay[chore.name] = underWay[chore.name] == nil ? .running : .wantedAgain }
            return underWay[chore.name] == nil
        }
        guard mustStart else { return }
        Task.detached { [weak self, weak store] in
            repeat {
                guard let store else { return }
                try? await chore.work(store)
            } while self?.isWantedAgain(chore.name) ?? false
        }
    }

    private func isWantedAgain(_ name: String) -> Bool {
        underWay.withLock { underWay in
            guard underWay[name] == .wantedAgain else {
                underWay[name] = nil
                return false
            }
            underWay[name] = .running
            return true
        }
    }
}
