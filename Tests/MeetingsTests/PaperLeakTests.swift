import Doors
import Kernel
import Records
import Store
import Testing

@testable import Meetings

/// Every way in that reads, asked for everything that is known of papers that are not open.
@Suite("No way in shows a paper that is not open")
struct PaperLeakTests {
    static let closedBytes = MeetingsHouse.pdf("SECRETBYTES"), draftBytes = MeetingsHouse.pdf("DRAFTBYTES")
    static let replacedBytes = MeetingsHouse.pdf("REPLACEDBYTES")
    static let secrets = ["SECRETPAPER", "DRAFTPAPER", "SECRETBYTES", "DRAFTBYTES", "REPLACEDBYTES"]
    static let later = MeetingsHouse.day("2026-11-05")

    /// A published agenda with a paper that is exempt, one that nobody has approved, one that is open, and one whose
    /// first version was open until a second took its place.
    private struct World {
        let house: MeetingsHouse
        let closed: String, draft: String, open: String, replaced: String
        let digests: [String]

        var ids: [String] { [closed, draft, open, replaced] }

        init() async throws {
            house = try await MeetingsHouse()
            try await house.meeting(access: ExemptTests.closed)
            try await house.publish()
            closed = try await house.paper("SECRETPAPER", closedBytes, number: 1)
            draft = try await house.paper("DRAFTPAPER", draftBytes, access: "open", number: 2, approved: false)
            open = try await house.paper("The open one", MeetingsHouse.pdf("open"), access: "open", number: 3)
            replaced = try await house.paper("With a slip in it", replacedBytes, access: "open", number: 4)
            _ = try await house.upload(
                "/meetings/m/papers/\(replaced)/version", "b.pdf", MeetingsHouse.pdf("mended"),
                [("title", "Without it"), ("access", "open"), ("place", "4")], on: later)
            let paper = replaced
            try await house.does(MeetingsHouse.otherClerk, on: later) { tx, hand in
                try ApprovePaper(paper: paper, seen: nil).perform(by: hand, in: tx)
            }
            digests = try await house.house.store.read { tx in
                try tx.rows("SELECT digest FROM meetings_paper").map { $0.text(0) }
            }
        }

        /// The path with each of its parts filled in by what could be meant.
        func paths(of route: Route) -> [String] {
            let isOfPapers = route.path.contains("papers")
            let texts = [
                "meeting": ["m"], "item": ["item"], "body": ["board"], "paper": ids,
                "id": isOfPapers ? [closed, draft] : [closed],
            ]
            var paths = [""]
            for part in route.path.split(separator: "/") {
                let choices = part.hasPrefix(":") ? texts[String(part.dropFirst())] ?? [closed] : [String(part)]
                paths = paths.flatMap { path in choices.map { "\(path)/\($0)" } }
            }
            return paths.map { $0.isEmpty ? "/" : $0 }
        }

        /// All that somebody is told, whether it is shown to them or refused.
        func said(_ route: Route, _ path: String, _ query: String, as caller: Caller) async -> String {
            guard case .route(_, let parameters) = Router([route]).find(.get, path) else { return "" }
            var request = Request(
                caller: caller, now: MeetingsHouse.now(on: PaperLeakTests.later), today: PaperLeakTests.later,
                path: path, parameters: parameters)
            do {
                request.query = try Fields(parsing: query.utf8)
                return try await text(of: try await route.answer(request, house.house).bare)
            } catch let refusal as Refusal {
                return refusal.sentences.joined()
            } catch {
                return "\(error)"
            }
        }

        private func text(of reply: Reply) async throws -> String {
            switch reply {
            case .page(let page, _): return page.title + (page.caption ?? "") + page.body.string
            case .json(let bytes, _), .csv(let bytes, _), .svg(let bytes), .file(let bytes, _, _):
                return String(decoding: bytes, as: UTF8.self)
            case .text(let text): return text
            case .download(let download):
                var bytes = Array(download.filename.utf8)
                try await download.eachPiece { bytes += $0 }
                return String(decoding: bytes, as: UTF8.self)
            default: return ""
            }
        }
    }

    static let queries = ["", "q=secretpaper", "q=draftpaper+slip", "on=2026-11-04", "on=2036-01-01&q=slip"]

    @Test("Neither a page, the API, a table, a search, a feed, a pack nor a history says a word of it to an outsider")
    func everyWay() async throws {
        let world = try await World()
        let reading = world.house.building.routes.filter { $0.method == .get }
        let hidden = Self.secrets + [world.closed, world.draft] + world.digests
        var asked = 0, shownToClerk: Set<String> = []
        for route in reading {
            for path in world.paths(of: route) {
                for (number, outsider) in ExemptTests.outsiders.enumerated() {
                    for query in number == 0 ? Self.queries : Array(Self.queries.prefix(1)) {
                        // A refused address may say itself back.
                        let said = await world.said(route, path, query, as: outsider).replacing(path, with: "")
                        for secret in hidden {
                            #expect(!said.contains(secret), "outsider \(number), \(path)?\(query): \(secret)")
                        }
                        asked += 1
                    }
                }
                for query in Self.queries.prefix(2) {
                    let said = await world.said(route, path, query, as: MeetingsHouse.clerk)
                    if said.contains("SECRETPAPER") { shownToClerk.insert(route.path) }
                }
            }
        }
        // The same questions do find it for whoever may read it: the test can fail.
        for path in [
            "/meetings/:meeting/papers", "/meetings/:meeting/pack", "/meetings/search", "/records/papers",
            "/records/papers.csv", "/api/v1/papers", "/api/v1/papers/:id", "/records/papers/:id/history",
        ] { #expect(shownToClerk.contains(path), "\(path) does not show it to the clerk") }
        #expect(asked > 1_000)
    }

    @Test("The open ones are there all the same, in their last version, whatever day is asked about")
    func open() async throws {
        let world = try await World()
        let file = try #require(
            world.house.building.routes.first { $0.path == "/meetings/:meeting/papers/:paper/file" })
        for query in ["", "on=2026-11-04", "on=2036-01-01"] {
            for (paper, word) in [(world.open, "open"), (world.replaced, "mended")] {
                let said = await world.said(file, "/meetings/m/papers/\(paper)/file", query, as: .stranger)
                #expect(said.contains("%\(word)"), "\(word) \(query): \(said.prefix(80))")
            }
        }
    }

    @Test("Whoever keeps the record may close a paper by hand, and not open one, nor change what was sent")
    func byHand() async throws {
        let world = try await World(), house = world.house
        func amend(_ paper: String, _ fields: [String: Given]) async throws {
            try await house.does(MeetingsHouse.otherClerk, on: Self.later) { tx, hand in
                try hand.amend(try hand.last(Paper.kind, paper, in: tx), fields, because: "x", in: tx)
            }
        }
        try await amend(world.open, ["access": .text("exempt")])
        #expect(try await house.file(world.open, as: .stranger, on: Self.later) == nil)
        for (paper, fields) in [
            (world.closed, ["access": .text("open")]), (world.draft, ["sent-by": .text("somebody")]),
            (world.closed, ["digest": .text(String(repeating: "0", count: 64))]),
        ] as [(String, [String: Given])] {
            await #expect(throws: Refusal.notAllowed(.sealMeetings), "\(fields)") { try await amend(paper, fields) }
        }
    }
}
