import Cast
import Desk
import Doors
import Foundation
import Kernel
import Ledger
import Records
import Store
import Web

/// Two made-up rooms whose kinds have a field of every type, and a desk over them.
struct DeskWorld {
    static let club = Kind(
        "club", plural: "clubs", room: "toys", title: "Club", about: "People who do something together.",
        fields: [
            Field("name", "Name", .name, required: true, "What it is called."),
            Field("motto", "Motto", .prose(max: 400), "What it says of itself."),
            Field("size", "Members", .integer(1...500), "How many belong to it."),
            Field("open", "Open to all", .flag, "Whether anyone may join."),
            Field("founded", "Founded", .day, "The day it was founded."),
            Field(
                "type", "Type", .choice([Choice("sport", "Sport"), Choice("song", "Song")]), required: true,
                "What it does."),
            Field(
                "ages", "Ages", .choices([Choice("young", "The young"), Choice("old", "The old")]), "For whom it is."),
            Field("parent", "Part of", .reference(["club"]), "The club it belongs to."),
            Field("friends", "Friends", .references(["club"], max: 5), "Clubs it works with."),
        ])

    static let badge = Kind(
        "badge", plural: "badges-of-office", room: "vault", title: "Badge", about: "Something worn.",
        fields: [
            Field("club", "Club", .reference(["club"]), required: true, "Whose it is."),
            Field("on", "Worn on", .day, "When it is worn."),
            Field("colour", "Colour", .text(max: 20), alsoName: true, "Its colour."),
        ],
        naming: { record, name in "Badge of " + (record.text("club").flatMap(name) ?? "a club") })

    static let oneColour = Invariant(of: "badge", rule: "No two badges of one colour at once") { record, shelf in
        guard let colour = record.text("colour") else { return [] }
        let others = try shelf.records(of: badge, where: "colour", is: colour)
        return others.contains { $0.id != record.id && $0.period.overlaps(record.period) }
            ? [Problem("colour", "Another badge is \(colour)")] : []
    }

    static let registry = Registry([club, badge], invariants: [oneColour])

    static let usualVisitors: Set<Role> = [.administrator, .clerk, .member]
    static let modules = modules(openTo: usualVisitors)

    /// - Parameter visitors: who may see the clubs.
    private static func modules(openTo visitors: Set<Role>) -> [Module] {
        [room("toys", [club], openTo: visitors), room("vault", [badge], openTo: [.administrator])] + [
            .desk(
                registry, pageOf: { $0.kind == "club" && $0.id == "choir" ? "/clubs/choir" : nil },
                documentName: { $0 == "D1" ? "The first document" : nil })
        ]
    }

    private static func room(_ name: String, _ kinds: [Kind], openTo visitors: Set<Role>) -> Module {
        let tables = kinds.map { RecordStore.expectedTable(for: $0) }.joined(separator: "\n")
        let mayChange: Set<Role> = name == "vault" ? [.administrator] : [.administrator, .clerk]
        return Module(
            name: name, title: name,
            schema: Schema(room: name, migrations: [Migration("0001-\(name)", Array(tables.utf8))]),
            kinds: kinds, invariants: name == "vault" ? [oneColour] : [],
            policy: Policy([
                Action(name + ".see"): visitors,
                Action(name + ".change"): mayChange,
            ]))
    }

    let house: House
    let router: Router
    let today: Day

    static let noon = Date(timeIntervalSince1970: 1_267_444_800)  // 1 March 2010, 12:00
    static let clerk = Caller(name: "clerk", roles: [.clerk])
    static let member = Caller(name: "member", roles: [.member])

    init(on engine: Engine = .sqlite, openTo visitors: Set<Role> = usualVisitors) async throws {
        let store = try await freshStore(on: engine), modules = Self.modules(openTo: visitors)
        try await store.migrate([Ledger.schema, RecordStore.schema] + modules.map(\.schema))
        house = House(store: store, modules: modules)
        router = Router(modules.flatMap(\.routes))
        today = Day(inEnglandAt: Self.noon)
    }

