public import Doors
import Kernel
public import Records

/// What pages show, kept for the state of the records that it was read from: many look at the same thing between two
/// changes. It is the same for all who may see it, so nothing in it may depend on who asks.
final class ViewCache: Sendable {
    /// All that a view is read from.
    struct Key: Hashable, Sendable {
        let version: String
        let day: Int
        let type: ObjectIdentifier
        let what: Asked

        /// What was asked, of any type.
        struct Asked: Hashable, @unchecked Sendable {
            /// Made of a `Sendable` value and only read.
            let value: AnyHashable
        }
    }

    /// A page of a hundred rows takes some hundred kilobytes.
    static let viewsMax = 100
    static let shared = ViewCache()
    let kept = Kept<Key, any Sendable>(most: viewsMax)

    /// A view of any type, an absent one too.
    struct View<Value: Sendable>: Sendable {
        let value: Value
    }
}

extension House {
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
