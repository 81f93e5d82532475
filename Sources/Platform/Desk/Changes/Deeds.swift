internal import Doors
internal import Foundation
internal import Kernel
internal import Records
internal import Store

/// Who does something to the records, when, and on which desk.
struct Deed: Sendable {
    let desk: Desk
    let house: House
    let caller: Caller
    let now: Date
    /// What was wrong already with what was typed. Everything else is still asked, and then nothing is kept.
    var problems: [Problem] = []

    init(_ desk: Desk, _ house: House, by caller: Caller, at now: Date, problems: [Problem] = []) {
        (self.desk, self.house, self.caller, self.now, self.problems) = (desk, house, caller, now, problems)
    }

    init(_ desk: Desk, _ house: House, _ request: Request, problems: [Problem] = []) {
        self.init(desk, house, by: request.caller, at: request.now, problems: problems)
    }

    /// - Returns: the identifier of what was added.
    func add(_ draft: RecordDraft) async throws -> String {
        let id = try await keep { tx in
            try AddRecord(draft, registry: desk.registry).perform(by: caller, under: house.policy, at: now, in: tx)
                .first?.id
        }
        return id ?? ""
    }

    /// - Returns: whether it said something else before.
    @discardableResult
    func change(_ id: String, to draft: RecordDraft, seen: String?) async throws -> Bool {
        let problems = draft.saysField ? [] : [Problem(Deed.set, "Nothing is otherwise. Say what changes")]
        return try await keep(problems) { tx in
            try isOtherwise(id, in: tx) {
                try ChangeRecord(id, to: draft, seen: seen, registry: desk.registry)
                    .perform(by: caller, under: house.policy, at: now, in: tx)
            }
        }
    }

    /// - Returns: whether it said something else before.
    @discardableResult
    func correct(_ id: String, version: Int, to draft: RecordDraft, because: String, seen: String?) async throws
        -> Bool
    {
        let problems = draft.saysAnything ? [] : [Problem(Deed.set, "Nothing is put right. Say what was never so")]
        return try await keep(problems) { tx in
            try isOtherwise(id, in: tx) {
                try CorrectRecord(
                    id, version: version, to: draft, because: because, seen: seen, registry: desk.registry
                )
                .perform(by: caller, under: house.policy, at: now, in: tx)
            }
        }
    }

    func end(_ id: String, by draft: RecordDraft, because: String, seen: String?) async throws {
        _ = try await keep { tx in
            try EndRecord(id, by: draft, because: because, seen: seen, registry: desk.registry)
                .perform(by: caller, under: house.policy, at: now, in: tx)
        }
    }

    private func isOtherwise(_ id: String, in tx: Transaction, _ work: () throws -> [Record]) throws -> Bool {
        let before = Seen.mark(of: try RecordShelf(tx, desk.registry).versions(of: id))
        return Seen.mark(of: try work()) != before
    }

    /// The key under which programs give the fields that change.
    static let set = "set"

    /// - Throws: `Refusal.invalid` with the problems of this deed, what was typed first, and those that the command
    ///   finds.
    private func keep<Value: Sendable>(
        _ more: [Problem] = [], _ work: @escaping @Sendable (Transaction) throws -> Value
    ) async throws -> Value {
        let problems = problems
        do {
            return try await house.store.write { tx in
                let value = try work(tx)
                guard problems.isEmpty, more.isEmpty else { throw Refusal.invalid([]) }
                return value
            }
        } catch Refusal.invalid(let found) {
            throw Refusal.invalid(problems.followed(by: found).followed(by: problems.isEmpty ? more : []))
        }
    }
}

extension [Problem] {
    /// These, and of those that follow from the same answers only what is new: about a field that has none yet.
    func followed(by more: [Problem]) -> [Problem] {
        self + more.filter { new in !contains { $0.field == new.field } }
    }
}

extension RecordDraft {
    /// The day that a key gives, when it gives one.
    func day(_ key: CommonKey) -> Day? {
        guard case .text(let text)? = self[key] else { return nil }
        return Day(text)
    }

    /// Whether it gives any field of its kind. A key that its kind does not have counts: it was meant for one.
    var saysField: Bool { !flaws.isEmpty || kind.fields.contains { self[$0.name] != nil } }

    /// Whether it gives anything at all.
    var saysAnything: Bool { saysField || CommonKey.allCases.contains { self[$0] != nil } }
}
