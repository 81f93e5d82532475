public import Kernel

/// What change, end and correct do to the versions of one thing: never empty, in order of their starts, none
/// overlapping.
///
/// A history only grows at its end. A scenario says what would be so from a day on, whatever the history says came
/// later.
public struct Versions: Sendable {
    /// Whether what is done is a fact of the history, or a supposition.
    public enum Purpose: Sendable { case history, scenario }

    public private(set) var all: [Record]

    /// At most so many versions of one thing.
    public static let countMax = 1_000

    /// - Precondition: `all` is not empty.
    public init(_ all: [Record]) {
        precondition(!all.isEmpty, "a thing has at least one version")
        self.all = all
    }

    private var kind: Kind { all[0].kind }
    private var id: String { all[0].id }
    private var last: Record { all[all.count - 1] }

    // MARK: - Change

    /// From the draft's `from`, what the draft gives is so: a new version, and the one before it ends.
    public mutating func change(by draft: RecordDraft, for purpose: Purpose = .history, place: Place? = nil)
        throws(Flaws)
    {
        guard all.count < Versions.countMax else {
            throw Flaws(
                "from", "\(id) has \(all.count) versions, which is the most", mend: "Correct one of them instead")
        }
        let draftPeriod = try kind.record(from: draft, after: last, id: id).period
        guard let from = draftPeriod.from else {
            throw Flaws("from", "There is no day from which \(id) changes", mend: "Give from, as 2009-12-31")
        }
        if let same = all.firstIndex(where: { $0.period.from == from }) {
            return try change(versionAt: same, by: draft, for: purpose, place: place)
        }
        let position = try position(of: from, for: purpose)
        let before = all[position]
        let until = draftPeriod.until ?? before.period.until
        let changed = try kind.record(from: draft, after: before, id: id, place: place)
            .with(period: Period(trusting: from, until: until, attested: draftPeriod.attested))
        if purpose == .history, changed.values == before.values, changed.provenance == before.provenance {
            throw Flaws(
                "set", "Nothing changes: \(id) says this already",
                mend: "Give what is otherwise from \(from), or correct it")
        }
        all[position] = before.with(
            period: Period(trusting: before.period.from, until: from, attested: before.period.attested))
        all.insert(changed, at: position + 1)
        try setLater(than: position + 1, by: draft)
        renumber()
    }

    /// A version already starts on the day: in a history it must say the same; in a scenario it says what is supposed.
    private mutating func change(
        versionAt position: Int, by draft: RecordDraft, for purpose: Purpose, place: Place?
    ) throws(Flaws) {
        let held = all[position]
        let changed = try kind.record(from: draft, after: held, id: id, place: place).with(version: held.version)
        switch purpose {
        case .history:
            guard changed.values == held.values else {
                let from = held.period.from?.description ?? ""
                throw Flaws(
                    "from", "\(id) already has a version from \(from)",
                    mend: "Correct that version, or give another day")
            }
        case .scenario:
            all[position] = changed.with(period: held.period)
            try setLater(than: position, by: draft)
        }
    }

    /// The version in which a new one would begin on a day.
    private func position(of from: Day, for purpose: Purpose) throws(Flaws) -> Int {
        if purpose == .history {
            guard let start = last.period.from ?? last.period.attested, start >= from else {
                return try within(all.count - 1, from)
            }
            let what = last.period.from == nil ? "is only known from" : "has a later version, from"
            throw Flaws("from", "\(id) \(what) \(start)", mend: "Give a later day, or correct that version")
        }
        let position = all.lastIndex { ($0.period.from ?? $0.period.attested).map { $0 < from } ?? true }
        guard let position else { throw Flaws("from", "\(id) is not yet there on \(from)", mend: "Give a later day") }
        return try within(position, from)
    }

    private func within(_ position: Int, _ from: Day) throws(Flaws) -> Int {
        if let until = all[position].period.until, from >= until {
            throw Flaws("from", "\(id) ended on \(until)", mend: "Give an earlier day, or add a new \(kind.noun)")
        }
        return position
    }

    /// What is supposed from a day on is supposed of later versions too.
    private mutating func setLater(than position: Int, by draft: RecordDraft) throws(Flaws) {
        for later in all.indices where later > position {
            var flaws: [Flaw] = []
            let values = kind.values(in: draft, after: all[later], &flaws)
            guard flaws.isEmpty else { throw Flaws(flaws) }
            all[later] = all[later].with(values: values)
        }
    }

