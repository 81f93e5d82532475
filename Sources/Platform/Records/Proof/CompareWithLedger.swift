internal import Ledger
public import Store

/// Asks of every record whether its table says what the ledger last said of it.
///
/// The ledger's chain says that the ledger is what was written; this says that what the pages show is what it says.
public struct CompareWithLedger: Sendable {
    let registry: Registry

    /// Of each kind, the comparison stops at so many that differ.
    public static let shownMax = 10
    /// Things compared at once: what is held in memory.
    private static let pageLength = 1_000
    /// Kinds compared side by side.
    private static let kindsAtOnce = 4

    public init(_ registry: Registry) { self.registry = registry }

    /// Each kind from a snapshot of its own, side by side; memory does not grow with the database.
    public func perform(in store: Store) async throws -> LedgerComparison {
        let found = try await withThrowingTaskGroup(of: (Int, LedgerComparison).self) { group in
            var waiting = registry.kinds.enumerated().makeIterator(), found: [Int: LedgerComparison] = [:]
            func addNext() {
                guard let (position, kind) = waiting.next() else { return }
                group.addTask { (position, try await store.read { try compare(kind, $0) }) }
            }
            for _ in 0..<Self.kindsAtOnce { addNext() }
            while let (position, comparison) = try await group.next() {
                found[position] = comparison
                addNext()
            }
            return found
        }
        let inOrder = found.sorted { $0.key < $1.key }.map(\.value)
        return LedgerComparison(
            things: inOrder.reduce(0) { $0 + $1.things }, departures: inOrder.flatMap(\.departures))
    }

    private func compare(_ kind: Kind, _ tx: Transaction) throws -> LedgerComparison {
        var whole = LedgerComparison(things: 0, departures: []), after: String?, isLast = false
        while !isLast, whole.departures.count < Self.shownMax {
            let known = try tx.lastRecords(of: kind.name, after: after, limit: Self.pageLength)
            isLast = known.count < Self.pageLength
            let page = LedgerPage(kind, registry, known)
            let range = Self.range(after, isLast ? nil : known.last?.subjectID)
            whole.departures += try page.departures(
                from: RecordShelf(tx, registry, isOpening: false), range, atMost: Self.shownMax - whole.departures.count
            )
            whole.things += page.things
            after = known.last?.subjectID
        }
        return whole
    }

    /// Identifiers after one and up to another, either of which may be open.
    private static func range(_ after: String?, _ upTo: String?) -> SQL {
        let later: SQL = after.map { "id > \($0)" } ?? "TRUE"
        let earlier: SQL = upTo.map { "id <= \($0)" } ?? "TRUE"
        return "\(sql: later) AND \(sql: earlier)"
    }
}
