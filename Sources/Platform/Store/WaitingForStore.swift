/// Stands in until the store is here; goes when it lands.
public final class Store: Sendable { public init() {} }

/// Stands in until the store is here; goes when it lands.
public struct Schema: Sendable { public init() {} }
