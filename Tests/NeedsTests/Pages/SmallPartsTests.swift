import App
import Cast
import Doors
import Foundation
import Kernel
import Store
import Testing

@_spi(Workflows) @testable import Needs

/// What is worked out of small counts: NE-17.
struct SmallPartsTests {
    private static let leeds = "E08000035"

    private func house(part: Int, whole: Int, on engine: Engine = .sqlite) async throws -> NeedsHouse {
        let house = try await NeedsHouse(on: engine)
        try await house.save(BadInputTests.layout, as: "test")
        try await house.take(
            "measure,time,code,name,value,part,whole\nP,2023,E08000035,Leeds,50.0,500,1000\n"
                + "P,2024,E08000035,Leeds,61.37,\(part),\(whole)\nP,2024,E92000001,England,40.0,400,1000\n", "test")
        return house
    }

    private static let paths = [
        "/measures/test-percent/figure?place=\(leeds)&from=2023-04-01&until=2024-04-01",
        "/measures/test-percent?place=\(leeds)", "/needs?place=\(leeds)",
        "/needs/gap?measure=test-percent&place=\(leeds)&other-place=E92000001",
    ]

    @Test(
        "Few that were counted, few that were not, or few in all are shown at no public door, nor is their share",
        arguments: [
            (2, 713, true), (711, 713, true), (1, 4, true), (5, 713, false), (708, 713, false), (0, 713, false),
        ])
    func few(part: Int, whole: Int, isHidden: Bool) async throws {
        let house = try await house(part: part, whole: whole)
        for path in Self.paths {
            #expect(try await house.page(path, by: .stranger).contains("61.37") != isHidden, "\(path)")
        }
        let page = try await house.page(Self.paths[0], by: .stranger)
        #expect(page.contains("\(part) of \(whole)") != isHidden)
        #expect(page.contains("Withheld") == isHidden)
        let address = "/measures/test-percent/figures"
        let lines = try await house.csv("\(address).csv?place=\(Self.leeds)", by: .stranger)
        let line = lines.first { $0.contains("2024-04-01") }
        #expect(line?.contains(",suppressed,,,") == isHidden && line?.contains("61.37") != isHidden)
        let body = try await house.json("/api/v1\(address)?place=\(Self.leeds)", by: .stranger)
        let figures = try #require(body["figures"] as? [[String: Any]])
        #expect((figures.last?["numerator"] as? Int) == (isHidden ? nil : part))
        #expect((figures.last?["value"] as? String) == (isHidden ? nil : "61.37"))
    }

    @Test("Whoever brings figures sees them; what is not small is everybody's", arguments: Engine.allForTests)
    func whole(engine: Engine) async throws {
        let house = try await house(part: 2, whole: 713, on: engine)
        let verb = try #require(house.building.verbs.first { $0.name == "needs" })
        func said(_ caller: Caller) async throws -> String {
            try await verb.run([Self.leeds], caller: caller, now: NeedsHouse.now, house: house.house).text
        }
        #expect(try await said(.keyboard).contains("61.37"))
        let open = try await said(.stranger)
        #expect(!open.contains("61.37") && open.contains("Withheld"))
        #expect(try await house.page(Self.paths[0]).contains("2 of 713"))
        let lines = try await house.csv("/measures/test-percent/figures.csv?place=\(Self.leeds)", by: .stranger)
        #expect(lines.contains { $0.contains(",500,1000,") })
    }
}
