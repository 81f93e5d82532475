import Cast
import Foundation
import Kernel
import Needs
import Partners
import Store
import Testing

@testable import Performance

@Suite("Performance, shown")
struct PageTests {
    @Test("The public sees what is published, and no draft by its name", arguments: Engine.allForTests)
    func strangers(engine: Engine) async throws {
        let house = try await PerformanceHouse(on: engine)
        for path in ["/performance", "/performance.csv", "/api/v1/performance", "/indicators/monthly"] {
            let shown = try await house.page(path)
            #expect(shown.contains("Re-referrals"), "\(path)")
            #expect(!shown.contains(PerformanceHouse.secret), "\(path)")
        }
        // Nor by asking for a day on which it will be open, nor for the priority that it measures.
        #expect(!(try await house.page("/performance?on=2030-01-01")).contains(PerformanceHouse.secret))
        for path in [
            "/indicators/unseen", "/indicators/unseen/figures.csv", "/api/v1/indicators/unseen/chart",
            "/performance?priority=hidden", "/performance?priority=never-heard-of",
        ] {
            await #expect(throws: Refusal.notFound, "\(path)") { try await house.page(path) }
        }
        #expect(try await house.page("/performance", as: .keyboard).contains("Unseen \(PerformanceHouse.secret)"))
    }

    @Test("An indicator's page has its chart, what it says, and where each figure came from")
    func indicator() async throws {
        let house = try await PerformanceHouse()
        let page = try await house.page("/indicators/ni62")
        for words in [
            "No verdict: 4 of the 12 points", "11.2", "2006/07", "Not available", "Import 1: figures.csv, clerk",
            "/priorities/homes", "/posts/head", "Lower is better here", "<svg",
        ] { #expect(page.contains(words), "\(words)") }
        let monthly = try await house.page("/indicators/monthly")
        #expect(monthly.contains("Common cause") && monthly.contains("class=\"tc-line tc-line--dashed\""))
        let csv = try await house.page("/indicators/monthly/figures.csv")
        #expect(csv.contains("2009-12,2009-12-01,2010-01-01,12.0,12,100,"))
        let json = try await house.page("/api/v1/indicators/monthly/chart")
        #expect(json.contains("\"kind\":\"p\"") && json.contains("\"variation\":\"common-cause\""))
    }

    @Test(
        "Scorecards of a body, a priority, a post and places", arguments: ["body=board", "priority=homes", "post=head"])
    func scopes(query: String) async throws {
        let house = try await PerformanceHouse()
        let page = try await house.page("/performance?\(query)&place=\(PerformanceHouse.york)")
        #expect(page.contains("Moves of looked-after children") && page.contains("10.1"))
        #expect(!page.contains("Re-referrals"))
    }

    @Test("What is no identifier or no place is refused", arguments: ["body=%20x%2F", "place=%2F..", "priority=A%20B"])
    func refused(query: String) async throws {
        let house = try await PerformanceHouse()
        await #expect(throws: Refusal.self) { try await house.page("/performance?\(query)") }
    }

    @Test(
        "A scorecard of what is not there is not found, and is not taken for one without figures",
        arguments: [
            "body=nosuch", "body=head", "post=board", "priority=nosuch", "place=ZZZ", "place=E08000035&place=ZZZ",
        ])
    func nothing(query: String) async throws {
        let house = try await PerformanceHouse()
        for path in ["/performance", "/performance.csv", "/api/v1/performance"] {
            await #expect(throws: Refusal.notFound) { try await house.page("\(path)?\(query)") }
        }
    }

    @Test("The national set says what is verified of it, and what is not")
    func national() async throws {
        let all = NationalIndicator.all
        let numbers = all.flatMap { $0.number.split(separator: ", ").compactMap { Int($0) } }
        #expect(numbers == Array(50...118) + [199], "each of the set once, in its order")
        #expect(all.filter { $0.isDefinitionVerified && !$0.isTitleVerified }.isEmpty)
        #expect(all.filter { $0.definition == nil }.map(\.number) == ["74", "77", "83", "95, 96"])
        let page = try await PerformanceHouse().page("/performance/national")
        let unseen = all.count { !$0.isTitleVerified } + all.count { !$0.isDefinitionVerified }
        #expect(page.matches(of: /Not verified/).count == unseen)
    }

    @Test("Where the measure that counts the same today is held, the national set leads to it")
    func today() async throws {
        let house = try await PerformanceHouse()
        #expect(!(try await house.page("/performance/national")).contains("/measures/"))
        try await house.does(.keyboard) { tx, hand in
            try hand.add(
                Measure.kind, id: "lait-lacstable-2016on",
                ["name": .text("Three or more placements"), "code": .text("L"), "polarity": .text("low")], in: tx)
        }
        let page = try await house.page("/performance/national")
        #expect(page.matches(of: /\/measures\//).count == 1)
        #expect(page.contains("/measures/lait-lacstable-2016on") && page.contains("Three or more placements"))
        let csv = try await house.page("/performance/national.csv")
        #expect(csv.contains("lait-cin-refferals-nfa lait-rereferral"))
    }

    @Test("Every measure that the national set leads to is one of the tool's, under its identifier there")
    func todayIsThere() throws {
        let path = Golden.root.appending(path: "examples/leeds/data/lait_data_dictionary_reduced.csv")
        let dictionary = try String(contentsOf: path, encoding: .utf8)
        let names =
            ["Continue_Assess_Comp", "LACStable_2016on", "LAC_LongStable%", "CPPlans2yrs", "PrevRegCPR"]
            + ["CPP_Reviewed_InReqTimeScl", "CIN_Refferals_NFA", "ReReferral", "SFSecPerAbNew", "16-17_not known_NEET"]
        for name in names { #expect(dictionary.contains(",\(name),"), "\(name)") }
        let known = Set(names.compactMap { IDText.slug(of: $0) }.map { "lait-\($0)" })
        #expect(Set(NationalIndicator.all.flatMap(\.measures).map(\.text)) == known)
    }

    @Test("New limits begin where a person said, with their reason on the page")
    func rebase() async throws {
        let house = try await PerformanceHouse()
        try await house.does(.keyboard) { tx, hand in
            try hand.add(
                ChartRebase.kind, id: "anew",
                [
                    "indicator": .text("monthly"), "period": .text("2009-07"), "reason": .text("A new front door"),
                    "by": .text("head"), "decided": .text("2010-02-01"),
                ], in: tx)
        }
        let page = try await house.page("/indicators/monthly")
        #expect(page.contains("Limits begin anew at 2009-07: A new front door (Head, 1 February 2010)"))
        // Six points of the new process are too few for a verdict.
        #expect(page.contains("No verdict: 6 of the 12 points"))
    }
}
