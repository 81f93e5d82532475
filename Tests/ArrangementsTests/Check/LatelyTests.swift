import App
import Cast
import Doors
import Foundation
import Kernel
import Ledger
import Partners
import Records
import Store
import Testing
import Web

@testable import Arrangements

/// What the check found is shown as of now, or said to be from before: never the one for the other.
@Suite("Findings after a change")
struct LatelyTests {
    private let house: House
    private let day = Day.of("2010-04-01")
    private var asked: TrustCache.Asked { TrustCache.Asked(day: day, scenario: nil) }

    init() async throws { house = try await Self.house(.sqlite) }

    private static func house(_ engine: Engine) async throws -> House {
        let building = Building(), store = try await freshStore(on: engine)
        try await store.migrate(building.schemas)
        return building.house(over: store, settings: HouseSettings())
    }

    private static func add(_ kind: Kind, _ fields: [String: String], to house: House) async throws {
        var given = fields.mapValues { Given.text($0) }
        given["from"] = .text("2007-01-01")
        let draft = RecordDraft(kind, given), policy = house.policy, registry = house.registry
        _ = try await house.store.write { tx in
            try AddRecord(draft, registry: registry)
                .perform(by: .keyboard, under: policy, at: Date(timeIntervalSince1970: 1_270_000_000), in: tx)
        }
    }

    private static func addCouncil(to house: House) async throws {
        try await Self.add(
            Organisation.kind,
            ["id": "council", "name": "Town Council", "sector": "local-authority", "type": "council"], to: house)
        try await Self.add(
            Post.kind,
            [
                "id": "director", "name": "Director", "organisation": "council",
                "office": "director-of-childrens-services", "grade": "director",
            ], to: house)
    }

    /// All that the check says, worked out of everything as it is held.
    private func whole(_ house: House) async throws -> FindingsReport {
        let registry = house.registry
        let book = try await house.store.read { try $0.loadBook(registry) }
        let laid = house.contributions.evidence(over: book, on: day)
        return FindingsReport(
            checking: Trust(laid, on: day), state: house.store.location.name,
            also: house.contributions.findings(in: laid, on: day))
    }

    @Test("A city's page does not wait, and says what its findings are of", arguments: Engine.allForTests)
    func city(_ engine: Engine) async throws {
        let house = try await Self.house(engine), cache = TrustCache(waitingMax: 0)
        try await Self.addCouncil(to: house)
        guard case .notYet = try await cache.lately(asked, in: house) else {
            Issue.record("nothing was worked out yet")
            return
        }
        #expect(try await cache.worked(asked, in: house).report == whole(house))
        guard case .now(let first) = try await cache.lately(asked, in: house) else {
            Issue.record("it was worked out")
            return
        }
        try await Self.add(Body.kind, ["id": "board", "name": "Board", "type": "board", "of-trust": "true"], to: house)
        let lately = try await cache.lately(asked, in: house)
        guard case .before(let shown) = lately else {
            Issue.record("what was worked out is from before the change")
            return
        }
        #expect(shown.report == first.report)
        #expect(lately.told(on: Page(title: "Board", body: "")).passing?.contains("before that change") == true)
        let next = try await cache.worked(asked, in: house)
        #expect(try await next.report == whole(house))
        #expect(next.report != first.report)
        guard case .now = try await cache.lately(asked, in: house) else {
            Issue.record("it was worked out again")
            return
        }
        #expect(cache.makings == 2)
    }

    @Test("A smaller one's page waits, and shows what is found now")
    func town() async throws {
        let cache = TrustCache()
        for name in ["one", "two", "three"] {
            try await Self.add(Body.kind, ["id": name, "name": name, "type": "board"], to: house)
            let lately = try await cache.lately(asked, in: house)
            guard case .now(let worked) = lately else {
                Issue.record("it is small")
                return
            }
            #expect(try await worked.report == whole(house))
            #expect(lately.told(on: Page(title: name, body: "")).passing == nil)
        }
    }

    @Test("What changes no record is no reason to work anything out again")
    func otherFacts() async throws {
        let cache = TrustCache(waitingMax: 0)
        try await Self.addCouncil(to: house)
        _ = try await cache.worked(asked, in: house)
        try await house.store.write { tx in
            try tx.record(
                Fact("account.signed-in", about: Subject(kind: "account", id: "a", name: "A"), "Somebody signed in"),
                by: .keyboard, at: Date(timeIntervalSince1970: 1_270_000_000))
        }
        guard case .now = try await cache.lately(asked, in: house) else {
            Issue.record("nothing had changed")
            return
        }
        #expect(cache.makings == 1)
    }

    @Test("Changes that come while it is worked out are not missed by those who wait", arguments: Engine.allForTests)
    func meanwhile(_ engine: Engine) async throws {
        let house = try await Self.house(engine), cache = TrustCache(waitingMax: 0), asked = asked
        try await Self.addCouncil(to: house)
        try await withThrowingTaskGroup { group in
            for number in 0..<12 {
                group.addTask {
                    let id = "b\(number)"
                    try await Self.add(
                        Body.kind,
                        ["id": id, "name": "Board \(number)", "type": "board", "of-trust": "true"], to: house)
                    // Whoever changed something and then asks is answered of what they changed, or of what came after.
                    let worked = try await cache.worked(asked, in: house)
                    #expect(worked.trust.bodies[id] != nil)
                }
            }
            try await group.waitForAll()
        }
        #expect(try await cache.worked(asked, in: house).report == whole(house))
    }

    @Test("A scenario is laid over what is held now, and one that is not there is not found")
    func scenarios() async throws {
        let cache = TrustCache(waitingMax: 0)
        try await Self.addCouncil(to: house)
        try await Self.add(
            Scenario.kind,
            ["id": "more", "name": "More", "changes": "bodies:\n- {id: s, name: S, type: board, from: 2007-01-01}"],
            to: house)
        let with = TrustCache.Asked(day: day, scenario: "more")
        #expect(try await cache.worked(with, in: house).scenario?.id.text == "more")
        await #expect(throws: Refusal.notFound) {
            _ = try await cache.worked(TrustCache.Asked(day: day, scenario: "none"), in: house)
        }
        await #expect(throws: Refusal.notFound) {
            _ = try await cache.worked(TrustCache.Asked(day: day, scenario: "none"), in: house)
        }
    }
}
