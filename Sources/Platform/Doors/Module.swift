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
    public let policy: Policy
    public let routes: [Route]
    public let verbs: [Verb]

    public init(
        name: String, title: String, schema: Schema, kinds: [Kind] = [], invariants: [Invariant] = [], policy: Policy,
        routes: [Route] = [], verbs: [Verb] = []
    ) {
        self.name = name
        self.title = title
        self.schema = schema
        self.kinds = kinds
        self.invariants = invariants
        self.policy = policy
        self.routes = routes
        self.verbs = verbs
    }

    /// The same room with other ways in over HTTP.
    public func with(routes: [Route]) -> Module {
        Module(
            name: name, title: title, schema: schema, kinds: kinds, invariants: invariants, policy: policy,
            routes: routes, verbs: verbs)
    }
}
