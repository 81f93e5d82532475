import Arrangements
import Cast
import Doors
import Foundation
import Kernel
import Places
import Records
import Store
import Testing

@testable import Workflows

/// What goes out: whole, nothing stale beside it, and what is left out said.
@Suite("What an export writes")
struct ExportTests {
    private func folder() -> String { FileManager.default.temporaryDirectory.path + "/export-\(UUID().uuidString)" }

    private func names(in folder: String) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
    }

    @Test("an export clears what an earlier one left, and nothing else")
    func stale() async throws {
        let world = try await TransferHouse(), folder = folder()
        defer { try? FileManager.default.removeItem(atPath: folder) }
        _ = try await world.run("import", TransferHouse.leeds("2006") + ["--yes"])
        _ = try await world.run("export", ["--output", folder])
        let written = try names(in: folder)
        for name in ["03-organisations-7.yaml", "popolo.json", "README.md"] {
            try Data("x".utf8).write(to: URL(fileURLWithPath: folder + "/" + name))
        }
        _ = try await world.run("export", ["--output", folder])
        #expect(try names(in: folder) == (written + ["README.md"]).sorted())
        try Data("x".utf8).write(to: URL(fileURLWithPath: folder + "/mine.yaml"))
        await #expect(throws: Refusal.self) { try await world.run("export", ["--output", folder]) }
    }

    @Test("a day is for Popolo; figures that stay behind are named")
    func said() async throws {
        let world = try await TransferHouse()
        await #expect(throws: Refusal.self) { try await world.run("export", ["--on", "2009-12-31"]) }
        #expect(try await world.run("export", []).remarks.isEmpty)
        _ = try await world.run("import", TransferHouse.leeds("data") + ["--yes"])
        let remark = try #require(try await world.run("export", []).remarks.first)
        #expect(remark.hasPrefix("Not written, being figures and not records: ") && remark.contains("boundaries"))
    }

    @Test("an area and a person keep their days through Popolo")
    func days() throws {
        let area = record(
            Area.kind, "leeds", from: Day(1974, 4, 1), until: Day(2011, 1, 1), ["name": "Leeds", "type": "city"])
        let document = try PopoloDocument(of: Book([area]), on: #require(Day(2009, 1, 1)))
        let back = try PopoloReading(try document.json, named: "popolo.json", on: #require(Day(2020, 1, 1)))
        let reading = RecordReader(Leeds.registry).read(drafts: back.drafts, named: "popolo.json")
        #expect(reading.problems == [] && reading.book["leeds"].map(\.period) == [area.period])
    }

    @Test("a key given twice in a Popolo document is refused")
    func twice() throws {
        let text = #"{"areas": [], "organizations": [], "persons": [], "posts": [], "memberships": [], "posts": []}"#
        #expect(throws: Refusal.self) {
            try PopoloReading(Array(text.utf8), named: "popolo.json", on: #require(Day(2020, 1, 1)))
        }
    }
}
