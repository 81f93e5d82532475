internal import Foundation
internal import Kernel
internal import Ledger
internal import Store

/// What the four commands on a record have in common: finding it, asking every rule, keeping it, and telling.
struct RecordDesk {
    let shelf: RecordShelf
    let kind: Kind

    init(_ tx: Transaction, _ registry: Registry, _ kind: Kind) {
        shelf = RecordShelf(tx, registry)
        self.kind = kind
    }

    /// - Throws: `.notFound` when there is no such record of the kind.
    func find(_ id: String) throws -> [Record] {
        let held = try shelf.records(of: kind, where: "id = \(id)")
        if held.isEmpty { throw Refusal.notFound }
        return held
    }

    /// - Parameter seen: what the caller read, as `Seen.mark`; nil when they do not say.
    func mustBeAsSeen(_ held: [Record], _ seen: String?) throws(Refusal) {
        guard let seen, seen != Seen.mark(of: held) else { return }
        throw .changedMeanwhile(
            "Somebody else changed this \(kind.noun) since you read it. Look at it again before you change it")
    }

    /// Asks whether everything that differs points at something that is there, and breaks no rule.
    func mustHold(_ versions: [Record], over held: [Record]) throws {
        let differing = versions.filter { !held.contains($0) }
        var problems = try flaws(of: differing).map(\.problem)
        problems += differing.compactMap { $0.assumptionFlaw(over: held)?.problem }
        let amended = AmendedShelf(shelf: shelf, amended: versions)
        for record in differing {
            for invariant in shelf.registry.invariants(of: kind) {
                for problem in try invariant.problems(record, amended) where !problems.contains(problem) {
                    problems.append(problem)
                }
            }
        }
        if !problems.isEmpty { throw Refusal.invalid(problems) }
    }

    private func flaws(of records: [Record]) throws -> [Flaw] {
        let targets = records.flatMap { record in record.targets.filter { $0 != record.id } }
        let known = try shelf.subjects(targets)
        let own = records.first?.id
        var isWrong = false
        var check = ReferenceCheck(kindName: { $0 == own ? kind.name : known[$0]?.kind }, identifiers: { _ in [] })
        for record in records where !check.flaws(of: record).isEmpty { isWrong = true }
        guard isWrong else { return [] }
        // Only now is it worth finding what was meant.
        var near: [String: [String]] = [:]
        for target in Set(kind.fields.flatMap(\.targets)) { near[target] = try shelf.identifiers(of: target) }
        check = ReferenceCheck(kindName: check.kindName, identifiers: { [near] in near[$0, default: []] })
        return records.flatMap { check.flaws(of: $0) }
    }

    /// Keeps the versions and tells the ledger, unless they are what is held already.
    ///
    /// - Parameter said: what happened, after the name of the thing: `was added`.
    func keep(
        _ versions: [Record], over held: [Record], as what: String, _ said: String, purpose: String, by caller: Caller,
        under policy: Policy, at now: Date
    ) throws {
        guard versions != held, let last = versions.last else { return }
        try shelf.registry.mustBeSafe(
            versions, over: held, of: kind, by: caller, under: policy, on: AmendedShelf(shelf: shelf, amended: versions)
        )
        let name = shelf.name(of: last)
        let kept = try shelf.put(versions, over: held, named: name)
        let subject = Subject(kind: kind.name, id: last.id, name: name)
        let fact = Fact(
            "\(kind.room).\(what)", about: subject, "\(name) \(said)", purpose: purpose,
            record: RecordJSON.text(of: kept))
        try shelf.tx.record(fact, by: caller, at: now)
    }
}

extension Record {
    /// Every identifier it points at.
    var targets: [String] {
        zip(kind.fields, values).flatMap { field, value -> [String] in
            guard !field.targets.isEmpty else { return [] }
            switch value {
            case .text(let id): return [id]
            case .list(let ids): return ids
            default: return []
            }
        }
    }

    /// The labels of the fields in which it differs from another version, in small letters, for a sentence.
    func labels(differingFrom other: Record) -> [String] {
        zip(kind.fields, zip(values, other.values)).filter { $0.1.0 != $0.1.1 }.map { $0.0.label.lowercased() }
    }
}

extension RecordShelf {
    /// Identifiers of a kind, at most so many, for finding what was meant.
    fileprivate func identifiers(of kind: String) throws -> [String] {
        try tx.rows("SELECT id FROM records_subject WHERE kind = \(kind) ORDER BY id LIMIT 50000").map { $0.text(0) }
    }
}
