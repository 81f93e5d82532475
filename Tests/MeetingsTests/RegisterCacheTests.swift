import Arrangements
import Cast
import Kernel
import Partners
import Records
import Store
import Testing

@testable import Meetings

/// Registers that are kept between two questions say what reading every line anew says.
@Suite("Registers that are kept")
struct RegisterCacheTests {
    private let cache = RegisterCache()
    private static let days = ["2026-11-16", "2026-11-17", "2026-12-31", "2027-12-31"].map(MeetingsHouse.day)

    private struct Told: Equatable {
        let sittings: [AttendanceOverTime.Sitting]
        let partial: Int
        let shares: [[AttendanceOverTime.Share]]

        init(_ registers: BodyRegisters, until day: Day) {
            let attendance = AttendanceOverTime(registers, until: day)
            (sittings, partial) = (attendance.sittings, attendance.partial)
            shares = AttendanceOverTime.Grouping.allCases.map(attendance.shares)
        }
    }

    /// From the cache, and from the records.
    private func told(_ house: MeetingsHouse) async throws -> (kept: [Told], read: [Told]) {
        let registry = house.building.registry, cache = cache
        return try await house.house.store.read { tx in
            let shelf = RecordShelf(tx, registry), reading = DayBook(shelf, on: MeetingsHouse.today)
            let kept = try cache.registers(of: "board", in: reading, tx)
            let read = BodyRegisters(
                meetings: try shelf.nouns(Meeting.self, where: "body", is: "board"),
                entries: try shelf.records(of: RegisterEntry.kind).standing,
                seats: try shelf.records(of: Seat.kind, where: "body", is: "board").map(Seat.init))
            return (Self.days.map { Told(kept, until: $0) }, Self.days.map { Told(read, until: $0) })
        }
    }

    @Test(
        "They follow what is written down: lines, corrections, seats, and meetings that are cancelled",
        arguments: Engine.allForTests)
    func follow(engine: Engine) async throws {
        let house = try await MeetingsHouse(on: engine)
        var earlier: [Told] = []
        func step(_ what: String, changes: Bool = true, _ change: () async throws -> Void) async throws {
            try await change()
            let (kept, read) = try await told(house)
            #expect(kept == read, "\(what)")
            #expect((kept != earlier) == changes, "\(what)")
            earlier = kept
        }
        try await step("nothing yet") {}
        try await step("a meeting", changes: false) { try await house.meeting() }
        try await step("its register, that leaves out the warden") {
            try await house.register(MeetingsHouse.present(["head", "nurse", "officer"]))
        }
        try await step("the warden's line") {
            try await house.register(
                MeetingsHouse.present(["head", "nurse", "officer", "guest"])
                    + [RegisterLine(seat: "seat-warden", state: "absent")])
        }
        try await step("a correction") {
            try await house.register(
                MeetingsHouse.present(["head", "nurse", "officer", "guest"])
                    + [RegisterLine(seat: "seat-warden", state: "substitute", substitute: "Somebody")])
        }
        try await step("what is of no register", changes: false) {
            try await house.does { tx, hand in
                try hand.add(
                    Organisation.kind, id: "school", ["name": .text("School"), "sector": .text("education")], in: tx)
            }
        }
        try await step("one more member that day, of whom the register says nothing") {
            try await house.does { tx, hand in
                try hand.add(
                    Seat.kind, id: "seat-school",
                    ["body": .text("board"), "role": .text("member"), "organisation": .text("school")], in: tx)
            }
        }
        #expect(earlier.last?.partial == 1 && earlier.last?.sittings.isEmpty == true)
    }
}
