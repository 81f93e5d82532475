import App
import Cast
import Doors
import Foundation
import Kernel
import Partners
import Records
import Store
import Testing

@testable import Performance
@testable import Plan

/// Rule PF-11.
@Suite("Indicators through the editions of a plan")
struct EditionTests {
    private static let day = PerformanceHouse.day("2010-02-01")
    private static let before = "?on=2010-01-31", after = "?on=2010-02-01"

    /// The plan's second edition, as it is revised; published on the day, if it is.
    private func revised(
        on engine: Engine, isPublished: Bool = true
    ) async throws -> (house: PerformanceHouse, homes: String, edition: String) {
        let house = try await PerformanceHouse(on: engine)
        let ticket = try #require(FormTicket(String(repeating: "0", count: 31) + "7"))
        let edition = try await house.does(.keyboard, on: Self.day) { tx, hand in
            let id = try RevisePlan(plan: "plan", name: "The second", ticket: ticket).perform(by: hand, in: tx)
            guard isPublished else { return id }
            try hand.sealingPlans.amend(
                try hand.last(TrustPlan.kind, id, in: tx),
                [
                    "owner": .text("council"), "state": .text("published"), "published": .text("2010-02-01"),
                    "agreed": .text("2010-01-15"), "agreed-by": .text("cabinet"),
                ], because: "It was published", in: tx)
            try hand.sealingPlans.amend(
                try hand.last(TrustPlan.kind, "plan", in: tx), ["state": .text("superseded")],
                because: "A later edition was published", in: tx)
            return id
        }
        let registry = house.building.registry
        let homes = try await house.house.store.read { tx in
            try RecordShelf(tx, registry).records(of: Priority.kind, where: "continues", is: "homes").last?.id
        }
        return (house, try #require(homes), edition)
    }

    @Test(
        "What measured a priority measures the one that continues it, from the day on which it does",
        arguments: Engine.allForTests)
    func carried(engine: Engine) async throws {
        let (house, homes, _) = try await revised(on: engine)
        for path in ["/performance", "/performance.csv", "/api/v1/performance"] {
            #expect(
                try await house.page("\(path)\(Self.after)&priority=\(homes)").contains("Moves of looked-after"),
                "\(path)")
        }
        #expect(try await house.page("/performance\(Self.after)").contains("/priorities/\(homes)\(Self.after)"))
        #expect(try await house.page("/indicators/ni62\(Self.after)").contains("/priorities/\(homes)\(Self.after)"))
        // The old edition shows what it showed, and on an earlier day nothing has happened yet.
        #expect(try await house.page("/performance\(Self.after)&priority=homes").contains("Moves of looked-after"))
        let then = try await house.page("/indicators/ni62\(Self.before)")
        #expect(then.contains("/priorities/homes\(Self.before)") && !then.contains(homes))
        await #expect(throws: Refusal.notFound) {
            try await house.page("/performance\(Self.before)&priority=\(homes)")
        }
    }

    @Test("The thread runs from the new edition's priority to the indicator, and back", arguments: Engine.allForTests)
    func thread(engine: Engine) async throws {
        let (house, homes, _) = try await revised(on: engine)
        func ids(_ path: String) async throws -> Set<String> {
            let page = try await house.page("/api/v1/thread/\(path)")
            return Set(["homes", homes, "ni62", "head"].filter { page.contains("\"id\":\"\($0)\"") })
        }
        #expect(try await ids("priority/\(homes)\(Self.after)") == [homes, "ni62", "head"])
        #expect(try await ids("post/head\(Self.after)") == [homes, "ni62", "head"])
        #expect(try await ids("priority/homes\(Self.after)") == ["homes", "ni62", "head"])
        #expect(try await ids("priority/homes\(Self.before)") == ["homes", "ni62", "head"])
        #expect(try await ids("indicator/ni62\(Self.before)") == ["homes", "ni62", "head"])
        #expect(try await ids("indicator/ni62\(Self.after)").isSuperset(of: [homes, "ni62", "head"]))
    }

    @Test("The check finds the new edition's priority measured, as the old one was", arguments: Engine.allForTests)
    func check(engine: Engine) async throws {
        let (house, homes, _) = try await revised(on: engine)
        let unmeasured = try await house.findings(on: PerformanceHouse.today).filter { $0.code == "I01" }
        #expect(unmeasured.count == 1 && !unmeasured.contains { $0.subject.id == homes })
        #expect(unmeasured.allSatisfy { $0.subject.name.contains("Safe streets") })
    }

    @Test("A draft of the next edition is nobody's business but its writers'")
    func draft() async throws {
        let (house, homes, _) = try await revised(on: .sqlite, isPublished: false)
        for path in ["/indicators/ni62", "/performance", "/api/v1/performance", "/api/v1/thread/indicator/ni62"] {
            #expect(!(try await house.page("\(path)\(Self.after)")).contains(homes), "\(path)")
        }
        await #expect(throws: Refusal.notFound) {
            try await house.page("/performance\(Self.after)&priority=\(homes)")
        }
        #expect(try await house.page("/api/v1/thread/indicator/ni62\(Self.after)", as: .keyboard).contains(homes))
    }
}
