import Cast
import Kernel
import Partners
import Records
import Store
import Testing

@testable import Performance

/// Rule PF-03, and the checks that read what was reported.
@Suite("Scorecards that were reported")
struct FrozenTests {
    @Test("A frozen scorecard shows what it showed, whatever comes after", arguments: Engine.allForTests)
    func frozen(engine: Engine) async throws {
        let house = try await PerformanceHouse(on: engine)
        let path = try await house.send("/performance/freeze", [("body", "board"), ("on", "2010-03-10")])
        #expect(path.hasPrefix("/scorecards/"))
        let before = try await house.page(path, as: PerformanceHouse.analyst)
        #expect(before.contains("Scorecard of Board, 10 March 2010") && before.contains("11.2"))
        try await house.house.store.write { tx in
            _ = try tx.run("UPDATE needs_observation SET mantissa = 999 WHERE mantissa IS NOT NULL")
        }
        #expect(try await house.page(path, as: PerformanceHouse.analyst) == before)
        // It is not the public's until somebody publishes it.
        await #expect(throws: Refusal.notFound) { try await house.page(path) }
        await #expect(throws: Refusal.self) {
            try await house.send("/performance/freeze", [("body", "board")], as: PerformanceHouse.owner)
        }
    }

    @Test("What is not what was kept is not shown")
    func tampered() async throws {
        let house = try await PerformanceHouse()
        let path = try await house.send("/performance/freeze", [("body", "board")])
        try await house.house.store.write { tx in
            _ = try tx.run("UPDATE performance_paper SET content = replace(content, '11.2', '9.9')")
        }
        let page = try await house.page(path, as: PerformanceHouse.analyst)
        #expect(!page.contains("9.9") && page.contains("is not what was kept"))
        await #expect(throws: Refusal.notFound) {
            try await house.page("\(path)/table.csv", as: PerformanceHouse.analyst)
        }
    }

    @Test("A frozen scorecard holds what everybody may see, whoever freezes it")
    func open() async throws {
        let house = try await PerformanceHouse()
        #expect(
            try await house.page("/performance", as: PerformanceHouse.analyst).contains(PerformanceHouse.secret))
        let path = try await house.send("/performance/freeze")
        let page = try await house.page(path, as: PerformanceHouse.analyst)
        #expect(page.contains("Re-referrals") && !page.contains(PerformanceHouse.secret))
    }

    @Test(
        "What a frozen scorecard showed is not changed; its name may be, and it may be published",
        arguments: [
            ("digest", Given.text(String(repeating: "a", count: 64)), false), ("drawn", .text("2009-03-10"), false),
            ("indicators", .list(["ni62"]), false), ("stale", .list(["ni62"]), false),
            ("body", .text("cabinet"), false),
            ("name", .text("For the board"), true), ("published", .text("2010-03-10"), true),
        ])
    func lasting(field: String, value: Given, isAllowed: Bool) async throws {
        let house = try await PerformanceHouse()
        let path = try await house.send("/performance/freeze"), id = String(path.dropFirst("/scorecards/".count))
        func change(_ caller: Caller) async throws {
            try await house.does(caller) { tx, hand in
                let held = try hand.last(FrozenScorecard.kind, id, in: tx)
                try hand.amend(held, [field: value], because: "It reads better", in: tx)
            }
        }
        guard !isAllowed else { return try await change(PerformanceHouse.analyst) }
        for caller in [PerformanceHouse.analyst, .keyboard] {
            let error = await #expect(throws: Refusal.self) { try await change(caller) }
            #expect(error?.sentences.first?.hasPrefix(FrozenScorecard.staysAsItStood) == true)
        }
    }

    @Test("Nobody writes down a scorecard that was never frozen")
    func madeUp() async throws {
        let house = try await PerformanceHouse()
        let error = await #expect(throws: Refusal.self) {
            try await house.does { tx, hand in
                try hand.add(
                    FrozenScorecard.kind, id: "made-up",
                    [
                        "name": .text("Made up"), "drawn": .text("2010-03-10"),
                        "digest": .text(String(repeating: "a", count: 64)),
                    ], in: tx)
            }
        }
        #expect(error?.sentences.first?.hasPrefix(FrozenScorecard.staysAsItStood) == true)
    }

    @Test("Nothing is frozen where there is nothing")
    func empty() async throws {
        let house = try await PerformanceHouse()
        await #expect(throws: Refusal.self) { try await house.send("/performance/freeze", [("body", "cabinet")]) }
    }

    @Test("The check finds priorities unmeasured, indicators without target, owner, data or report")
    func checks() async throws {
        let house = try await PerformanceHouse()
        try await house.does(.keyboard, on: PerformanceHouse.day("2009-06-01")) { tx, hand in
            try hand.add(
                Indicator.kind, id: "bare",
                [
                    "name": .text("Bare"), "measure": .text("moves"), "place": .text(PerformanceHouse.leeds),
                    "overseer": .text("board"), "published": .text("2009-06-01"),
                ], in: tx)
        }
        func codes(_ id: String, on day: String = "2010-03-10") async throws -> [String] {
            try await house.findings(on: PerformanceHouse.day(day)).filter { $0.subject.id == id }.map(\.code)
        }
        #expect(try await codes("streets") == ["I01"])
        #expect(try await codes("homes") == [])
        // Of a draft, and of what is not published, nothing is said.
        #expect(try await codes("hidden") == [])
        #expect(try await codes("unseen") == [])
        #expect(try await codes("bare") == ["I02", "I03", "I04", "I05"])
        #expect(try await codes("bare", on: "2009-11-30").contains("I05") == false)
        _ = try await house.send("/performance/freeze", [("body", "board")])
        #expect(try await codes("bare") == ["I02", "I04"])
        #expect(try await codes("bare", on: "2010-09-09").contains("I05") == false)
        #expect(try await codes("bare", on: "2010-09-10").contains("I05"))
        let later = PerformanceHouse.day("2011-01-01")
        _ = try await house.send("/performance/freeze", [("body", "board"), ("on", "2011-01-01")], on: later)
        #expect(try await codes("bare", on: "2011-01-01") == ["I02", "I03", "I04"])
    }

    @Test("Golden: docs/rules/performance.md")
    func rules() throws {
        #expect(try Golden.difference(PerformanceRulesPage.markdown(), from: "docs/rules/performance.md") == nil)
    }
}
