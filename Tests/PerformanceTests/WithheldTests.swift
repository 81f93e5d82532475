import Cast
import Doors
import Foundation
import Kernel
import Needs
import Partners
import Records
import Store
import Testing

@testable import Performance

/// Rule NE-16: sums of small areas go through suppression at every door. Inner East has three wards, with 3, 40 and 50
/// children, and its sum is shown: whoever has two of them has the third.
@Suite("Small sums that are withheld")
struct WithheldTests {
    private static let layout = """
        marks: ons
        place: {codes: [code], level: small-area, within: E08000035}
        time: {is: "2016", year: calendar}
        cells:
          - {column: count, measure: local-count}
        measures:
          - id: local-count
            name: "Children known to a service"
            code: "count"
            unit: "Number"
            polarity: "low"
            decimals: 0
            carried-up: "summed"
        """
    private static let file = "code,count\nE01011338,40\nE01011426,3\nE01011343,50\nE01011363,100\nE01011323,200\n"
    private static let gipton = "E05001424", burmantofts = "E05001417", killingbeck = "E05001430"

    private func filled(_ engine: Engine) async throws -> ExampleHouse {
        let house = try await ExampleHouse(on: engine)
        try await house.says("import", [ExampleHouse.leeds("data"), ExampleHouse.leeds("2006"), "--yes"])
        let policy = house.house.policy, registry = house.building.registry
        try await house.house.store.write { tx in
            let hand = Hand(
                .keyboard, under: policy, at: ExampleHouse.now, on: PerformanceHouse.day("2016-01-01"),
                registry: registry)
            try hand.add(Mapping.kind, id: "local", ["name": .text("Local"), "layout": .text(Self.layout)], in: tx)
        }
        let folder = FileManager.default.temporaryDirectory.appending(path: "withheld-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let path = folder.appending(path: "local.csv")
        try Data(Self.file.utf8).write(to: path)
        try await house.take(path.path, "local")
        try await house.house.store.write { tx in
            let hand = Hand(
                .keyboard, under: policy, at: ExampleHouse.now, on: PerformanceHouse.day("2016-01-01"),
                registry: registry)
            try hand.add(
                Indicator.kind, id: "known",
                [
                    "name": .text("Children known"), "measure": .text("local-count"), "place": .text("E08000035"),
                    "owner": .text("director"), "published": .text("2016-01-01"),
                ], in: tx)
        }
        return house
    }

    @Test("What could be worked out by subtraction is shown at no door", arguments: Engine.allForTests)
    func everywhere(engine: Engine) async throws {
        let house = try await filled(engine)
        try await needs(house)
        try await scorecards(house)
        try await threads(house)
    }

    private func needs(_ house: ExampleHouse) async throws {
        let csv = try await house.text("/measures/local-count/areas.csv")
        for line in [
            "ward-gipton-and-harehills,Gipton and Harehills,ward,suppressed,,",
            "ward-burmantofts-and-richmond-hill,Burmantofts and Richmond Hill,ward,suppressed,,",
            "ward-killingbeck-and-seacroft,Killingbeck and Seacroft,ward,50,,",
            "area-east-inner,Inner East,committee-area,93,",
            "leeds,Leeds,city,393,",
        ] { #expect(csv.contains(line), "\(line) is not in \(csv)") }
        let json = try await house.text("/api/v1/measures/local-count/areas")
        #expect(json.contains("\"value\":50") && json.contains("\"value\":93"))
        for value in ["3", "40"] {
            #expect(!json.contains("\"value\":\(value),") && !json.contains("\"value\":\(value)}"))
        }
        let page = try await house.text("/measures/local-count")
        #expect(
            page.contains("Withheld") && page.contains(">93<") && !page.contains("numeric\">3<")
                && !page.contains("numeric\">40<"))
        #expect(page.contains("Sums from 1 to 9 are withheld"))
        let map = try await house.text("/measures/local-count/map.svg")
        #expect(map.contains("withheld"))
    }

    private func scorecards(_ house: ExampleHouse) async throws {
        for (place, figure) in [
            (Self.gipton, "Withheld"), (Self.burmantofts, "Withheld"), (Self.killingbeck, "50"), ("E08000035", "393"),
        ] {
            let query = "?place=\(place)&on=2025-12-31"
            #expect(try await house.figures("/api/v1/performance\(query)")["known"] == figure)
            #expect(try await house.text("/performance.csv\(query)").contains(",2016,\(figure),"))
            #expect(try await house.text("/performance\(query)").contains(figure))
            let said = try await house.says("scorecard", ["--place", place, "--on", "2025-12-31"])
            #expect(said.contains("\t2016\t\(figure)\t"))
        }
        let registry = house.building.registry,
            sight = PerformanceSight(
                of: .stranger, under: house.house.policy, today: PerformanceHouse.day("2026-02-01"))
        let sheet = try await house.house.store.read { tx in
            var scope = Scope()
            scope.places = [PlaceCode(Self.gipton)]
            let reading = DayBook(RecordShelf(tx, registry), on: PerformanceHouse.day("2025-12-31"))
            return try Scorecard.read(scope, seen: sight, in: reading, tx).sheet
        }
        #expect("\(sheet)".contains("Withheld") && !"\(sheet)".contains("number(3.0"))
        let page = try await house.text("/indicators/known?on=2025-12-31")
        #expect(page.contains("Withheld") && !page.contains("numeric\">3<") && !page.contains("numeric\">40<"))
    }

    private func threads(_ house: ExampleHouse) async throws {
        for ward in ["ward-gipton-and-harehills", "ward-burmantofts-and-richmond-hill"] {
            let said = try await house.says("thread", [ward, "--on", "2025-12-31"])
            #expect(said.contains("is withheld (2016) in"), "\(said)")
            for path in ["/thread/area/\(ward)", "/thread/area/\(ward)/links.csv", "/api/v1/thread/area/\(ward)"] {
                #expect(try await house.text("\(path)?on=2025-12-31").contains("is withheld (2016) in"), "\(path)")
            }
        }
        let shown = try await house.says("thread", ["ward-killingbeck-and-seacroft", "--on", "2025-12-31"])
        #expect(shown.contains("is 50 (2016) in"))
    }
}
