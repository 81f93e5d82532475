public import Doors
import Kernel
public import Records
import Store

/// Whole books, one for each database that is open: read whole once, and brought up to date by what the ledger says
/// was changed since.
public final class BookCache: Sendable {
    /// Which facts, with which scenario laid over them.
    private struct Key: Hashable, Sendable {
        let edition: Int
        let scenario: String
    }

    /// Scenarios over it that people are looking at. At a city's size each takes some tens of megabytes.
    private static let scenariosMax = 8
    public static let shared = BookCache()
    private let laid = Kept<Key, Book>(most: scenariosMax)

    /// Everything held, with the scenario laid over it when one is named.
    ///
    /// - Throws: `.notFound` when there is no such scenario; `.invalid` when it does not fit what is held.
    public func book(of house: House, scenario: String?) async throws -> Book {
        try await book(try await reading(of: house), scenario: scenario, house.registry)
    }

    /// What was read, with the scenario laid over it when one is named.
    public func book(_ reading: ReadBook, scenario: String?, _ registry: Registry) async throws -> Book {
        guard let scenario else { return reading.book }
        return try await laid.value(Key(edition: reading.edition, scenario: scenario)) {
            let named = reading.book.all("scenario").last { $0.id == scenario || $0.text("name") == scenario }
            guard let named else { throw Refusal.notFound }
            return try Overlay(named, registry: registry).laid(over: reading.book)
        }
    }

    /// Everything held, no older than the asking.
    public func reading(of house: House) async throws -> ReadBook {
        let registry = house.registry
        guard let version = try await house.version?() else {
            return try await house.store.read { tx in try tx.readBook(registry) }
        }
        let follower = house.store.kept(orKeep: { Follower() })
        return try await follower.reading(of: house.store, registry, at: version)
    }
}
