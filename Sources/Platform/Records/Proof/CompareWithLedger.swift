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

/// What the ledger says of some things that stand together, against what their table says.
private final class LedgerPage {
    private let kind: Kind
    private let registry: Registry
    /// What no row of the table has answered for yet.
    private var unmet: [String: LastRecord]
    private(set) var things: Int
    private var departures: [Departure] = []

    init(_ kind: Kind, _ registry: Registry, _ known: [LastRecord]) {
        (self.kind, self.registry) = (kind, registry)
        unmet = Dictionary(uniqueKeysWithValues: known.map { ($0.subjectID, $0) })
        things = known.count
    }

    func departures(from shelf: RecordShelf, _ range: SQL, atMost countMax: Int) throws -> [Departure] {
        try shelf.eachThing(of: kind, where: range) { versions in
            meet(versions)
            return departures.count < countMax
        }
        if departures.count < countMax {
            for (id, known) in unmet { add(.removed, id, known, "is gone from its table") }
        }
        return Array(departures.sorted { $0.id < $1.id }.prefix(countMax))
    }

    private func meet(_ versions: [Record]) {
        let id = versions[0].id
        guard let known = unmet.removeValue(forKey: id) else {
            things += 1
            return add(.inserted, id, nil, "stands in its table, and the ledger has never heard of it")
        }
        // The same bytes say the same; others may too, if they were written by an earlier version of the service.
        if known.record == RecordJSON.text(of: versions) { return }
        let said = RecordJSON.versions(in: known.record, registry: registry)
        if said != versions || said?.map(\.seals) != versions.map(\.seals) {
            add(.edited, id, known, LedgerPage.difference(said ?? [], versions))
        }
    }

    private func add(_ what: Departure.What, _ id: String, _ known: LastRecord?, _ sentence: String) {
        departures.append(
            Departure(
                what: what, kind: kind.name, id: id, factID: known?.factID,
                sentence: "The \(kind.noun) \(id) \(sentence)"))
    }

    private static func difference(_ said: [Record], _ held: [Record]) -> String {
        guard said.count == held.count else {
            return "has \(held.count) versions in its table and \(said.count) in the ledger"
        }
        guard let (before, now) = zip(said, held).first(where: { $0 != $1 || $0.seals != $1.seals }) else {
            return "differs"
        }
        var labels = now.labels(differingFrom: before)
        labels += now.kind.sealed.filter { before.seals[$0] != now.seals[$0] }.map {
            now.kind.fields[$0].label.lowercased()
        }
        if before.period != now.period { labels.append("period") }
        if before.provenance != now.provenance { labels.append("provenance") }
        if before.sources != now.sources { labels.append("sources") }
        if before.note != now.note { labels.append("note") }
        return "is not what the ledger says in version \(now.version): \(labels.joined(separator: ", "))"
    }
}
