import App
import Cast
import Doors
import Foundation
import Identity
import Kernel
import Ledger
import Store
import Testing

@testable import Sealing
@testable import Workflows

/// An installation with two people, backed up, and then one of them erased.
struct Drill {
    let house: KeyHouse
    let priya: ID<Account>, owen: ID<Account>
    let priyas: [UInt8], owens: [UInt8]

    init(_ engine: Engine) async throws {
        house = try await KeyHouse(engine)
        let store = try await house.open()
        (priya, owen) = (try await house.person("priya", in: store), try await house.person("owen", in: store))
        for person in ["priya", "owen"] {
            try await house.draft("/toys/new", of: person, in: store)
            #expect(try await house.letters(to: person, in: store).count == 1)
        }
        (priyas, owens) = (try await house.seal(for: priya, in: store), try await house.seal(for: owen, in: store))
        store.close()
        try await house.run("backup", house.file("old.backup"))
    }

    func erase() async throws {
        try await house.run("erase", "account:priya@example.org", "--reason", "a request under Article 17", "--yes")
    }

    @discardableResult
    func restore(backup: String = "old.backup", _ more: String...) async throws -> VerbOutput {
        let words = ["restore", house.file(backup), "--yes"] + more
        let verb = try #require(house.building.verbs.first { $0.name == "restore" })
        let settings = try house.settings(), none = try await house.building.openStore(.memory, at: KeyHouse.noon)
        defer { none.close() }
        return try await verb.run(
            Array(words.dropFirst()), caller: .keyboard,
            now: KeyHouse.noon.addingTimeInterval(.random(in: 1...9e8)),
            house: house.building.house(over: none, configuration: settings))
    }

    private func count(_ question: SQL, in store: Store) async throws -> Int? {
        try await store.read { try $0.one(question)?.integer(0) }
    }

    /// That one is erased, disabled and said to be so, and the other as before.
    /// - Parameter isRestored: Whether a backup was put back: links that were sent before it hold no longer.
    func expectErased(isRestored: Bool = true) async throws {
        let store = try await house.open()
        defer { store.close() }
        guard case .erased(let erasure) = try await house.opened(priyas, for: priya, in: store) else {
            Issue.record("What was erased can be read again")
            return
        }
        #expect(erasure.authority == "a request under Article 17")
        #expect(try await house.opened(owens, for: owen, in: store) == .open(KeyHouse.secret))
        let identity = try #require(house.building.house(over: store, configuration: try house.settings()).identity)
        let line = try await identity.account(priya, by: .keyboard, at: KeyHouse.noon, on: KeyHouse.day)
        #expect(line.account.state == .disabled && line.erasure == erasure)
        #expect(line.account.email.isEmpty)
        #expect(try await count("SELECT count(*) FROM mail_letter WHERE recipient LIKE 'priya%'", in: store) == 0)
        #expect(try await count("SELECT count(*) FROM drafts_draft WHERE owner = 'priya'", in: store) == 0)
        #expect(try await house.letters(to: "owen", in: store).count == (isRestored ? 0 : 1))
        #expect(try await !house.drafts(of: "priya", in: store).contains("/toys/new"))
        #expect(try await house.drafts(of: "owen", in: store).contains("/toys/new"))
        #expect(try await Ledger(store: store).verify().isWhole)
        let facts = try await Ledger(store: store).history(of: "account", id: priya.text)
        #expect(facts.contains { $0.name == "sealing.erased" })
    }
}
