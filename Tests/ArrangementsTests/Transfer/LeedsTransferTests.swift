import Arrangements
import Cast
import Doors
import Foundation
import Kernel
import Records
import Store
import Testing

/// Leeds, in and out of a database: what comes in stays as it is, and says there what it says in its files.
@Suite("Leeds in and out")
struct LeedsTransferTests {
    private static let all = ["2006", "2009", "2010", "2011-proposed"]

    @Test("an older folder again, after the newer ones, changes nothing", arguments: Engine.allForTests)
    func olderAgain(engine: Engine) async throws {
        let world = try await TransferHouse(on: engine)
        _ = try await world.run("import", Self.all.map { Leeds.folder + "/" + $0 } + ["--yes"])
        let held = try await world.book().things
        for folder in Self.all {
            let again = try await world.run("import", TransferHouse.leeds(folder) + ["--json", "--yes"])
            #expect(again.text.contains(#""added":0,"changed":0,"ended":0,"#), "\(folder): \(again.text.prefix(400))")
        }
        #expect(try await world.book().things == held)
    }

    @Test("the same facts give the same findings, word for word, from files and from a database")
    func sameFindings() async throws {
        let world = try await TransferHouse()
        let path = Leeds.folder + "/2009"
        _ = try await world.run("import", [path, "--yes"])
        let day = Day.of("2009-12-31")
        let files = FindingsReport(checking: Trust(try Leeds.y2009.get().book, on: day), state: "").findings
        let held = FindingsReport(checking: Trust(try await world.book(), on: day), state: "").findings
        #expect(files.map(\.message) == held.map(\.message))
        #expect(files.map(\.code) == held.map(\.code) && files.map(\.subject) == held.map(\.subject))
        #expect(files.count > 20)
    }

    @Test("a file may point at what is held; a check of it alone may not")
    func overWhatIsHeld() async throws {
        let world = try await TransferHouse()
        _ = try await world.run("import", TransferHouse.leeds("2006") + ["--yes"])
        let body = try #require(try await world.book().identifiers(of: "body").first)
        let file = FileManager.default.temporaryDirectory.path + "/seat-\(UUID().uuidString).yaml"
        try "seats:\n- {id: one-more, body: \(body), role: observer, from: 2009-01-01}\n".write(
            toFile: file, atomically: true, encoding: .utf8)
        defer { try? FileManager.default.removeItem(atPath: file) }
        #expect(try await world.run("import", [file, "--yes"]).text.hasPrefix("Imported: 1 added"))
        await #expect(throws: Refusal.self) { try await world.run("check", [file]) }
    }

    @Test("whoever says no has changed nothing, and the exit code says so")
    func declined() async throws {
        let world = try await TransferHouse()
        let output = try await world.run("import", TransferHouse.leeds("2006"))
        #expect(output.exitCode == 1 && output.text == "Nothing was changed.")
        #expect(try await world.book().count == 0)
        #expect(try await world.run("import", TransferHouse.leeds("2006"), answering: true).exitCode == 0)
    }
}
