internal import Doors
internal import Foundation
internal import Kernel
internal import Ledger
internal import Records
internal import Store

/// What was done to one record, the latest first, and what each deed changed.
struct RecordHistory: Sendable {
    /// One deed.
    struct Row: Sendable {
        let entry: Entry
        /// Who did it, for a reader who has some standing here; the public learns what was done, and not which officer
        /// did it.
        let by: String?
        let changes: [Difference]
    }

    let kind: Kind
    let id: String
    let name: String
    let rows: [Row]
    /// Whether there is something later than what is shown.
    let isContinued: Bool
    /// What to ask for the next older part; nil when there is none.
    let before: Int?

    /// How many deeds one part holds.
    static let pageSize = 50

    /// - Parameter before: the number of an entry, to show only what is older.
    /// - Throws: `Refusal.notFound` when there is no such record.
    init(of kind: Kind, _ id: String, before: Int?, for caller: Caller, in house: House, of desk: Desk) async throws {
        // One more than is shown: what a deed changed is told by the state that the deed before it left.
        let entries = try await Ledger(store: house.store)
            .history(of: kind.name, id: id, limit: Self.pageSize + 1, before: before)
        let sealed = entries.map { $0.record.flatMap { RecordJSON.versions(in: $0, registry: desk.registry) } ?? [] }
        let pointed = Set(sealed.joined().flatMap(\.pointed))
        let (states, name, subjects) = try await house.store.read { tx in
            let reader = Reader(caller, under: house.policy)
            var states = try sealed.map { reader.shown(try $0.opened(in: tx)) }
            // A deed that says nothing of the record left it as it was.
            for position in states.indices.reversed() where entries[position].record == nil {
                states[position] = position + 1 < states.count ? states[position + 1] : []
            }
            let drawer = Drawer(tx, desk.registry, on: Day(number: 0), for: reader)
            let versions = try drawer.versions(kind, id)
            return (states, drawer.shelf.name(of: versions[versions.count - 1]), try drawer.subjects(pointed))
        }
        let words = ValueWords(subjects: subjects) { _ in "" }
        (self.kind, self.id, self.name) = (kind, id, name)
        rows = entries.prefix(Self.pageSize).enumerated().map { position, entry in
            let earlier = position + 1 < states.count ? states[position + 1] : []
            return Row(
                entry: entry, by: caller.roles.isEmpty ? nil : entry.caller,
                changes: Difference.between(earlier, states[position], in: words))
        }
        isContinued = before != nil
        self.before = entries.count > Self.pageSize ? rows.last?.entry.number : nil
    }
}

/// What a record was known to say at a moment.
struct Known: Sendable {
    /// What it is called now.
    let name: String
    /// Empty when nothing was known of it then, or no moment was asked about.
    let versions: [Record]
    let subjects: [String: Subject]

    /// - Throws: `Refusal.notFound` when there is no such record even now.
    init(
        _ kind: Kind, _ id: String, at moment: Date?, for caller: Caller, in house: House, of desk: Desk, on day: Day
    ) async throws {
        var known: [Record] = []
        if let moment {
            let text = try await Ledger(store: house.store).record(of: kind.name, id: id, asKnownAt: moment)
            known = text.flatMap { RecordJSON.versions(in: $0, registry: desk.registry) } ?? []
        }
        let sealed = known
        let (versions, name, subjects) = try await house.store.read { tx in
            let reader = Reader(caller, under: house.policy), versions = reader.shown(try sealed.opened(in: tx))
            let drawer = Drawer(tx, desk.registry, on: day, for: reader)
            return (versions, try drawer.thing(kind, id).name, try drawer.subjects(Set(versions.flatMap(\.pointed))))
        }
        (self.name, self.versions, self.subjects) = (name, versions, subjects)
    }
}

extension Record {
    /// Every identifier that it points at.
    var pointed: [String] { zip(kind.fields, values).flatMap { $1.references(of: $0) } }
}
