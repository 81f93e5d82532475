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
import Web

@testable import Meetings

/// A town with one board, five members, an attendee and an observer, and people who do its business.
struct MeetingsHouse: RoomHouse {
    static let clerk = Caller(name: "Ade (ade)", roles: [.clerk])
    static let otherClerk = Caller(name: "Bea (bea)", roles: [.clerk])

    let building = Building()
    let house: House

    /// A Tuesday. Meetings are on the second Tuesdays after it.
    static let today = day("2026-11-03")
    static let usual = clerk

    init(on engine: Engine = .sqlite, type: String = "committee") async throws {
        let store = try await freshStore(on: engine)
        try await store.migrate(building.schemas)
        house = building.house(over: store, settings: HouseSettings(councilName: "The council"))
        let hand = hand(.keyboard, on: Self.day("2020-01-01"))
        try await store.write { tx in
            try hand.add(
                Organisation.kind, id: "council",
                ["name": .text("Council"), "sector": .text("local-authority"), "type": .text("council")], in: tx)
            try hand.add(
                Organisation.kind, id: "hospital",
                ["name": .text("Hospital"), "sector": .text("health"), "type": .text("nhs-trust")], in: tx)
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
