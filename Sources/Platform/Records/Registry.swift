/// Every kind of record there is, and every rule that holds records together: one list for every door.
public struct Registry: Sendable {
    public let kinds: [Kind]
    public let invariants: [Invariant]
    public let safeguards: [Safeguard]
    private let byName: [String: Kind]
    private let byPlural: [String: Kind]
    private let rules: [String: [Invariant]]

    /// - Precondition: no two kinds share a name or a plural.
    public init(_ kinds: [Kind], invariants: [Invariant] = [], safeguards: [Safeguard] = []) {
        self.kinds = kinds
        self.invariants = invariants
        self.safeguards = safeguards
        byName = Dictionary(uniqueKeysWithValues: kinds.map { ($0.name, $0) })
        byPlural = Dictionary(uniqueKeysWithValues: kinds.map { ($0.plural, $0) })
        rules = Dictionary(grouping: invariants, by: \.kind)
    }

    public func kind(named name: String) -> Kind? { byName[name] }
    public func kind(plural: String) -> Kind? { byPlural[plural] }
    public func invariants(of kind: Kind) -> [Invariant] { rules[kind.name, default: []] }
    public func kinds(of room: String) -> [Kind] { kinds.filter { $0.room == room } }
}
