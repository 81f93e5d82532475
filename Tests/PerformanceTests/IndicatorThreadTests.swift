import Cast
import Kernel
import Partners
import Plan
import Records
import Store
import Testing

@testable import Performance

/// Indicators on the golden thread.
@Suite("Indicators on the thread")
struct IndicatorThreadTests {
    @Test(
        "what measures an area's priority is on the thread of that area, and of no other", arguments: Engine.allForTests
    )
    func places(engine: Engine) async throws {
        let house = try await PerformanceHouse(on: engine)
        try await house.does(.keyboard) { tx, hand in
            let area = try #require(hand.registry.kind(named: "area"))
            for (id, type, within) in [("town", "city", nil), ("east", "wedge", "town"), ("west", "wedge", "town")] {
                var fields: [String: Given] = ["name": .text(id.capitalized), "type": .text(type)]
                if let within { fields["within"] = .text(within) }
                try hand.add(area, id: id, fields, in: tx)
            }
            try hand.add(
                TrustPlan.kind, id: "local",
                [
                    "name": .text("East's plan"), "type": .text("area-delivery"), "area": .text("east"),
                    "under": .text("plan"), "state": .text("published"), "published": .text("2009-07-01"),
                    "agreed": .text("2009-07-01"), "agreed-by": .text("cabinet"),
                ], in: tx)
            try hand.add(
                Priority.kind, id: "local-homes", ["name": .text("Homes in East"), "plan": .text("local")], in: tx)
            try hand.add(
                Indicator.kind, id: "local-moves",
                [
                    "name": .text("Moves in East"), "priority": .text("local-homes"), "measure": .text("moves"),
                    "place": .text(PerformanceHouse.leeds), "overseer": .text("board"),
                    "published": .text("2009-07-01"),
                ], in: tx)
        }
        func thread(_ place: String) async throws -> String {
            try await house.page("/api/v1/thread/body/board\(place)")
        }
        for way in ["", "?place=east"] {
            let found = try await thread(way)
            #expect(found.contains("local-homes") && found.contains("\"ni62\""), "\(way)")
        }
        let west = try await thread("?place=west")
        #expect(!west.contains("local-homes") && !west.contains("local-moves") && west.contains("\"ni62\""))
    }
}
