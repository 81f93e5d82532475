import App
import Cast
import Doors
import Foundation
import Kernel
import Ledger
import Records
import Store
import Testing

/// What is withheld is in nothing that anybody else can reach: every page against every role, the tables, the ledger,
/// and what comes in and goes out in files.
@Suite("What is withheld of an interest, everywhere else")
struct WithheldEverywhereTests {
    /// The parts of paths, as they name what there is here.
    private static let parts = [
        "meeting": "m", "item": "item", "body": "board", "declaration": "declared", "interest": WithheldInterest.id,
        "person": "mia",
    ]
    private static let things = [
        "sensitive-interests": WithheldInterest.id, "declarations": "declared", "meetings": "m",
        "agenda-items": "item", "bodies": "board", "people": "mia", "seats": "seat-mia",
    ]

    /// A page of every route that looks, of the kinds that have to do with it.
    private static func paths(_ building: Building) -> [String] {
        building.routes.filter { $0.method == .get }.compactMap { route in
            let path = route.path.split(separator: "/").map(String.init)
            let kind = path.starts(with: ["api", "v1"]) ? path.dropFirst(2).first : path.dropFirst().first
            let thing = kind.flatMap { things[$0.replacing(".csv", with: "")] }
            if path.first == "records", kind != nil, thing == nil { return nil }
            let filled = path.map { part in
                guard part.hasPrefix(":") else { return part }
                let name = part.dropFirst().prefix { $0 != "." }
                return (parts[String(name)] ?? thing ?? "m") + part.dropFirst(1 + name.count)
            }
            return "/" + filled.joined(separator: "/")
                + "?q=withheld&kind=sensitive-interest&id=\(WithheldInterest.id)&at=2026-04-01"
        }
    }

    @Test(
        "every page that looks, asked by every role, holds none of it but for the officer and the member",
        arguments: Engine.allForTests)
    func everyRoute(engine: Engine) async throws {
        let (house, mia, otto) = try await SignInHouse.withInterest(engine), officer = try await house.officer()
        var askers = [("mia", mia), ("otto", otto), ("mo", officer), ("a stranger", try house.browser())]
        for (name, role) in [
            ("ada", Role.administrator), ("cleo", .clerk), ("dee", .director), ("ann", .analyst),
        ] {
            askers.append((name, try await house.settle(name, role)))
        }
        for (name, browser) in askers where !["mo", "a stranger"].contains(name) {
            _ = try await house.setUpCodes(browser)
        }
        let paths = Self.paths(house.building)
        #expect(paths.count > 200)
        var reads: [String: Set<String>] = [:]
        for (name, browser) in askers {
            for path in paths {
                let said = try await browser.get(path)
                #expect(said.status < 500 || said.status == 503, "\(name) \(path): \(said.status)")
                if WithheldInterest.holds(said.body) {
                    reads[name, default: []].insert(String(path.prefix { $0 != "?" }))
                }
            }
        }
        #expect(Set(reads.keys) == ["mia", "mo"], "\(reads)")
        #expect(reads["mia"] == ["/account/interests"])
        let own = "/sensitive-interests/\(WithheldInterest.id)"
        for path in reads["mo", default: []] {
            #expect(path == WithheldInterest.path || path.contains("/sensitive-interests"), "\(path)")
        }
        #expect(reads["mo"]?.isSuperset(of: [WithheldInterest.path, "/records" + own, "/api/v1" + own]) == true)
    }

    @Test("it is in no table and no fact but sealed, and the ledger holds", arguments: Engine.allForTests)
    func sealed(engine: Engine) async throws {
        let (house, _, _) = try await SignInHouse.withInterest(engine), officer = try await house.officer()
        #expect(try await officer.get(WithheldInterest.path).status == 200)
        let (held, facts) = try await house.house.store.read { tx in
            (
                try tx.rows("SELECT details, danger FROM interests_sensitive_interest")
                    .map { [$0.bytes(0), $0.bytes(1)] },
                try tx.rows("SELECT sentence, subject_name, purpose, record FROM ledger_fact").map { row in
                    (0...3).map { row.optionalText($0) ?? "" }.joined(separator: " ")
                }
            )
        }
        #expect(
            held.count == 1
                && held.flatMap(\.self).allSatisfy { !WithheldInterest.holds(String(decoding: $0, as: UTF8.self)) })
        #expect(facts.contains { $0.contains(WithheldInterest.id) } && !facts.contains(where: WithheldInterest.holds))
        #expect(try await Ledger(store: house.house.store).verify().isWhole)
        #expect(try await CompareWithLedger(house.building.registry).perform(in: house.house.store).agrees)
        guard case .file(let path) = house.house.store.location else { return }
        for ending in ["", "-wal"] {
            let bytes = try Data(contentsOf: URL(fileURLWithPath: path + ending))
            for word in WithheldInterest.words { #expect(bytes.firstRange(of: Data(word.utf8)) == nil, "\(ending)") }
        }
    }

    @Test("what is typed and not saved is sealed too", arguments: Engine.allForTests)
    func draft(engine: Engine) async throws {
        let (house, _, _) = try await SignInHouse.withInterest(engine)
        let officer = try await house.settle("mo", .monitoring)
        _ = try await house.setUpCodes(officer)
        _ = try await officer.get("/interests/of/declared")
        let half = try await officer.post(
            "/interests/of/declared", [("_draft", "1"), ("details", WithheldInterest.details)])
        #expect(half.status == 422 && half.body.contains("Quillon"))
        let drafts = try await house.house.store.read { tx in
            try tx.rows("SELECT fields FROM drafts_draft").map { $0.text(0) }
        }
        #expect(drafts.count == 1 && !drafts.contains(where: WithheldInterest.holds))
    }

    @Test(
        "the terminal lists it and shows none of it; files neither hold it nor ask after it",
        arguments: Engine.allForTests)
    func terminal(engine: Engine) async throws {
        let (house, _, _) = try await SignInHouse.withInterest(engine)
        let none = try await house.run("interests").text
        #expect(none.hasPrefix("declared  2026-03-24  not kept yet  Interest of "), "\(none)")
        _ = try await house.officer()
        let list = try await house.run("interests", "--json").text
        #expect(list.contains("\"held\":true") && !WithheldInterest.holds(list))
        for line in [
            ["record", "show", "sensitive-interest", WithheldInterest.id], ["record", "list", "sensitive-interest"],
            ["history", "sensitive-interest", WithheldInterest.id],
            ["known", "sensitive-interest", WithheldInterest.id, "--at", "2026-04-01"],
        ] {
            await #expect(throws: Refusal.notAllowed(Action("interests.see")), "\(line)") { try await house.run(line) }
        }
        for line in [["export"], ["export", "--format", "popolo"], ["search", "Quillon"], ["check"]] {
            let output = try await house.run(line)
            #expect(!WithheldInterest.holds(output.text) && !output.text.contains("sensitive-interests"), "\(line)")
        }
        // A guess is not told right or wrong by a dry run.
        let folder = FileManager.default.temporaryDirectory.appending(path: "interests-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let file = folder.appending(path: "guess.yaml")
        try """
        sensitive-interests:
        - id: \(WithheldInterest.id)
          declaration: declared
          person: mia
          details: A guess
          danger: Another
          agreed: 2026-03-25
          from: 2026-03-31

        """.write(to: file, atomically: true, encoding: .utf8)
        await #expect(throws: Refusal.notAllowed(Action("interests.change"))) {
            try await house.run(["import", file.path, "--yes"])
        }
    }
}
