import Doors
import Foundation
import Identity
import Kernel
import Oversight
import Partners
import Records
import Settings
import Store

/// That somebody holds a post that gives a role, and when whoever answers for it must next confirm it.
struct HeldAccess: Sendable {
    let appointment: Subject
    let person: Subject
    let confirmed: Confirmation?
    /// Nil for somebody without an account, who can do nothing with what the post gives.
    let dueOn: Day?
    /// What the caller read of the appointment, to be given back when it is ended.
    let seen: String

    func isOverdue(on day: Day) -> Bool { dueOn.map { $0 < day } ?? false }
}

/// A post that gives a role, who holds it, and who answers for it. Made anew from the records each time.
struct PostAccess: Sendable {
    let post: Subject
    let roles: [Role]
    let holders: [HeldAccess]
    let responsible: Responsible

    /// The day by which the first of its holders must be confirmed.
    var dueOn: Day? { holders.compactMap(\.dueOn).min() }
    func isOverdue(on day: Day) -> Bool { holders.contains { $0.isOverdue(on: day) } }
}

/// Reads who holds what gives a role.
struct ReadAccess {
    let tx: Transaction
    let offices: Offices
    let house: House

    init(_ tx: Transaction, _ registry: Registry, on day: Day, in house: House) {
        self.tx = tx
        self.house = house
        offices = Offices(tx, registry, on: day)
    }

    /// Every post that gives a role, by name, and that somebody holds.
    func posts() throws -> [PostAccess] {
        let confirmations = try tx.confirmations()
        return try offices.shelf.records(of: Post.kind)
            .filter { $0.period.holds(on: offices.day) && !Post($0).access.isEmpty }
            .compactMap { try access(of: $0, confirmations) }
            .sorted { ($0.post.name, $0.post.id) < ($1.post.name, $1.post.id) }
    }

    /// One of them.
    func post(_ id: String) throws -> PostAccess? {
        let record = try offices.shelf.versions(of: id).first {
            $0.kind.name == Post.kind.name && $0.period.holds(on: offices.day)
        }
        return try record.flatMap { try access(of: $0, try tx.confirmations()) }
    }

    private func access(of post: Record, _ confirmations: [String: Confirmation]) throws -> PostAccess? {
        let roles = Post(post).access
        guard !roles.isEmpty else { return nil }
        let holders = try offices.appointments(to: post.id).compactMap { try held($0, confirmations) }
        guard !holders.isEmpty else { return nil }
        let name = offices.shelf.name(of: post)
        return PostAccess(
            post: Subject(kind: Post.kind.name, id: post.id, name: name), roles: Role.allCases.filter(roles.contains),
            holders: holders, responsible: try offices.responsible(forPost: post.id))
    }

    private func held(_ appointment: Record, _ confirmations: [String: Confirmation]) throws -> HeldAccess? {
        guard let id = appointment.text("person"), let person = try offices.shelf.subject(id) else { return nil }
        let confirmed = confirmations[appointment.id].flatMap { $0.person == id ? $0 : nil }
        let subject = Subject(
            kind: Appointment.kind.name, id: appointment.id, name: offices.shelf.name(of: appointment))
        return HeldAccess(
            appointment: subject, person: person, confirmed: confirmed, dueOn: try due(appointment, id, confirmed),
            seen: Seen.mark(of: try offices.shelf.versions(of: appointment.id)))
    }

    /// So many months after the last of: the appointment's start, the account's making, the last confirmation.
    private func due(_ appointment: Record, _ person: String, _ confirmed: Confirmation?) throws -> Day? {
        guard let account = try house.identity?.account(of: person, in: tx), account.disabledAt == nil else {
            return nil
        }
        let days = [
            appointment.period.from ?? appointment.period.attested, Day(inEnglandAt: account.madeAt), confirmed?.on,
        ]
        return days.compactMap(\.self).max()?.adding(months: house.configuration[Settings.reviewMonths])
    }
}

extension PostAccess {
    /// Whether somebody answers for it: by the post that manages it, or as an administrator where nobody holds that
    /// one, or where it would be their own.
    func isAnswered(by caller: Caller) -> Bool {
        if caller.roles.contains(.administrator) { return true }
        return responsible.people.contains { $0.id == caller.person }
    }
}
