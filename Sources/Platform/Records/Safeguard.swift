public import Kernel

/// A rule that some records take more than the right to change their kind, because they give somebody a right.
///
/// Without it whoever may write down who holds a post could make themselves its holder.
public struct Safeguard: Sendable {
    public let kind: String
    public let rule: String
    /// What more it takes to put `after` in the place of `before`; nil when nothing.
    public let asks: @Sendable (_ after: [Record], _ before: [Record], any Shelf) throws -> Action?
    /// Throws for whoever may not put `after` in the place of `before`, whatever rights they have.
    let refuses: @Sendable (_ after: [Record], _ before: [Record], Caller, any Shelf) throws -> Void

    public init(
        of kind: String, rule: String,
        asks: @escaping @Sendable (_ after: [Record], _ before: [Record], any Shelf) throws -> Action?
    ) {
        self.kind = kind
        self.rule = rule
        self.asks = asks
        refuses = { _, _, _, _ in }
    }

    /// One that looks at who asks.
    public init(
        of kind: String, rule: String,
        refuses: @escaping @Sendable (_ after: [Record], _ before: [Record], Caller, any Shelf) throws -> Void
    ) {
        self.kind = kind
        self.rule = rule
        self.refuses = refuses
        asks = { _, _, _ in nil }
    }
}

extension Registry {
    /// - Throws: `.notAllowed` where a safeguard asks for more than the caller may; what it throws itself.
    func mustBeSafe(
        _ after: [Record], over before: [Record], of kind: Kind, by caller: Caller, under policy: Policy,
        on shelf: any Shelf
    ) throws {
        for safeguard in safeguards where safeguard.kind == kind.name {
            if let action = try safeguard.asks(after, before, shelf) { try caller.must(action, under: policy) }
            try safeguard.refuses(after, before, caller, shelf)
        }
    }
}

extension Record {
    /// Whether it says the same as another, for no longer.
    public func isNoMore(than other: Record) -> Bool {
        guard values == other.values, period.from == other.period.from else { return false }
        guard let end = other.period.until else { return true }
        return period.until.map { $0 <= end } ?? false
    }
}
