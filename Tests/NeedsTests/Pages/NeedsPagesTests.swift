import Cast
import Doors
import Files
import Foundation
import Kernel
import Testing

@_spi(Workflows) @testable import Needs

/// The pages of this room, for whoever asks.
struct NeedsPagesTests {
    private func house() async throws -> NeedsHouse {
        let house = try await NeedsHouse(on: .sqlite)
        try await house.take(
            ImportTests.heading + ImportTests.columns + ImportTests.leeds(2023) + ImportTests.leeds(2024),
            "cin-referrals")
        return house
    }

    @Test("Without a figure the page says what to do first")
    func empty() async throws {
        let house = try await NeedsHouse(on: .sqlite)
        #expect(try await house.page("/needs").contains("thinkchild import FILE --mapping NAME"))
        #expect(try await house.page("/measures").contains("none is held"))
        #expect(try await house.page("/imports").contains("none yet"))
        await #expect(throws: Refusal.notFound) { try await house.page("/measures/nothing") }
    }

    @Test("Published figures are public, and imports that were not taken are not")
    func open() async throws {
        let house = try await house()
        let staged = try await house.stage(
            ImportTests.heading + ImportTests.columns + ImportTests.leeds(2022), "cin-referrals")
        for address in ["/needs?place=E08000035", "/measures", "/measures/cin-referrals", "/imports/1"] {
            guard case .page(let page, _) = try await house.ask(address, by: .stranger) else {
                Issue.record("\(address) is no page")
                continue
            }
            #expect(!page.body.string.contains("administrator"), "\(address) says who")
        }
        await #expect(throws: Refusal.notFound) {
            try await house.ask("/imports/\(staged.number)", by: .stranger)
        }
        await #expect(throws: (any Error).self) {
            try await house.ask("/imports/\(staged.number)/take", .post, by: .stranger)
        }
    }

    @Test("A figure's page says what it is from, and what it was")
    func figure() async throws {
        let house = try await house()
        try await house.take(
            ImportTests.heading + ImportTests.columns + ImportTests.leeds(2024, reReferrals: "25.0"), "cin-referrals",
            named: "later.csv", at: NeedsHouse.now + 86_400)
        let page = try await house.page(
            "/measures/cin-re-referrals-percent/figure?place=E08000035&from=2023-04-01&until=2024-04-01")
        #expect(page.contains("25.0") && page.contains("24.2") && page.contains("later.csv"))
        #expect(page.contains("2399 of 9914, which is 24.2%"))
        let lines = try await house.csv("/measures/cin-re-referrals-percent/figures.csv?place=E08000035")
        #expect(lines.count == 3)
        #expect(
            lines.last == "cin-re-referrals-percent,E08000035,,2024,2023-04-01,2024-04-01,25.0,,2399,9914,2")
        let json = try await house.json("/api/v1/measures/cin-re-referrals-percent/figures?place=E08000035")
        #expect((json["figures"] as? [[String: Any]])?.last?["value"] as? String == "25.0")
    }

    @Test("A file is sent, shown, and taken or left, as on the terminal")
    func sent() async throws {
        let house = try await NeedsHouse(on: .sqlite)
        let bytes = Array((ImportTests.heading + ImportTests.columns + ImportTests.leeds(2024)).utf8)
        let upload = Upload(field: "file", filename: "c1.csv", contentType: "text/csv", content: HeldBytes(bytes))
        let reply = try await house.ask("/imports", .post, form: ["mapping": "cin-referrals"], uploads: [upload])
        #expect(reply == .see("/imports/1"))
        let page = try await house.page("/imports/1")
        #expect(page.contains("1 row read; figures: 12 added") && page.contains("/imports/1/take"))
        #expect(try await house.ask("/imports/1/take", .post) == .see("/imports/1"))
        #expect(try await house.page("/imports/1").contains("/imports/1/take") == false)
        let again = try await house.ask("/imports", .post, form: ["mapping": "cin-referrals"], uploads: [upload])
        #expect(again == .see("/imports/2"))
        #expect(try await house.ask("/imports/2/leave", .post) == .see("/imports"))
        await #expect(throws: Refusal.notFound) { try await house.page("/imports/2") }
    }

    @Test("What is wrong with what was sent is told beside its field")
    func sentWrong() async throws {
        let house = try await NeedsHouse(on: .sqlite)
        guard case .page(let none, status: 422) = try await house.ask("/imports", .post) else {
            Issue.record("it was taken")
            return
        }
        #expect(none.problems.map(\.field) == ["file", "mapping"])
        let wrongFile = HeldBytes(Array("a,b\n1,2\n".utf8))
        let upload = Upload(field: "file", filename: "x.csv", contentType: "text/csv", content: wrongFile)
        guard
            case .page(let wrong, status: 422) = try await house.ask(
                "/imports", .post, form: ["mapping": "lait"], uploads: [upload])
        else {
            Issue.record("it was taken")
            return
        }
        #expect(wrong.problems.count == 5 && wrong.problems.allSatisfy { $0.field == "file" })
    }

    @Test("Every mapping has a page of its own words", arguments: ["lait", "imd-2019", "population-2020"])
    func mappings(id: String) async throws {
        let house = try await NeedsHouse(on: .sqlite)
        #expect(try await house.page("/imports/mappings/\(id)").contains("cells:"))
    }
}
