import App
import Arrangements
import Cast
import Doors
import Foundation
import Kernel
import Partners
import Records
import Store
import Testing

@testable import Meetings

/// A town with one board, five members, an attendee and an observer, and people who do its business.
struct MeetingsHouse: Sendable {
    static let clerk = Caller(name: "Ade (ade)", roles: [.clerk])
    static let otherClerk = Caller(name: "Bea (bea)", roles: [.clerk])

    let building = Building()
    let house: House

    /// A Tuesday. Meetings are on the second Tuesdays after it.
    static let today = day("2026-11-03")

    static func day(_ text: String) -> Day { Day(text) ?? Day(number: 0) }
    static func now(on day: Day) -> Date { Date(timeIntervalSince1970: Double(day.number) * 86_400 + 36_000) }

    init(on engine: Engine = .sqlite, type: String = "committee") async throws {
        let store = try await freshStore(on: engine)
        try await store.migrate(building.schemas)
        house = building.house(over: store, settings: HouseSettings(councilName: "The council"))
        let hand = hand(.keyboard, on: Self.day("2020-01-01"))
        try await store.write { tx in
            try hand.add(
                Organisation.kind, id: "council",
                ["name": .text("Council"), "sector": .text("local-authority")], in: tx)
            try hand.add(
                Organisation.kind, id: "hospital", ["name": .text("Hospital"), "sector": .text("health")], in: tx)
            for post in ["head", "nurse", "officer", "warden", "teacher", "guest"] {
                try hand.add(
                    Post.kind, id: post,
                    [
                        "name": .text(post.capitalized),
                        "organisation": .text(post == "nurse" ? "hospital" : "council"), "grade": .text("head"),
                    ], in: tx)
            }
            for body in ["board", "cabinet"] {
                try hand.add(Body.kind, id: body, ["name": .text(body.capitalized), "type": .text(type)], in: tx)
            }
            try hand.add(
                Terms.kind, id: "terms",
                ["body": .text("board"), "quorum": .text("3"), "escalates-to": .text("cabinet")], in: tx)
            for (post, role) in Self.seats {
                try hand.add(
                    Seat.kind, id: "seat-\(post)", ["body": .text("board"), "role": .text(role), "post": .text(post)],
                    in: tx)
            }
            try hand.add(Person.kind, id: "noor", ["name": .text("Noor")], in: tx)
            try hand.add(
                Appointment.kind, id: "noor-heads",
                ["post": .text("head"), "status": .text("held"), "person": .text("noor")], in: tx)
        }
    }

    static let seats = [
        ("head", "chair"), ("nurse", "member"), ("officer", "member"), ("warden", "member"), ("teacher", "attendee"),
        ("guest", "observer"),
    ]

    /// Whoever sits in the chair: a person, by the post of head.
    static let chair = Caller(
        person: "noor", name: "Noor",
        grants: [
            Grant(.member, from: Subject(kind: "body", id: "board", name: "Board"), because: "sit on Board as chair")
        ])

    func hand(_ caller: Caller = MeetingsHouse.clerk, on day: Day = MeetingsHouse.today) -> Hand {
        Hand(caller, under: house.policy, at: Self.now(on: day), on: day, registry: building.registry)
    }

    /// Does something as somebody, on a day.
    @discardableResult
    func does<Value: Sendable>(
        _ caller: Caller = MeetingsHouse.clerk, on day: Day = MeetingsHouse.today,
        _ work: @escaping @Sendable (Transaction, Hand) throws -> Value
    ) async throws -> Value {
        let hand = hand(caller, on: day)
        return try await house.store.write { tx in try work(tx, hand) }
    }

    /// What would be refused, as problems; empty when it is done.
    func problems(
        _ caller: Caller = MeetingsHouse.clerk, on day: Day = MeetingsHouse.today,
        _ work: @escaping @Sendable (Transaction, Hand) throws -> Void
    ) async throws -> [Problem] {
        do {
            try await does(caller, on: day, work)
            return []
        } catch Refusal.invalid(let problems) {
            return problems
        }
    }

