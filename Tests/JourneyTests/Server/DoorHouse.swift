import Doors
import Foundation
import Kernel
import Store
import Synchronization
import Web

@testable import Server

/// A house with one small room, whose routes do whatever a front door must cope with.
final class DoorHouse: Sendable {
    static let open = Action("door.open"), see = Action("door.see"), change = Action("door.change"),
        never = Action("door.never")
    /// 5 March 2026, at noon.
    static let now = Date(timeIntervalSince1970: 1_772_712_000)

    let module: Module
    let house: House
    let lines = Mutex("")
    /// One for each time that `/slow` is under way.
    let arrivals: AsyncStream<Void>
    private let version: Versions

    /// What the records are at.
    final class Versions: Sendable {
        let now = Mutex("1")
        let reads = Atomic<Int>(0)
    }

    init() throws {
        let version = Versions()
        self.version = version
        let arriving: AsyncStream<Void>.Continuation
        (arrivals, arriving) = AsyncStream.makeStream()
        module = Module(
            name: "door", title: "Door", schema: Schema(room: "door", migrations: []),
            policy: Policy([
                Self.open: [.anyone], Self.see: [.administrator], Self.change: [.administrator], Self.never: [],
            ]),
            routes: Self.routes + [Self.slow(arriving)])
        house = House(
            store: try Store.open(.memory),
            settings: HouseSettings(
                councilName: "Leeds City Council", opensOn: Day(2009, 12, 31),
                navigation: [Link("Bodies", "/bodies"), Link("Posts", "/posts")], footer: [Link("About", "/about")]),
            modules: [module],
            version: {
                version.reads.wrappingAdd(1, ordering: .relaxed)
                return version.now.withLock { $0 }
            },
            notices: { request in request.on == Day(2009, 12, 31) ? [] : ["Facts carried forward from 1 March 2010"] })
    }

    /// As if a command had been done.
    func move(to version: String) { self.version.now.withLock { $0 = version } }
    var versionReads: Int { version.reads.load(ordering: .relaxed) }
    var log: String { lines.withLock { $0 } }

    func settings(_ change: (inout ServerSettings) -> Void = { _ in }) -> ServerSettings {
        var settings = ServerSettings(
            port: 0, secret: Array("a secret".utf8), clock: { Self.now },
            accessLog: AccessLog { [self] data in lines.withLock { $0 += String(decoding: data, as: UTF8.self) } })
        change(&settings)
        return settings
    }

    private static func slow(_ arriving: AsyncStream<Void>.Continuation) -> Route {
        Route(.get, "/slow", needs: see, summary: "Takes its time.") { request, _ in
            arriving.yield()
            try await Task.sleep(for: .milliseconds(Int(request.query.first("ms") ?? "") ?? 5_000))
            return .text("done")
        }
    }

    static let routes: [Route] = [
        Route(.get, "/", needs: see, summary: "Home.") { _, _ in .page(Page(title: "Home", body: "<p>Hello</p>")) },
        Route(.get, "/open", needs: open, summary: "Made anew each time.") { _, _ in
            .page(Page(title: "Open", body: "<p>\(UUID().uuidString)</p>"))
        },
        Route(.get, "/open/form", needs: open, summary: "A question to anyone.") { _, _ in .page(question()) },
        Route(.get, "/bodies", needs: see, summary: "A page of 100 rows.") { request, _ in
            .page(Page(title: "Bodies", body: table(rows: 100, link: request.link("/bodies/1"))))
        },
        Route(.get, "/bodies/:body", needs: see, summary: "One body.") { request, _ in
            .text("\(request.parameters["body"] ?? "") on \(request.on)")
        },
        Route(.get, "/add", needs: see, summary: "A question.") { _, _ in .page(question()) },
        Route(.post, "/add", needs: change, summary: "Its answer.") { request, _ in
            guard let name = request.form.text("name") else {
                return .page(question([Problem("name", "Enter a name")]))
            }
            return .see("/bodies/\(name.lowercased())")
        },
        Route(.post, "/upload", needs: change, summary: "A file.", body: .upload) { request, _ in
            .text(request.uploads.map { "\($0.filename): \($0.content.count)" }.joined(separator: ", "))
        },
        Route(.get, "/from", needs: see, summary: "Who asks.") { request, _ in .text(request.coming.address ?? "") },
        Route(.get, "/astray", needs: see, summary: "Leads to another site.") { _, _ in .see("//evil.example/") },
        Route(.get, "/broken", needs: see, summary: "Breaks.") { _, _ in throw Broken(secret: "a child's name") },
        Route(.get, "/busy", needs: see, summary: "Has no store.") { _, _ in
            throw Refusal.unavailable("The database is away")
        },
        Route(.get, "/passing", needs: see, summary: "Holds for this moment only.") { _, _ in
            var page = Page(title: "Passing", body: "")
            page.passing = "What is found here is from before the last change"
            return .page(page)
        },
        Route(.get, "/never", needs: never, summary: "Nobody may.") { _, _ in .empty },
        Route(.get, "/findings.csv", needs: see, summary: "A table.") { _, _ in
            .csv(csv(["a"], [["=1"]]), filename: "find\"ings\r\n.csv")
        },
        Route(.get, "/api/v1/things", needs: see, summary: "Things.") { _, _ in .json(Array("[]".utf8)) },
        Route(.put, "/api/v1/things/:thing", needs: change, summary: "Changes a thing.") { request, _ in
            let body = try request.json([String: Int].self)
            return .json(Array("\(body.count)".utf8))
        },
        Route(.delete, "/api/v1/things/:thing", needs: change, summary: "Ends a thing.") { _, _ in .empty },
    ]

    private struct Broken: Error { let secret: String }

    static func question(_ problems: [Problem] = []) -> Page {
        Page(
            title: "Add a body", problems: problems, breadcrumbs: [Link("Bodies", "/bodies")],
            body: GovUK.form("/add", GovUK.textInput("name", label: "Name", problems: problems) + GovUK.button("Save")))
    }

    static func table(rows: Int, link: String) -> HTML {
        let columns: [Column<Int>] = [
            Column("Body") { "<a class=\"govuk-link\" href=\"\(link)\">Area partnership number \($0)</a>" },
            .text("Chair") { "Post number \($0)" }, .text("Kind") { _ in "Partnership" },
            Column("State") { $0.isMultiple(of: 3) ? GovUK.tag("Vacant", .red) : GovUK.tag("Held", .green) },
            .number("Seats") { $0 % 40 },
        ]
        return GovUK.table(caption: "Bodies", columns, 1...rows)
    }
}
