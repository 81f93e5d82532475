import Arrangements
import Cast
import Kernel
import Records
import Store
import Testing
import Workflows

@testable import Meetings

/// Who came over time, and what the check makes of it.
@Suite("Attendance over time")
struct AttendanceTests {
    /// Meetings on the first of each month of 2026, with who came to each.
    static func over(_ came: [[String]], leavingOut: Set<String> = []) -> AttendanceOverTime {
        let seats = MeetingsHouse.seats.map { post, role in
            Seat(
                record(
                    Seat.kind, "seat-\(post)", from: MeetingsHouse.day("2025-01-01"),
                    ["body": "board", "role": .text(role)]))
        }
        let meetings = came.indices.map { month in
            Meeting(
                record(
                    Meeting.kind, "m\(month)",
                    ["body": "board", "on": .day(Day(2026, month + 1, 1) ?? .init(number: 0))]))
        }
        let entries = came.enumerated().flatMap { month, posts in
            MeetingsHouse.seats.map { post, role in
                record(
                    RegisterEntry.kind, "e\(month)-\(post)",
                    [
                        "meeting": .text("m\(month)"), "seat": .text("seat-\(post)"), "role": .text(role),
                        "organisation": .text(post == "nurse" ? "hospital" : "council"),
                        "state": .text(posts.contains(post) ? "present" : "absent"),
                    ])
            }
        }
        let registers = BodyRegisters(
            meetings: meetings, entries: entries.filter { !leavingOut.contains($0.text("seat") ?? "") }, seats: seats)
        return AttendanceOverTime(registers, until: MeetingsHouse.day("2026-12-31"))
    }

    @Test func membersCountAndOthersDoNot() {
        let attendance = Self.over([["head", "nurse", "teacher", "guest"], ["head", "nurse", "officer", "warden"]])
        #expect(attendance.sittings.map(\.percent) == [50, 100])
        #expect(
            attendance.shares(by: .seat).map(\.key).sorted() == [
                "seat-head", "seat-nurse", "seat-officer", "seat-warden",
            ])
    }

    @Test("two of four members on a register are not two of two: it is not counted, and said to be left out")
    func partialRegisters() {
        let attendance = Self.over([["head", "nurse"]], leavingOut: ["seat-officer", "seat-warden"])
        #expect(attendance.isEmpty && attendance.partial == 1 && attendance.shares(by: .seat).isEmpty)
        #expect(Self.over([["head", "nurse"]], leavingOut: ["seat-guest"]).sittings.map(\.percent) == [50])
    }

    @Test func sharesAreByOrganisationToo() {
        let attendance = Self.over([["head"], ["head", "nurse"], ["head"]])
        let shares = Dictionary(uniqueKeysWithValues: attendance.shares(by: .organisation).map { ($0.key, $0) })
        #expect(shares["hospital"]?.percent == 33 && shares["hospital"]?.lastCame == Day(2026, 2, 1))
        #expect(shares["council"]?.places == 9 && shares["council"]?.there == 3)
    }

    @Test("regularly is at least every second time, told from three meetings on")
    func regularly() {
        #expect(Self.over([["head"], ["head"]]).regularPercent == nil)
        #expect(Self.over([["head", "nurse"], ["head"], ["head", "nurse"]]).regularPercent == 50)
    }

    @Test(
        "getting better or worse is told from six meetings on",
        arguments: [([4, 4, 4, 2, 1, 1], "worse"), ([1, 1, 2, 2, 4, 4], "better"), ([3, 3, 3, 3, 3, 3], "steady")])
    func trend(numbers: [Int], expected: String) {
        let posts = ["head", "nurse", "officer", "warden"]
        #expect(Self.over(numbers.map { Array(posts.prefix($0)) }).trend == expected)
    }

    // MARK: - The check

    /// A book of the board's, with registers.
    static func book(_ came: [[String]], paper: [Record] = []) -> Book {
        let days = came.indices.compactMap { Day(2026, $0 + 1, 1) }
        let meetings = zip(came.indices, days).map { month, day in
            record(Meeting.kind, "m\(month)", from: day, ["body": "board", "on": .day(day), "status": "held"])
        }
        let entries = zip(came.indices, days).flatMap { month, day in
            MeetingsHouse.seats.map { post, role in
                record(
                    RegisterEntry.kind, "e\(month)-\(post)", from: day,
                    [
                        "meeting": .text("m\(month)"), "seat": .text("seat-\(post)"), "role": .text(role),
                        "organisation": .text(post == "nurse" ? "hospital" : "council"),
                        "state": .text(came[month].contains(post) ? "present" : "absent"),
                    ])
            }
        }
        let body = record(Body.kind, "board", ["name": "Board", "type": "board", "of-trust": true])
        let all = (meetings + entries + paper + [body]).sorted { ($0.kind.name, $0.id) < ($1.kind.name, $1.id) }
        return Book(all)
    }

    static func codes(_ book: Book, on day: String) -> [String: Severity] {
        let on = MeetingsHouse.day(day), laid = RegisterEvidence.laid(over: book, on: on)
        let findings = FindingsReport(checking: Trust(laid, on: on), state: "test").findings
            .filter { ["F11", "F12"].contains($0.code) }
        return Dictionary(
            findings.map { ("\($0.code) \($0.subject.id)", $0.severity) }, uniquingKeysWith: { one, _ in one })
    }

    @Test("F11 reads registers: under 60% is an error, and what was enough is none")
    func f11() {
        #expect(Self.codes(Self.book([["head"]]), on: "2026-01-31")["F11 board"] == .error)
        #expect(Self.codes(Self.book([["head", "nurse", "officer"]]), on: "2026-01-31")["F11 board"] == nil)
        // The latest register decides, over an earlier one and an earlier paper.
        let paper = record(
            Attendance.kind, "said", from: Day(2025, 6, 1),
            ["body": "board", "measure": "meeting", "percent": 29, "comparator": "under", "meeting": "2025-06-01"])
        let book = Self.book([["head"], ["head", "nurse", "officer"]], paper: [paper])
        #expect(Self.codes(book, on: "2026-02-28")["F11 board"] == nil)
        #expect(Self.codes(book, on: "2025-12-31")["F11 board"] == .error, "before the registers the paper speaks")
    }

    @Test("F12 reads registers: who has not come for more than twelve months")
    func f12() {
        let book = Self.book([["head", "nurse"], ["head"], ["head"]])
        #expect(Self.codes(book, on: "2027-01-31")["F12 hospital"] == nil)
        #expect(Self.codes(book, on: "2027-02-01")["F12 hospital"] == .warning)
    }

    @Test("without a register nothing is added")
    func silence() {
        let book = Self.book([])
        #expect(RegisterEvidence.laid(over: book, on: MeetingsHouse.today).count == book.count)
        #expect(Self.codes(book, on: "2026-01-31")["F11 board"] == .cannotTell)
    }

    @Test("the page shows it, with its table", arguments: Engine.allForTests)
    func page(engine: Engine) async throws {
        let house = try await MeetingsHouse(on: engine)
        try await house.meeting()
        try await house.register(
            MeetingsHouse.present(["head", "officer"])
                + ["nurse", "warden"].map { RegisterLine(seat: "seat-\($0)", state: "apologies") })
        let page = try await house.page("/bodies/board/attendance", as: .stranger, on: MeetingsHouse.meetingDay)
        #expect(page.contains("<svg") && page.contains("50%") && page.contains("Hospital") && page.contains("Never"))
    }
}
