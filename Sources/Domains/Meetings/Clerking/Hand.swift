public import Foundation
public import Kernel
public import Records
import Store

/// Who does something at a meeting, when, and with which rules: what every command of this room is handed.
public struct Hand: Sendable {
    public let caller: Caller
    public let policy: Policy
    public let now: Date
    /// The day from which what is done holds.
    public let on: Day
    public let registry: Registry

    public init(_ caller: Caller, under policy: Policy, at now: Date, on day: Day, registry: Registry) {
        (self.caller, self.policy, self.now, on, self.registry) = (caller, policy, now, day, registry)
    }

    /// The day it is, whichever day things are done as of: what is still to come has not been done.
    var today: Day { Day(inEnglandAt: now) }

    func shelf(_ tx: Transaction) -> RecordShelf { RecordShelf(tx, registry) }

    /// The same, with what only this room's commands may do. For a command that has asked everything itself.
    var sealing: Hand {
        let roles = caller.roles
        let grants: [Action: Set<Role>] = [.sealMeetings: roles, .changeMeetings: roles]
        return Hand(
            caller, under: Policy(policy.grants.merging(grants) { $0.union($1) }), at: now, on: on, registry: registry)
    }

    /// Adds a record that holds from the day on.
    ///
    /// - Parameter id: made of the form's token, so that a form sent twice adds one; or nil for a new one.
    @discardableResult
    func add(_ kind: Kind, id: String?, _ fields: [String: Given], in tx: Transaction) throws -> Record {
        var draft = RecordDraft(kind, fields)
        draft.give(CommonKey.from.rawValue, .text(on.description))
        if let id { draft.give(CommonKey.id.rawValue, .text(id)) }
        let records = try AddRecord(draft, registry: registry).perform(by: caller, under: policy, at: now, in: tx)
        guard let record = records.first else { throw Refusal.notFound }
        return record
    }

    /// Says that from the day on a record is otherwise. Where its last version already holds from that day or a later
    /// one, that version is put right instead: what was typed an hour ago is not history.
    func amend(
        _ held: Record, _ fields: [String: Given], because: String, seen: String? = nil, in tx: Transaction
    ) throws {
        let versions = try shelf(tx).versions(of: held.id)
        guard let last = versions.last else { throw Refusal.notFound }
        guard fields.contains(where: { !last.says($0.key, $0.value) }) else { return }
        var draft = RecordDraft(held.kind, fields)
        if let start = last.period.from ?? last.period.attested, start >= on {
            try CorrectRecord(
                held.id, version: last.version, to: draft, because: because, seen: seen, registry: registry
            ).perform(by: caller, under: policy, at: now, in: tx)
        } else {
            draft.give(CommonKey.from.rawValue, .text(on.description))
            try ChangeRecord(held.id, to: draft, seen: seen, registry: registry, purpose: because)
                .perform(by: caller, under: policy, at: now, in: tx)
        }
    }

    /// The record as it last is.
    /// - Throws: `.notFound` when there is none of the kind.
    func last(_ kind: Kind, _ id: String, in tx: Transaction) throws -> Record {
        guard let record = try shelf(tx).versions(of: id).last, record.kind.name == kind.name else {
            throw Refusal.notFound
        }
        return record
    }
}

extension Record {
    /// Whether a field already says what was given.
    func says(_ key: String, _ given: Given) -> Bool {
        guard let field = kind.fields.first(where: { $0.name == key }) else { return false }
        return (try? field.value(of: given)) == self[key]
    }

    /// Every version that a shelf holds of a thing, the last.
    static func last(_ id: String, on shelf: any Shelf) throws -> Record? { try shelf.versions(of: id).last }
}

extension Given {
    /// What was typed, or nothing.
    static func typed(_ text: String?) -> Given { text.map { .text($0) } ?? .nothing }
}

extension Refusal {
    /// One thing wrong with one answer.
    static func wrong(_ field: String, _ message: String) -> Refusal { .invalid([Problem(field, message)]) }
}
