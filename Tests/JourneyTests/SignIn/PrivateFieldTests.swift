import Cast
import Kernel
import Partners
import Records
import Store
import Testing

@testable import Server

@Suite("What is private in a record that the public may read")
struct PrivateFieldTests {
    static let address = "ada.lovelace@example.org"

    @Test(
        "Nobody who has not signed in is shown where a person is written to, nor finds them by it",
        arguments: [
            "/records/people", "/records/people.csv", "/records/people/ada", "/records/people/ada/history",
            "/records/people/ada/known?at=2100-01-01", "/api/v1/people", "/api/v1/people/ada",
            "/api/v1/people/ada/history", "/api/v1/people/ada/known?at=2100-01-01", "/search?q=ada.lovelace",
            "/api/v1/search?q=lovelace",
        ])
    func notForTheStreet(path: String) async throws {
        let house = try await Self.house()
        let said = try await house.browser().get(path)
        #expect(said.status == 200)
        #expect(!said.body.contains(Self.address) && !said.body.contains("lovelace@"), "\(path)")
        let asked = try await house.browser().get("/api/v1/people?email=nobody@example.org").body
        #expect(asked.contains("\"ada\""), "what is not shown is not asked for either")
    }

    @Test("Whoever may change people reads it")
    func forEditors() async throws {
        let house = try await Self.house(), editor = try await house.settle("bea", .clerk)
        for path in ["/records/people/ada", "/records/people.csv", "/api/v1/people/ada"] {
            #expect(try await editor.get(path).body.contains(Self.address), "\(path)")
        }
    }

    private static func house() async throws -> SignInHouse {
        let house = try await SignInHouse(.sqlite), registry = house.building.registry
        let ada = RecordDraft(
            Person.kind,
            [
                "id": .text("ada"), "name": .text("Ada"), "email": .text(address), "from": .text("2005-01-01"),
            ])
        let now = house.clock, policy = house.house.policy
        try await house.house.store.write { tx in
            _ = try AddRecord(ada, registry: registry, purpose: "For a test")
                .perform(by: .keyboard, under: policy, at: now, in: tx)
        }
        return house
    }
}