    /// A page as its reader is sent it.
    func page(_ path: String, as caller: Caller, on day: Day = MeetingsHouse.today) async throws -> String {
        let halves = path.split(separator: "?", maxSplits: 1).map(String.init)
        guard case .route(let route, let parameters) = Router(building.routes).find(.get, halves[0]) else {
            throw Refusal.notFound
        }
        var request = Request(
            caller: caller, now: Self.now(on: day), today: day, path: halves[0], parameters: parameters)
        if halves.count > 1 { request.query = try Fields(parsing: halves[1].utf8) }
        switch try await route.answer(request, house) {
        case .page(let page, _): return page.title + (page.caption ?? "") + page.body.string
        case .json(let bytes, _), .csv(let bytes, _): return String(decoding: bytes, as: UTF8.self)
        default: return ""
        }
    }

    /// Sends a form, as somebody.
    func send(
        _ path: String, _ form: [(String, String)], as caller: Caller = MeetingsHouse.clerk,
        on day: Day = MeetingsHouse.today
    ) async throws -> Reply {
        guard case .route(let route, let parameters) = Router(building.routes).find(.post, path) else {
            throw Refusal.notFound
        }
        let request = Request(
            caller: caller, now: Self.now(on: day), today: day, method: .post, path: path, parameters: parameters,
            form: Fields(form))
        return try await route.answer(request, house)
    }

    // MARK: - A meeting, step by step

    static let meetingDay = day("2026-11-17")

    /// A meeting of the board on 17 November 2026 with one item for decision.
    func meeting(access: [String: Given] = [:], on day: Day = MeetingsHouse.meetingDay) async throws {
        try await does { tx, hand in
            try hand.add(
                Meeting.kind, id: "m", ["body": .text("board"), "on": .text("\(day)"), "time": .text("18:30")], in: tx)
            let fields: [String: Given] = [
                "meeting": .text("m"), "number": .text("1"), "title": .text("A children's centre"),
                "route": .text("decision"), "summary": .text("Whether to open it"),
            ]
            try hand.add(AgendaItem.kind, id: "item", fields.merging(access) { $1 }, in: tx)
        }
    }

    static let came = ["head", "nurse", "officer"]

    /// The register of the meeting, taken that day.
    func register(_ lines: [RegisterLine]) async throws {
        try await does(on: Self.meetingDay) { tx, hand in
            try TakeRegister(meeting: "m", lines: lines, isHeld: true).perform(by: hand, in: tx)
        }
    }

    static func present(_ posts: [String]) -> [RegisterLine] {
        posts.map { RegisterLine(seat: "seat-\($0)", state: "present") }
    }

    static let decision: [String: Given] = [
        "name": .text("Open the centre"), "outcome": .text("agreed"), "wording": .text("That the centre be opened."),
        "impact": .text("affects"), "impact-who": .text("Families with young children"),
        "impact-how": .text("Somewhere near to go"), "impact-said": .text("They asked for it"),
        "impact-changed": .text("It opens on Saturdays"),
    ]

    /// A ticket that two sendings of one form share.
    static func ticket(_ number: Int = 1) -> FormTicket {
        FormTicket(String(repeating: "0", count: 31) + "\(number)") ?? FormTicket(at: now(on: today))
    }

    func decide(
        _ more: [String: Given] = [:], ticket: FormTicket = MeetingsHouse.ticket(),
        by caller: Caller = MeetingsHouse.clerk
    ) async throws -> [Problem] {
        try await problems(caller, on: Self.meetingDay) { tx, hand in
            try DecideAtMeeting(
                meeting: "m", item: "item", fields: Self.decision.merging(more) { $1 }, ticket: ticket
            ).perform(by: hand, in: tx)
        }
    }

    func records(_ kind: Kind) async throws -> [Record] {
        let registry = building.registry
        return try await house.store.read { tx in try RecordShelf(tx, registry).records(of: kind).standing }
    }
}
