public import Store

/// What an import came to, for whoever must decide whether to take it.
@_spi(Workflows)
public struct ShowImport: Sendable {
    let number: Int

    public init(_ number: Int) { self.number = number }

    /// What a person should know of its rows, in their order.
    public func lines(in tx: Transaction) throws -> [StagedImport.Line] { try tx.importLines(number) }

    /// The files that figures are held from.
    public static func files(in tx: Transaction) throws -> [String] {
        try tx.rows("SELECT DISTINCT file FROM needs_import WHERE taken_at IS NOT NULL ORDER BY file").map {
            $0.text(0)
        }
    }

    /// Whether taking it would change nothing: it brings no figure that is not held as it is, and no measure or
    /// neighbours.
    public func bringsNothing(in tx: Transaction) throws -> Bool {
        guard let staged = try tx.stagedImport(number), staged.counts.saysNothingNew else { return false }
        let parts = try tx.importParts(number)
        return !parts.contains { $0.sort != "area" }
    }
}
