import Cast
import Foundation
import Jobs
import Kernel
import Ledger
import Records
import Sealing
import Store
import Synchronization
import Testing

@testable import Identity

/// A service with three people in it, whose posts the test decides.
final class IdentityWorld: Sendable {
    static let noon = Date(timeIntervalSince1970: 1_774_958_400)
    static let day = Day(inEnglandAt: noon)
    static let password = "kettle window orbit"
    static let here = Coming(address: "192.0.2.1", userAgent: "Mozilla/5.0 (X11; Linux x86_64) Firefox/140.0")

    let store: Store
    let identity: Identity
    private let held: Held

    /// What the rooms would say, and what was sent.
    final class Held: Sendable {
        let grants = Mutex<[String: [Grant]]>([:])
        let letters = Mutex<[AccountLetter]>([])
    }

    init(_ engine: Engine, _ change: (inout IdentitySettings) -> Void = { _ in }) async throws {
        store = try await freshStore(on: engine)
        try await store.migrate([
            Ledger.schema, Sealing.schema, RecordStore.schema, JobTable.schema, Identity.schema,
        ])
        var settings = IdentitySettings()
        settings.cost = PasswordCost(logRounds: 4)
        change(&settings)
        let held = Held()
        self.held = held
        identity = Identity(store: store, settings: settings) { person, day, _ in
            guard ["priya", "owen", "admin"].contains(person) else { return nil }
            let grants = held.grants.withLock { $0[person] ?? [] }
            return PersonStanding(
                name: person.capitalized + " Example", grants: grants.filter { $0.until.map { day < $0 } ?? true })
        } send: { letter, _ in
            held.letters.withLock { $0.append(letter) }
        }
        try await store.write { tx in
            for person in ["priya", "owen", "admin"] {
                try tx.run(
                    """
                    INSERT INTO records_subject (kind, id, name, folded) VALUES ('person', \(person), \(person), \
                    \(person))
                    """
                )
            }
        }
    }

    var letters: [AccountLetter] { held.letters.withLock { $0 } }

    func appoint(_ person: String, _ role: Role, until: Day? = nil) {
        let grant = Grant(
            role, from: Subject(kind: "post", id: "post", name: "Post"), because: "hold the post Post", until: until)
        held.grants.withLock { $0[person, default: []].append(grant) }
    }

    func dismiss(_ person: String) { held.grants.withLock { $0[person] = nil } }

    /// Invites somebody, and has them choose the password.
    func settle(_ person: String) async throws -> SignedIn {
        let invitation = try await identity.invite(
            person: person, email: "\(person)@example.org", by: .keyboard, at: Self.noon, on: Self.day)
        return try await identity.choosePassword(
            Self.password, with: try secret(in: invitation.path), from: Self.here, at: Self.noon, on: Self.day)
    }

    func secret(in path: String) throws -> Secret {
        guard let secret = Secret(checking: String(path.split(separator: "/").last ?? "")) else {
            throw Refusal.notFound
        }
        return secret
    }

    func signIn(
        _ email: String = "priya@example.org", _ password: String = password, from coming: Coming = here,
        after seconds: Double = 0
    ) async throws -> SignedIn {
        try await identity.signIn(
            email: email, password: password, from: coming, at: Self.noon.addingTimeInterval(seconds), on: Self.day)
    }

    /// Asks for a new password, and has the job done that sends the link.
    func forget(_ email: String) async throws {
        try await identity.forgot(email: email, from: Self.here, at: Self.noon)
        #expect(try await JobRunner(store, kinds: [identity.forgottenKind], clock: { Self.noon }).round() == 1)
    }

    func visitor(_ secret: Secret, after seconds: Double = 0, on day: Day = day, version: String? = nil) async throws
        -> Visitor
    {
        try await identity.visitor(
            session: secret, version: version, at: Self.noon.addingTimeInterval(seconds), on: day)
    }

    func facts(named name: String) async throws -> Int {
        try await store.read { try $0.one("SELECT count(*) FROM ledger_fact WHERE name = \(name)")?.integer(0) ?? 0 }
    }
}
