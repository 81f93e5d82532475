import Cast
import Kernel
import Partners
import Records
import Store
import Testing

@testable import Performance

/// Rules PF-02 and NIS-05.
@Suite("Narratives")
struct NarrativeTests {
    @Test("What is said of a figure is shown once its owner approved it", arguments: Engine.allForTests)
    func approval(engine: Engine) async throws {
        let house = try await PerformanceHouse(on: engine)
        try await house.narrative()
        #expect(!(try await house.page("/performance")).contains("Fewer moves"))
        #expect(!(try await house.page("/indicators/ni62")).contains("Fewer moves"))
        #expect(try await house.page("/indicators/ni62", as: PerformanceHouse.analyst).contains("Not approved"))
        // Neither whoever wrote it, nor a program, nor whoever holds another post.
        await #expect(throws: Refusal.self) {
            try await house.send("/narratives/told/approve", as: PerformanceHouse.analyst)
        }
        await #expect(throws: Refusal.self) { try await house.send("/narratives/told/approve", as: .keyboard) }
        #expect(!(try await house.page("/indicators/ni62")).contains("Fewer moves"))
        let next = try await house.send("/narratives/told/approve", as: PerformanceHouse.owner)
        #expect(next == "/indicators/ni62#narratives")
        for path in ["/performance", "/performance.csv", "/api/v1/performance", "/indicators/ni62"] {
            #expect(try await house.page(path).contains("Fewer moves"), "\(path)")
        }
        await #expect(throws: Refusal.self) {
            try await house.send("/narratives/told/approve", as: PerformanceHouse.owner)
        }
    }

    @Test("Nobody approves by the back door of a record's form")
    func backDoor() async throws {
        let house = try await PerformanceHouse()
        try await house.narrative()
        await #expect(throws: Refusal.self) {
            try await house.does(PerformanceHouse.analyst) { tx, hand in
                let held = try hand.last(Narrative.kind, "told", in: tx)
                try hand.amend(
                    held, ["approved": .text("2010-03-10"), "approved-by": .text("noor")], because: "Mine", in: tx)
            }
        }
    }

    @Test("A rating in place of the figures' own needs a reason, which is shown")
    func overriding() async throws {
        let house = try await PerformanceHouse()
        await #expect(throws: Refusal.self) { try await house.narrative("no", ["rating": .text("off-target")]) }
        try await house.narrative(
            "told",
            [
                "rating": .text("near"), "rating-reason": .text("Two homes closed in April"),
                "approved": .text("2010-03-01"), "approved-by": .text("noor"),
            ])
        let row = try #require(try await house.card().rows.first { $0.indicator.code == "NI 62" })
        #expect(row.rating == .near && row.cells[0].rating == .onTarget)
        #expect(row.note == "Rated by a person: Two homes closed in April")
    }

    @Test(
        "Figures of an indicator are numbers, a band is whole, steps are steps",
        arguments: [
            ["target": Given.text("ten")], ["tolerance": .text("-1")], ["polarity": .text("band")],
            ["polarity": .text("band"), "band-from": .text("5"), "band-to": .text("4")],
            ["trajectory": .text("2008/09")], ["place": .text("E0800/35")],
        ])
    func invariants(fields: [String: Given]) async throws {
        let house = try await PerformanceHouse()
        let error = await #expect(throws: Refusal.self) {
            try await house.does { tx, hand in
                let whole: [String: Given] = [
                    "name": .text("Another"), "measure": .text("moves"), "place": .text(PerformanceHouse.leeds),
                ]
                try hand.add(Indicator.kind, id: "other", whole.merging(fields) { $1 }, in: tx)
            }
        }
        #expect(error?.sentences.isEmpty == false)
    }
}
