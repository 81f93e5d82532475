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
