import App
import Cast
import Doors
import Files
import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Kernel
import Records
import Store
import Testing

@testable import Server

/// A paper that is closed is gone from what strangers share, and from what their browsers ask about again.
@Suite("A paper that is closed is closed at once")
struct PaperFreshnessTests {
    let building = Building(), door: DoorHouse, house: House

    init() async throws {
        let store = try await freshStore(on: .sqlite)
        try await store.migrate(building.schemas)
        house = building.house(over: store, settings: HouseSettings())
        door = try DoorHouse()
    }

    private func add(_ kind: String, _ fields: [String: Given], in tx: Transaction) throws {
        let kind = try #require(building.registry.kinds.first { $0.name == kind })
        var draft = RecordDraft(kind, fields)
        draft.give("from", .text("2026-01-01"))
        _ = try AddRecord(draft, registry: building.registry).perform(
            by: .keyboard, under: house.policy, at: DoorHouse.now, in: tx)
    }

    /// A published agenda with one approved paper.
    private func prepare(_ file: InspectedFile) async throws {
        try await house.store.write { tx in
            try add("body", ["id": .text("board"), "name": .text("Board"), "type": .text("board")], in: tx)
            try add(
                "meeting",
                [
                    "id": .text("m"), "body": .text("board"), "on": .text("2026-03-20"),
                    "agenda-published": .text("2026-03-01"),
                ], in: tx)
            try add(
                "agenda-item",
                [
                    "id": .text("item"), "meeting": .text("m"), "number": .text("1"), "title": .text("A matter"),
                    "route": .text("note"), "added": .text("2026-03-01"),
                ], in: tx)
            try add(
                "paper",
                [
                    "id": .text("p"), "item": .text("item"), "title": .text("THE PAPER"), "place": .text("1"),
                    "digest": .text(file.digest), "file": .text("a.txt"), "bytes": .text("\(file.count)"),
                    "sent-by": .text("ann"), "approved-by": .text("bob"), "approved": .text("2026-03-01"),
                ], in: tx)
            try tx.keep(file, for: Subject(kind: "paper", id: "p", name: "THE PAPER"), at: DoorHouse.now)
        }
    }

    private func close() async throws {
        let kind = try #require(building.registry.kinds.first { $0.name == "paper" })
        let draft = RecordDraft(kind, ["access": .text("exempt")])
        let (registry, policy) = (building.registry, house.policy)
        _ = try await house.store.write { tx in
            try CorrectRecord("p", version: 1, to: draft, because: "A slip", seen: nil, registry: registry)
                .perform(by: .keyboard, under: policy, at: DoorHouse.now, in: tx)
        }
    }

    @Test("Neither a page made for many, nor a mark that a browser kept, brings it back")
    func closed() async throws {
        let file = try await Intake(bytesMax: 1_000).inspect(
            HeldBytes(Array("THE WORDS".utf8)), named: "a.txt", field: "file")
        try await prepare(file)
        let application = try makeApplication(
            house: house, modules: building.modules, settings: door.settings { $0.caller = { .stranger } })
        try await application.test(.router) { client in
            func ask(_ path: String, _ headers: [String: String] = [:]) async throws -> Said {
                try await client.execute(uri: path, method: .get, headers: fields(headers)) { Said($0) }
            }
            let papers = "/meetings/m/papers", words = "\(papers)/p/file"
            let list = try await ask(papers), whole = try await ask(words)
            #expect(list.body.contains("THE PAPER") && whole.body == "THE WORDS", "\(whole.status) \(list.body)")
            #expect(whole.headers[.contentDisposition] == "attachment; filename=\"THE PAPER.txt\"")
            let marks = (try #require(list.headers[.eTag]), try #require(whole.headers[.eTag]))
            #expect(try await ask(papers, ["If-None-Match": marks.0]).status == 304)
            #expect(try await ask(words, ["If-None-Match": marks.1]).status == 304)
            try await close()
            for headers in [[:], ["If-None-Match": marks.0]] {
                let said = try await ask(papers, headers)
                #expect(said.status == 200 && !said.body.contains("THE PAPER"))
            }
            for headers in [[:], ["If-None-Match": marks.1]] {
                let said = try await ask(words, headers)
                #expect(said.status == 404 && !said.body.contains("THE WORDS"))
            }
            let pack = try await ask("/meetings/m/pack")
            #expect(pack.status == 200 && !pack.body.contains("THE PAPER"))
            #expect(pack.headers[.cacheControl] == "no-store")
        }
    }
}
