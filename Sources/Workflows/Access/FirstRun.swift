import Doors
public import Foundation
import Identity
public import Kernel
import Partners
import Records
import Store

/// Lets the first administrator in: an appointment to the system administrator's post, like any other, and a link with
/// which its holder chooses a password.
public enum FirstRun {
    static let post = "system-administrator", person = "administrator", administering = "administering-organisation"

    /// - Parameter email: where the administrator is written to, and what they sign in with.
    /// - Returns: nil when somebody has signed in already, and so there is nothing to do.
    public static func invitation(
        to email: String, by caller: Caller, at now: Date, in house: House
    ) async throws -> Invitation? {
        let identity = try house.signingIn(), day = Day(inEnglandAt: now)
        let lines = try await identity.accounts(by: caller, at: now, on: day)
        if lines.contains(where: { $0.account.cameAt != nil }) { return nil }
        let administrators = lines.filter { line in line.grants.contains { $0.role == .administrator } }
        if lines.isEmpty { try await appoint(by: caller, at: now, on: day, in: house) }
        return try await identity.invite(
            person: administrators.first?.account.person ?? person, email: administrators.first?.account.email ?? email,
            by: caller, at: now, on: day)
    }

    /// The organisation of this name; else the council that is the authority, or the only one there is.
    private static func employer(called name: String, among organisations: [Record], on day: Day) -> Record? {
        let current = organisations.filter { $0.period.holds(on: day) }
        if let named = current.first(where: { $0.text("name") == name }) { return named }
        let councils = current.filter { $0.text("type") == "council" }
        let authorities = councils.filter { Organisation($0).safeguardingDuty.contains("childrens-services-authority") }
        return authorities.count == 1 ? authorities[0] : councils.count == 1 ? councils[0] : nil
    }

    /// Makes what the appointment needs and is not there yet.
    private static func appoint(by caller: Caller, at now: Date, on day: Day, in house: House) async throws {
        let registry = house.registry, policy = house.policy, name = house.settings.councilName
        try await house.store.write { tx in
            let shelf = RecordShelf(tx, registry)
            func add(_ kind: Kind, _ id: String, _ fields: [String: Given]) throws {
                guard try shelf.subject(id) == nil else { return }
                var given = fields
                given["id"] = .text(id)
                given["from"] = .text("\(day)")
                _ = try AddRecord(
                    RecordDraft(kind, given), registry: registry, purpose: "So that somebody can sign in"
                ).perform(by: caller, under: policy, at: now, in: tx)
            }
            let held = employer(called: name, among: try shelf.records(of: Organisation.kind), on: day)
            if held == nil {
                // No council: which one there is, and what it owes, is for whoever describes the city to say.
                try add(
                    Organisation.kind, administering,
                    ["name": .text(name), "sector": .text("local-authority"), "type": .text("other")])
            }
            try add(
                Post.kind, post,
                [
                    "name": .text("System administrator"), "organisation": .text(held?.id ?? administering),
                    "access": .list(["administrator"]),
                ])
            try add(Person.kind, person, ["name": .text("System administrator")])
            try add(
                Appointment.kind, "\(post)-appointment",
                ["post": .text(post), "status": .text("held"), "person": .text(person)])
        }
    }
}
