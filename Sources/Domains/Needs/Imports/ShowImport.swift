public import Store

/// What an import came to, for whoever must decide whether to take it.
@_spi(Workflows)
public struct ShowImport: Sendable {
    let number: Int

    public init(_ number: Int) { self.number = number }

    /// What a person should know of its rows, in their order.
    public func lines(in tx: Transaction) throws -> [StagedImport.Line] { try tx.importLines(number) }

    /// Whether taking it would change nothing: it brings no figure that is not held as it is, and no measure or
    /// neighbours.
    public func bringsNothing(in tx: Transaction) throws -> Bool {
        guard let staged = try tx.stagedImport(number), staged.counts.saysNothingNew else { return false }
        let parts = try tx.importParts(number)
        return !parts.contains { $0.sort != "area" }
    }
}
