public import Kernel
public import Records
public import Store

/// What one room offers the building: its tables, who may do what, and its ways in.
public struct Module: Sendable {
    /// One word, in lower case; its tables and actions begin with it.
    public let name: String
    /// As a person would call it.
    public let title: String
    public let schema: Schema
    /// The kinds of record it owns, in the order a newcomer should meet them.
    public let kinds: [Kind]
    /// What must be true of its records together.
    public let invariants: [Invariant]
    /// What takes more than the right to change its kind.
    public let safeguards: [Safeguard]
    /// Whether what it holds is kept from most: whoever may see it needs a second proof of who they are.
    public let isRestricted: Bool
    public let policy: Policy
    public private(set) var routes: [Route]
    public let verbs: [Verb]

    public init(
        name: String, title: String, schema: Schema, kinds: [Kind] = [], invariants: [Invariant] = [],
        safeguards: [Safeguard] = [], isRestricted: Bool = false, policy: Policy,
        routes: [Route] = [], verbs: [Verb] = []
    ) {
        self.name = name
        self.title = title
        self.schema = schema
        self.kinds = kinds
        self.invariants = invariants
        self.safeguards = safeguards
        self.isRestricted = isRestricted
        self.policy = policy
        self.routes = isRestricted ? routes.map(\.restricted) : routes
        self.verbs = isRestricted ? verbs.map(\.restricted) : verbs
    }

    /// The same room with other ways in over HTTP.
    public func with(routes: [Route]) -> Module {
        var copy = self
        copy.routes = isRestricted ? routes.map(\.restricted) : routes
        return copy
    }
}
