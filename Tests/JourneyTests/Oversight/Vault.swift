import Doors
import Kernel
import Mail
import Records
import Store
import Testing
import Web

/// A restricted room made up for tests: cases, which directors and administrators see, and whose page may be opened in
/// need.
enum Vault {
    static let kind = Kind(
        "case", plural: "cases", room: "vault", title: "Case", about: "Something kept from most.",
        fields: [Field("name", "Name", .name, required: true, "What it is called.")], isRestricted: true)

    static let see = Action("vault.see"), change = Action("vault.change")

    static let module: Module = {
        let table = RecordStore.expectedTable(for: kind)
        return Module(
            name: "vault", title: "Vault",
            schema: Schema(room: "vault", migrations: [Migration("0001-vault", Array(table.utf8))]),
            kinds: [kind], isRestricted: true,
            policy: Policy([see: [.administrator, .director], change: [.administrator, .director]]),
            routes: [
                Route(.get, "/vault/:case", needs: see, summary: "One case.") { request, house in
                    let id = request.parameters["case"] ?? ""
                    let held = try await house.store.read { try RecordShelf($0, house.registry).subject(id) }
                    guard let held else { throw Refusal.notFound }
                    return .page(Page(title: held.name, body: GovUK.form("/vault/\(id)", GovUK.button("Save"))))
                }.showing(.one(kind: "case", part: "case", opensInNeed: true)),
                Route(.post, "/vault/:case", needs: change, summary: "Change a case.") { request, _ in
                    .see("/vault/\(request.parameters["case"] ?? "")")
                }.showing(.one(kind: "case", part: "case", opensInNeed: true)),
            ])
    }()
}

extension SignInHouse {
    static func withVault(_ engine: Engine, responsible: String = "") async throws -> SignInHouse {
        let house = try await SignInHouse(engine, adding: [Vault.module], responsible: responsible)
        _ = try await house.run(
            "record", "add", "case", "--id", "case-1", "--set", "name=Case of the kettle", "--from", "\(house.today)")
        return house
    }

    /// Who looked, without the look that asking is.
    func looks(_ words: String...) async throws -> String {
        let verb = try #require(building.verbs.first { $0.name == "looks" })
        return try await verb.run(words, caller: .keyboard, now: clock, house: house).text
    }

    var letters: [HeldLetter] { get async throws { try await house.store.read { try $0.outbox() } } }
}
