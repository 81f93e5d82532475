import Kernel
import Partners
import Records
import Store
import Testing
import Workflows

@testable import Server

@Suite("The first run, over a city that is held already")
struct FirstRunTests {
    @Test("The administrator's post is the council's that is held, whatever the service is called; no other is made up")
    func firstRunElsewhere() async throws {
        let house = try await SignInHouse(.sqlite), registry = house.building.registry
        let council = RecordDraft(
            Organisation.kind,
            [
                "id": .text("brackwater"), "name": .text("Brackwater Council"), "sector": .text("local-authority"),
                "type": .text("council"), "from": .text("2005-01-01"),
            ])
        let now = house.clock, policy = house.house.policy
        try await house.house.store.write { tx in
            _ = try AddRecord(council, registry: registry, purpose: "For a test")
                .perform(by: .keyboard, under: policy, at: now, in: tx)
        }
        _ = try await FirstRun.invitation(to: "admin@localhost", by: .keyboard, at: now, in: house.house)
        let (organisations, posts) = try await house.house.store.read { tx in
            let shelf = RecordShelf(tx, registry)
            return (try shelf.records(of: Organisation.kind), try shelf.records(of: Post.kind))
        }
        #expect(organisations.map(\.id) == ["brackwater"])
        #expect(posts.map { $0.text("organisation") } == ["brackwater"])
    }
}
