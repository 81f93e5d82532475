public import Doors
import Kernel
import Records
import Store

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
