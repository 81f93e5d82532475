import Cast
import Doors
import Foundation
import Kernel
import Records
import Store
import Testing

@testable import Performance

/// The example that ships: published figures, bound to the priorities of the plan of Leeds.
@Suite("The example's scorecard")
struct ExampleTests {
    private func filled(_ engine: Engine) async throws -> ExampleHouse {
        let house = try await ExampleHouse(on: engine)
        try await house.says(
            "import", ["data", "2006", "2009", "2010"].map { ExampleHouse.leeds($0) } + ["--yes"])
        for (file, mapping) in [
            ("lait_data_dictionary_reduced.csv", "lait-dictionary"), ("lait_leeds_reduced.csv", "lait"),
            ("2010_OSR23_2010_UD.csv", "ni-71"), ("population_mid2019_lsoa11_leeds.csv", "population-2019"),
            ("imd2019_england_lsoa11_indicators_leeds.csv", "imd-2019-indicators"),
        ] { try await house.take(ExampleHouse.leeds("data/\(file)"), mapping) }
        try await house.says("import", [ExampleHouse.leeds("indicators"), "--yes"])
        return house
    }

    @Test("From an outcome to a ward and the post, on published figures, and back", arguments: Engine.allForTests)
    func wholeWay(engine: Engine) async throws {
        let house = try await filled(engine)
        try await scorecard(house)
        try await thread(house)
        try await drawn(house)
    }

    private func scorecard(_ house: ExampleHouse) async throws {
        let page = try await house.text("/performance?body=iscb&on=2025-12-31")
        for words in [
            "Children in low income families", "24.5 (example)", "nobody agreed them", "Children in income deprivation",
            "One child in four", "Near its target",
        ] { #expect(page.contains(words), "\(words)") }
        #expect(!page.contains("000000"), "a figure is shown with the digits of a binary fraction")
        // Every target that is shown says that it was made up.
        let csv = try await house.text("/performance.csv?on=2025-12-31")
        let lines = csv.split(whereSeparator: \.isNewline)
        #expect(lines.count > 15)
        let targets = lines.dropFirst().filter { $0.contains("target,") }
        #expect(targets.allSatisfy { $0.contains("Made for an example: nobody agreed it") || $0.contains("No target") })
        // On the day that the service opens on, only what was measured then.
        let then = try await house.text("/performance.csv?on=2009-12-31")
        #expect(then.contains("NI 71") && !then.contains("low income"))
    }

    private func thread(_ house: ExampleHouse) async throws {
        let down = try await house.text("/api/v1/thread/outcome/outcome-free-from-poverty?on=2025-12-31")
        for id in ["priority-example-poverty", "income-deprivation", "ward-middleton-park", "director", "iscb"] {
            #expect(down.contains("\"id\":\"\(id)\""), "\(id)")
        }
        let up = try await house.text("/api/v1/thread/area/ward-headingley?on=2025-12-31")
        for id in ["income-deprivation", "priority-example-poverty", "outcome-free-from-poverty", "director"] {
            #expect(up.contains("\"id\":\"\(id)\""), "\(id)")
        }
        let placed = try await house.says(
            "thread", ["outcome-free-from-poverty", "--place", "ward-headingley", "--on", "2025-12-31"])
        #expect(placed.contains("in  Headingley") && !placed.contains("in  Gipton and Harehills"))
        // The scorecard of a ward has the figure that its thread has.
        let figure = try #require(
            try await house.figures("/api/v1/performance?place=E05001424&on=2025-12-31")["income-deprivation"])
        let gipton = try await house.says("thread", ["ward-gipton-and-harehills", "--on", "2025-12-31"])
        #expect(gipton.contains("is \(figure)% (2019) in  Gipton and Harehills"))
    }

    private func drawn(_ house: ExampleHouse) async throws {
        let path = try await house.says(
            "scorecard", ["--body", "iscb", "--on", "2025-12-31", "--freeze", "--meeting", "meeting-iscb-example"])
        #expect(path.hasPrefix("/scorecards/"))
        await #expect(throws: Refusal.self) {
            try await house.says(
                "scorecard", ["--body", "lscb", "--on", "2025-12-31", "--freeze", "--meeting", "meeting-iscb-example"])
        }
    }
}