    // MARK: Over HTTP

    /// Asks as a browser would: `ask("/records/clubs?q=a")`, or with a form to send one.
    func ask(
        _ address: String, _ form: [(String, String)]? = nil, by caller: Caller = .keyboard, after hours: Double = 0
    ) async throws -> Reply {
        try await send(form == nil ? .get : .post, address, by: caller, after: hours) { $0.form = Fields(form ?? []) }
    }

    /// Asks as a program would.
    func api(_ method: Doors.Method, _ address: String, _ body: String = "", by caller: Caller = .keyboard) async -> (
        status: Int, text: String
    ) {
        do {
            let reply = try await send(method, "/api/v1/" + address, by: caller, after: 0) {
                $0.body = Array(body.utf8)
            }
            guard case .json(let bytes, let status) = reply else { return (0, "\(reply)") }
            return (status, String(decoding: bytes, as: UTF8.self))
        } catch {
            guard let trouble = Trouble(error) else { return (500, "\(error)") }
            return (trouble.status, String(decoding: trouble.json, as: UTF8.self))
        }
    }

    private func send(
        _ method: Doors.Method, _ address: String, by caller: Caller, after hours: Double,
        _ fill: (inout Request) -> Void
    ) async throws -> Reply {
        let halves = address.split(separator: "?", maxSplits: 1).map(String.init)
        guard case .route(let route, let parameters) = router.find(method, halves[0]) else { throw Refusal.notFound }
        let now = Self.noon.addingTimeInterval(hours * 3_600)
        var request = Request(
            caller: caller, now: now, today: Day(inEnglandAt: now), method: method, path: halves[0],
            parameters: parameters,
            query: halves.count > 1 ? try Fields(parsing: halves[1].utf8) : Fields())
        fill(&request)
        return try await route.answer(request, house)
    }

    /// The page that is answered, as its markup.
    func page(_ address: String, _ form: [(String, String)]? = nil, by caller: Caller = .keyboard) async throws -> (
        status: Int, html: String
    ) {
        guard case .page(let page, let status) = try await ask(address, form, by: caller) else { return (0, "") }
        let rendered = page.render(in: Layout(councilName: "Council", token: "T"))
        return (status, String(decoding: rendered, as: UTF8.self))
    }

    // MARK: At the terminal

    func run(_ line: String..., by caller: Caller = .keyboard) async throws -> VerbOutput {
        try await run(line, by: caller)
    }

    private func run(_ line: [String], by caller: Caller) async throws -> VerbOutput {
        let verbs = Self.modules.flatMap(\.verbs)
        let verb = verbs.filter { line.starts(with: $0.name.split(separator: " ").map(String.init)) }.max {
            $0.name.count < $1.name.count
        }
        guard let verb else { throw Refusal.notFound }
        let rest = Array(line.dropFirst(verb.name.split(separator: " ").count))
        return try await verb.run(rest, caller: caller, now: Self.noon, house: house)
    }

    /// What is refused, in its sentences; none when it is done.
    func refusal(_ line: [String], by caller: Caller = .keyboard) async -> [String] {
        do {
            _ = try await run(line, by: caller)
            return []
        } catch {
            return (error as? Refusal)?.sentences ?? ["\(error)"]
        }
    }

    // MARK: What is there to begin with

    /// A choir since 2006 that is part of nothing, and its friend.
    func withClubs() async throws -> DeskWorld {
        _ = try await run(
            "record", "add", "club", "--id", "choir", "--set", "name=The Choir", "--set", "type=song", "--from",
            "2006-12-07", "--source", "D1 2.1")
        _ = try await run(
            "record", "add", "club", "--id", "chess", "--set", "name=Chess & Co <b>", "--set", "type=sport", "--set",
            "friends=choir",
            "--as-at", "2009-01-01")
        return self
    }
}