    // MARK: - End

    /// From `until` on it no longer holds. Its sources and note are added to those of the version that ends.
    public mutating func end(
        on until: Day, sources: [Citation] = [], note: String? = nil, for purpose: Purpose = .history
    ) throws(Flaws) {
        if purpose == .history, let ended = last.period.until {
            guard ended == until else {
                throw Flaws("until", "\(id) already ended on \(ended)", mend: "Correct that version if it is wrong")
            }
            return
        }
        if purpose == .scenario { dropVersions(from: until) }
        let period = last.period
        if let start = period.from ?? period.attested, until <= start {
            let what = period.from == nil ? "is only known from" : "starts on"
            throw Flaws("until", "\(id) \(what) \(start), which is not before \(until)", mend: "Give a later day")
        }
        if let earlier = period.until, earlier <= until { return }
        all[all.count - 1] = last.with(
            period: Period(trusting: period.from, until: until, attested: period.attested),
            sources: last.sources.adding(sources),
            note: [last.note, note].compactMap { $0 }.joined(separator: "\n").nilIfEmpty)
    }

    private mutating func dropVersions(from until: Day) {
        while all.count > 1, let start = last.period.from, start >= until { all.removeLast() }
    }

    // MARK: - Correct

    /// It was never so: one version's values, period or provenance are put right. Sources are added, a note replaces
    /// the old one.
    public mutating func correct(version number: Int, by draft: RecordDraft, place: Place? = nil) throws(Flaws) {
        guard let position = all.firstIndex(where: { $0.version == number }) else {
            throw Flaws("version", "\(id) has no version \(number)", mend: "Give one from 1 to \(all.count)")
        }
        let held = all[position]
        var flaws = draft.flaws
        let values = kind.values(in: draft, after: held, &flaws)
        let from = draft[.from] == nil ? held.period.from : kind.day(.from, in: draft, &flaws)
        let until = draft[.until] == nil ? held.period.until : kind.day(.until, in: draft, &flaws)
        let asAt = draft[.asAt] == .text(Kind.unknownStart) ? nil : kind.day(.asAt, in: draft, &flaws)
        // Once the start is put right, a day on which it was only said to have held adds nothing.
        let keeps = from == nil || from == held.period.from
        let attested = draft[.asAt] != nil ? asAt : keeps ? held.period.attested : nil
        let provenance = kind.provenance(in: draft, &flaws), sources = kind.sources(in: draft, &flaws)
        let note = kind.note(in: draft, &flaws)
        let period = Period(trusting: from, until: until, attested: attested)
        if flaws.isEmpty { flaws += period.flaws }
        guard flaws.isEmpty else { throw Flaws(flaws) }
        try move(position, from: held.period, to: period)
        all[position] = Record(
            kind, id: id, version: held.version, period: period, provenance: provenance ?? held.provenance,
            sources: held.sources.adding(sources ?? []), note: draft[.note] == nil ? held.note : note, values: values,
            place: place ?? held.place)
    }

    /// Neighbours that touched still touch; none may overlap.
    private mutating func move(_ position: Int, from old: Period, to new: Period) throws(Flaws) {
        if position > 0 {
            let before = all[position - 1].period
            guard let from = new.from else {
                throw Flaws("from", "A later version of \(id) must say from when", mend: "Give from, as 2009-12-31")
            }
            let until = before.until == old.from ? from : before.until
            if let start = before.from ?? before.attested, from <= start {
                throw Flaws("from", "The version before it starts on \(start)", mend: "Give a later day")
            }
            if let until, from < until {
                throw Flaws("from", "The version before it ends on \(until)", mend: "Give that day or a later one")
            }
            all[position - 1] = all[position - 1].with(
                period: Period(trusting: before.from, until: until, attested: before.attested))
        }
        if position + 1 < all.count, let next = all[position + 1].period.from {
            guard let until = new.until, until <= next else {
                throw Flaws(
                    "until", "The next version of \(id) starts on \(next)",
                    mend: "Give that day or an earlier one, or correct that version")
            }
        }
    }

    private mutating func renumber() {
        for position in all.indices where all[position].version != position + 1 {
            all[position] = all[position].with(version: position + 1)
        }
    }
}

extension Array where Element == Citation {
    /// These and those, none twice.
    func adding(_ more: [Citation]) -> [Citation] { self + more.filter { !contains($0) } }
}

extension String {
    var nilIfEmpty: String? { isEmpty ? nil : self }
}
