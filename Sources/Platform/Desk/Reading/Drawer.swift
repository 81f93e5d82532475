internal import Kernel
internal import Records
internal import Store

/// What pages, the API and verbs take out of the records: all in one transaction, as things stood on one day.
struct Drawer {
    let tx: Transaction
    let registry: Registry
    let on: Day
    let reader: Reader
    let shelf: RecordShelf

    init(_ tx: Transaction, _ registry: Registry, on day: Day, for reader: Reader) {
        (self.tx, self.registry, on, self.reader) = (tx, registry, day, reader)
        shelf = RecordShelf(tx, registry)
    }

    /// Every version of one thing, first to last, as whoever asks may read it.
    /// - Throws: `Refusal.notFound` when there is none of that kind.
    func versions(_ kind: Kind, _ id: String) throws -> [Record] {
        let versions = try shelf.versions(of: id)
        guard let first = versions.first, first.kind.name == kind.name else { throw Refusal.notFound }
        return reader.shown(versions)
    }

    func thing(_ kind: Kind, _ id: String) throws -> Thing {
        let versions = try versions(kind, id)
        let shown = versions.shown(on: on) ?? versions[0]
        return Thing(
            kind: kind, versions: versions, shown: shown, name: shelf.name(of: shown),
            standing: Standing(versions, on: on),
            seen: Seen.mark(of: versions))
    }

    /// What the identifiers are of. Those of nothing are left out.
    func subjects(_ ids: Set<String>) throws -> [String: Subject] {
        try shelf.subjects(ids.filter(IDText.isWellFormed))
    }

    /// What these records point at through some of their fields.
    func subjects(in records: [Record], of fields: [(Int, Field)]) throws -> [String: Subject] {
        let ids = records.flatMap { record in
            fields.flatMap { position, field in record.values[position].references(of: field) }
        }
        return try subjects(Set(ids))
    }

    /// How many things there are of each kind.
    func counts(of kinds: [Kind]) throws -> [String: Int] {
        try kinds.reduce(into: [:]) { counts, kind in counts[kind.name] = try shelf.count(of: kind) }
    }
}

// MARK: - One record in full

extension Drawer {
    /// The most that one list of what points at a thing shows.
    private static let pointersMax = 20

    /// - Parameter may: what the caller may do, so that nothing is shown of rooms they may not see.
    func view(_ kind: Kind, _ id: String, may: (Action) -> Bool) throws -> RecordView {
        let thing = try thing(kind, id)
        return RecordView(
            versions: thing.versions, shown: thing.shown, name: thing.name, standing: thing.standing,
            pointers: try pointers(at: id, of: kind, may: may))
    }

    /// Without what points at it.
    func view(_ kind: Kind, _ id: String) throws -> RecordView { try view(kind, id) { _ in false } }

    private func pointers(at id: String, of kind: Kind, may: (Action) -> Bool) throws -> [RecordView.Pointer] {
        var found: [(kind: Kind, field: Field, ids: [String], hasMore: Bool)] = []
        // What is restricted is looked at in its own place, where that somebody did is a fact.
        for other in registry.kinds where may(other.seeing) && !other.isRestricted {
            for field in other.fields where field.targets.contains(kind.name) {
                let list = try shelf.list(of: other, RecordFilter(fields: [field.name: id]), limit: Self.pointersMax)
                if !list.things.isEmpty { found.append((other, field, list.things.map { $0[0].id }, list.next != nil)) }
            }
        }
        let subjects = try subjects(Set(found.flatMap(\.ids)))
        return found.map { row in
            RecordView.Pointer(
                kind: row.kind, field: row.field, subjects: row.ids.compactMap { subjects[$0] }, hasMore: row.hasMore,
                mayAdd: may(row.kind.changing))
        }
    }
}

// MARK: - Many

extension Drawer {
    /// A part of a kind's things, by name and then identifier.
    func list(_ kind: Kind, _ filter: RecordFilter, after: String?, limit: Int) throws -> Listing {
        if let after, try shelf.kind(of: after)?.name != kind.name {
            throw Refusal.invalid([Problem("after", "after must be what the part before gave as next")])
        }
        let list = try shelf.list(of: kind, filter, after: after, limit: limit)
        let subjects = try subjects(Set(list.things.map { $0[0].id }))
        let rows = list.things.map(reader.shown).map { versions in
            Listing.Row(
                record: versions.shown(on: on) ?? versions[0], name: subjects[versions[0].id]?.name ?? versions[0].id,
                standing: Standing(versions, on: on))
        }
        return Listing(kind: kind, rows: rows, filter: filter, isContinued: after != nil, next: list.next)
    }

    /// All of a kind's things, part by part.
    func all(_ kind: Kind, _ filter: RecordFilter) throws -> [Listing.Row] {
        var rows: [Listing.Row] = [], after: String?
        repeat {
            let part = try list(kind, filter, after: after, limit: 500)
            rows += part.rows
            after = part.next
        } while after != nil
        return rows
    }

    /// What each field of a kind that points may point at.
    func candidates(of kind: Kind) throws -> [String: Candidates] {
        var known: [[String]: Candidates] = [:], candidates: [String: Candidates] = [:]
        for field in kind.fields where !field.targets.isEmpty {
            let found = try known[field.targets] ?? those(of: field.targets)
            known[field.targets] = found
            candidates[field.name] = found
        }
        return candidates
    }

    private func those(of kinds: [String]) throws -> Candidates {
        var ids: [String] = []
        for kind in kinds.compactMap(registry.kind(named:)) {
            let list = try shelf.list(of: kind, limit: Candidates.selectMax + 1)
            ids += list.things.map { $0[0].id }
            if ids.count > Candidates.selectMax { return .many }
        }
        let subjects = try subjects(Set(ids))
        return .few(ids.compactMap { subjects[$0] })
    }

    var finder: SubjectFinder { SubjectFinder(shelf: shelf) }
}
