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
            try await house.approve(as: PerformanceHouse.analyst)
        }
        await #expect(throws: Refusal.self) { try await house.approve(as: .keyboard) }
        #expect(!(try await house.page("/indicators/ni62")).contains("Fewer moves"))
        let next = try await house.approve()
        #expect(next == "/indicators/ni62#narratives")
        for path in ["/performance", "/performance.csv", "/api/v1/performance", "/indicators/ni62"] {
            #expect(try await house.page(path).contains("Fewer moves"), "\(path)")
        }
        await #expect(throws: Refusal.self) {
            try await house.approve()
        }
    }

    /// Holds the owner's post, and writes narratives besides.
    static let both = Caller(
        person: "noor", name: "Noor",
        grants: [.member, .analyst].map {
            Grant($0, from: Subject(kind: "post", id: "head", name: "Head"), because: "hold it")
        })
    /// May approve, but holds no post.
    static let other = Caller(
        person: "ana", name: "Ana",
        grants: [Grant(.member, from: Subject(kind: "post", id: "warden", name: "Warden"), because: "hold it")])

    @Test(
        "Nobody approves by the back door of a record's form, not even who holds the post",
        arguments: [
            (PerformanceHouse.analyst, "noor", "2010-03-10"), (NarrativeTests.both, "noor", "2010-03-10"),
            (NarrativeTests.both, "noor", "2009-01-01"),
            (NarrativeTests.both, "ana", "2010-03-10"),
        ])
    func backDoor(caller: Caller, by: String, day: String) async throws {
        let house = try await PerformanceHouse()
        try await house.narrative()
        let error = await #expect(throws: Refusal.self) {
            try await house.does(caller) { tx, hand in
                let held = try hand.last(Narrative.kind, "told", in: tx)
                try hand.amend(held, ["approved": .text(day), "approved-by": .text(by)], because: "Mine", in: tx)
            }
        }
        #expect(error?.sentences.first?.hasPrefix(Narrative.approvedByOwner) == true)
    }

    @Test("Whoever holds the owner's post reads the draft and has the button; nobody else has it")
    func reading() async throws {
        let house = try await PerformanceHouse()
        try await house.narrative()
        let owned = try await house.page("/indicators/ni62", as: PerformanceHouse.owner)
        #expect(owned.contains("Fewer moves") && owned.contains("Approve this narrative"))
        let written = try await house.page("/indicators/ni62", as: PerformanceHouse.analyst)
        #expect(written.contains("Fewer moves") && !written.contains("Approve this narrative"))
        let others = try await house.page("/indicators/ni62", as: Self.other)
        #expect(!others.contains("Fewer moves") && !others.contains("Approve this narrative"))
        // What is not approved stands on no scorecard, whoever reads it.
        #expect(!(try await house.page("/performance", as: PerformanceHouse.owner)).contains("Fewer moves"))
    }

    @Test("Nobody approves what they did not read, or what was changed since")
    func unread() async throws {
        let house = try await PerformanceHouse()
        try await house.narrative()
        await #expect(throws: Refusal.self) {
            try await house.send("/narratives/told/approve", as: PerformanceHouse.owner)
        }
        let mark = try await house.mark("told")
        try await house.does { tx, hand in
            let held = try hand.last(Narrative.kind, "told", in: tx)
            try hand.amend(held, ["text": .text("Many more moves")], because: "Wrong", in: tx)
        }
        await #expect(throws: Refusal.self) {
            try await house.send("/narratives/told/approve", [("seen", mark)], as: PerformanceHouse.owner)
        }
        #expect(!(try await house.page("/indicators/ni62")).contains("Many more moves"))
        try await house.approve()
        #expect(try await house.page("/indicators/ni62").contains("Many more moves"))
    }

    @Test("Whoever held the post once approves nothing by asking for a day on which they did")
    func former() async throws {
        let house = try await PerformanceHouse()
        try await house.narrative("told", on: PerformanceHouse.day("2009-10-01"))
        try await house.sql(
            "UPDATE partners_appointment SET until_day = \(PerformanceHouse.day("2010-02-01")) WHERE person = 'noor'")
        await #expect(throws: Refusal.self) { try await house.approve(query: "?on=2010-01-15") }
        #expect(!(try await house.page("/indicators/ni62", as: PerformanceHouse.owner)).contains("Fewer moves"))
    }

    @Test("What is said of the figure's own period stands beside it, or else of the latest, with its period")
    func periods() async throws {
        let house = try await PerformanceHouse()
        let approved: [String: Given] = ["approved": .text("2010-02-01"), "approved-by": .text("noor")]
        func said() async throws -> [String] {
            let card = try await house.card(), columns = ["Narrative", "Said of"]
            let row = try #require(card.paper.rows.first { $0[0] == "NI 62" })
            return columns.map { name in row[card.paper.columns.firstIndex(of: name) ?? 0] }
        }
        let early = approved.merging(["period": .text("2005/06"), "text": .text("Long ago")]) { $1 }
        try await house.narrative("early", early, on: PerformanceHouse.day("2010-03-02"))
        #expect(try await said() == ["Long ago", "2005/06"])
        let before = approved.merging(["period": .text("2007/08"), "text": .text("A year ago")]) { $1 }
        try await house.narrative("before", before, on: PerformanceHouse.day("2010-02-02"))
        #expect(try await said() == ["A year ago", "2007/08"])
        let now = approved.merging(["text": .text("Now")]) { $1 }
        try await house.narrative("now", now, on: PerformanceHouse.day("2010-02-01"))
        #expect(try await said() == ["Now", "2008/09"])
        let json = try await house.page("/api/v1/performance")
        #expect(json.contains("\"narrative\":\"Now\",\"narrativePeriod\":\"2008/09\""))
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
