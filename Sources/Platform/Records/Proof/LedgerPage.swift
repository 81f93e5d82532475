internal import Ledger
internal import Store

/// What the ledger says of some things that stand together, against what their table says, and against the names and
/// the lists of references by which they are found.
final class LedgerPage {
    /// An identifier in a list of references, where those who point at a thing are looked for.
    private struct Link: Hashable {
        let id: String, version: Int, field: String, target: String
    }

    private let kind: Kind
    private let registry: Registry
    private let known: [String: LastRecord]
    /// What no row of the table has answered for yet.
    private var unmet: Set<String>
    private(set) var things: Int
    private var departures: [Departure] = []
    /// As search compares each name, by identifier.
    private var folded: [String: String] = [:]
    private var links: Set<Link> = []

    init(_ kind: Kind, _ registry: Registry, _ known: [LastRecord]) {
        (self.kind, self.registry) = (kind, registry)
        self.known = Dictionary(uniqueKeysWithValues: known.map { ($0.subjectID, $0) })
        unmet = Set(known.map(\.subjectID))
        things = known.count
    }

    func departures(from shelf: RecordShelf, _ range: SQL, atMost countMax: Int) throws -> [Departure] {
        try shelf.eachThing(of: kind, where: range) { versions in
            meet(versions)
            return departures.count < countMax
        }
        if departures.count < countMax {
            for id in unmet { add(.removed, id, "is gone from its table") }
            try meetNames(in: range, shelf.tx)
            try meetLinks(in: range, shelf.tx)
        }
        return Array(departures.sorted { $0.id < $1.id }.prefix(countMax))
    }

    private func meet(_ versions: [Record]) {
        let id = versions[0].id
        guard let last = known[id], unmet.remove(id) != nil else {
            things += 1
            return add(.inserted, id, "stands in its table, and the ledger has never heard of it")
        }
        // The same bytes say the same; others may too, if they were written by an earlier version of the service.
        if last.record != RecordJSON.text(of: versions) {
            let said = RecordJSON.versions(in: last.record, registry: registry)
            if said != versions || said?.map(\.seals) != versions.map(\.seals) {
                return add(.edited, id, LedgerPage.difference(said ?? [], versions))
            }
        }
        folded[id] = versions.last?.folded(called: last.subjectName)
        for record in versions {
            for (field, target) in record.linked {
                links.insert(Link(id: id, version: record.version, field: field, target: target))
            }
        }
    }

    // MARK: - What they are found by

    private func meetNames(in range: SQL, _ tx: Transaction) throws {
        var unnamed = Set(folded.keys)
        try tx.each("SELECT id, name, folded FROM records_subject WHERE kind = \(kind.name) AND \(sql: range)") { row in
            let id = row.text(0)
            guard let last = known[id] else {
                return add(.inserted, id, "stands among the names, and the ledger has never heard of it")
            }
            guard unnamed.remove(id) != nil else { return }
            if row.text(1) != last.subjectName || row.text(2) != folded[id] {
                add(.edited, id, "is called something else where its name is looked up")
            }
        }
        for id in unnamed { add(.removed, id, "is gone from the names") }
    }

    private func meetLinks(in range: SQL, _ tx: Transaction) throws {
        guard kind.fields.contains(where: \.isList) else { return }
        var unmet = links
        try tx.each(
            """
            SELECT id, version, field, target FROM records_link
            WHERE \(sql: range) AND id IN (SELECT id FROM records_subject WHERE kind = \(kind.name) AND \(sql: range))
            """
        ) { row in
            let link = Link(id: row.text(0), version: row.integer(1), field: row.text(2), target: row.text(3))
            if unmet.remove(link) == nil { add(link, "is listed as pointing") }
        }
        for link in unmet { add(link, "is not listed as pointing") }
    }

    private func add(_ link: Link, _ how: String) {
        guard folded[link.id] != nil else { return }
        add(
            .edited, link.id,
            "\(how) at \(link.target) (\(link.field)), where that is looked up, and its record says otherwise")
    }

    // MARK: - Saying

    /// The first that is found of a thing is what is said of it.
    private func add(_ what: Departure.What, _ id: String, _ sentence: String) {
        guard !departures.contains(where: { $0.id == id }) else { return }
        departures.append(
            Departure(
                what: what, kind: kind.name, id: id, factID: known[id]?.factID,
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
