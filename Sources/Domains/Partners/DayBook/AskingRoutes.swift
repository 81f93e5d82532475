public import Doors
import Kernel
public import Records
import Store

/// Whole books, kept by the ledger's head: a digest of everything ever recorded, so equal heads mean equal books.
public final class BookCache: Sendable {
    /// Which facts, with which scenario laid over them.
    struct Key: Hashable, Sendable {
        let version: String
        let scenario: String?
    }

    /// The last book, and the scenarios over it that people are looking at. At a city's size each takes some tens of
    /// megabytes.
    static let booksMax = 8
    public static let shared = BookCache()
    private let kept = Kept<Key, Book>(most: booksMax)

    /// Everything held, with the scenario laid over it when one is named.
    ///
    /// - Throws: `.notFound` when there is no such scenario; `.invalid` when it does not fit what is held.
    public func book(of house: House, scenario: String?) async throws -> Book {
        let registry = house.registry
        let load: @Sendable () async throws -> Book = { try await house.store.read { tx in try tx.loadBook(registry) } }
        guard let version = try await house.version?() else {
            return try Self.laid(scenario, over: await load(), registry)
        }
        let book = try await kept.value(Key(version: version, scenario: nil), make: load)
        guard let scenario else { return book }
        return try await kept.value(Key(version: version, scenario: scenario)) {
            try Self.laid(scenario, over: book, registry)
        }
    }

    private static func laid(_ scenario: String?, over book: Book, _ registry: Registry) throws(Refusal) -> Book {
        guard let scenario else { return book }
        let named = book.all("scenario").last { $0.id == scenario || $0.text("name") == scenario }
        guard let named else { throw .notFound }
        return try Overlay(named, registry: registry).laid(over: book)
    }
}

extension House {
    /// Reads for a page, as of the request's day: from the database, or from the book of the scenario the request
    /// names.
    public func asOf<Value: Sendable>(
        _ request: Request, _ work: @escaping @Sendable (DayBook) throws -> Value
    ) async throws -> Value {
        let day = request.on
        if let scenario = request.scenario {
            let book = try await BookCache.shared.book(of: self, scenario: scenario)
            return try work(DayBook(IndexedShelf(book), on: day))
        }
        let registry = registry
        return try await store.read { tx in try work(DayBook(RecordShelf(tx, registry), on: day)) }
    }

    /// Reads for a page, as `asOf(_:_:)` does, unless the same was read since the records last changed.
    ///
    /// - Parameters:
    ///   - what: all of the question, besides the day: the work may depend on nothing else, least of all on who asks.
    public func asOf<Value: Sendable>(
        _ request: Request, what: some Hashable & Sendable, _ work: @escaping @Sendable (DayBook) throws -> Value
    ) async throws -> Value {
        guard request.scenario == nil, let version = request.version else { return try await asOf(request, work) }
        let key = ViewCache.Key(
            version: version, day: request.on.number, type: ObjectIdentifier(Value.self),
            what: ViewCache.Key.Asked(value: AnyHashable(what)))
        let view = try await ViewCache.shared.kept.value(key) {
            ViewCache.View(value: try await asOf(request, work))
        }
        guard let view = view as? ViewCache.View<Value> else { return try await asOf(request, work) }
        return view.value
    }
}
