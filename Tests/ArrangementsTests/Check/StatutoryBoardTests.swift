import Arrangements
import Cast
import Kernel
import Partners
import Records
import Testing

/// L07 to L10: the Children's Trust Board, once there is one. L11 to L15 and L23 to L25: the safeguarding board.
@Suite("Statutory boards")
struct StatutoryBoardTests {
    /// A trust board on which everybody has a seat, and its size, so that the list is known to be whole.
    static let covered = [
        Town.council, Town.police, Town.charity, Town.leadMember, Town.director, Town.trustBoard,
        Town.seat("authority", "ctb", "chair", ["post": "lead"]),
        Town.seat("force", "ctb", "member", ["organisation": "police"]),
        record(Size.kind, "ctb-size", ["body": "ctb", "members": 2]),
    ]
    static let protected = [
        Town.council, Town.police, Town.chair, Town.safeguarding,
        Town.seat("independent", "lscb", "chair", ["post": "chair", "independent": true, "seniority": "chair"]),
        Town.seat("authority", "lscb", "member", ["organisation": "council", "seniority": "director"]),
        Town.seat("force", "lscb", "member", ["organisation": "police", "seniority": "chief-officer"]),
        Town.seat("lay", "lscb", "member", ["lay": true, "number": 2]),
        Town.seat("schools", "lscb", "member", ["sector": "education", "seniority": "head"]),
        record(Size.kind, "lscb-size", ["body": "lscb", "members": 6]),
    ]

    @Test(
        "F25 is met by a board, whoever sits on it; CTB-02 and CTB-05 by coverage",
        arguments: ["F25", "L07", "L08", "L10"])
    func met(code: String) { #expect(Book(Self.covered).findings(code).isEmpty) }

    @Test(
        "CTB-02: a partner with no seat, when the list is whole, when it may not be, and when it is said to be lacking")
    func uncovered() throws {
        let whole = Book(Self.covered).without("force", "ctb-size").with([
            record(Size.kind, "ctb-size", ["body": "ctb", "members": 1])
        ])
        #expect(whole.findings("L07").map(\.severity) == [.error])
        #expect(try #require(whole.findings("L07").first).message.contains("Town Police"))
        #expect(Book(Self.covered).without("force", "ctb-size").findings("L07").map(\.severity) == [.cannotTell])
        #expect(
            Book(Self.covered).saying("force", ["standing": "lacking"], .absence).findings("L07").map(\.severity) == [
                .error
            ])
    }

    @Test("CTB-05: one member may represent several; an attendee represents nobody (0.4 no. 6)")
    func represents() {
        let shared = Book(Self.covered).saying("force", ["organisation": "charity", "represents": ["police"]])
        #expect(shared.findings("L07").isEmpty)
        #expect(Book(Self.covered).saying("force", ["role": "attendee"]).findings("L07").count == 1)
    }

    @Test("CTB-02: the authority itself is represented")
    func authority() {
        let without = Book(Self.covered).saying(
            "authority", ["post": .none, "organisation": "charity", "represents": ["police"]])
        #expect(without.findings("L07").map(\.severity) == [.error])
    }

    @Test(
        "CA10-05: a school needs a seat from 12 January 2010; one for any of them covers all",
        arguments: [("2010-04-01", true), ("2010-04-01", false)])
    func schools(day: String, hasSeat: Bool) {
        let schools = ["north", "south"].map {
            record(
                Organisation.kind, $0,
                [
                    "name": .text("\($0) School"), "sector": "education", "type": "schools",
                    "relevant-partner": ["maintained-schools"],
                ])
        }
        let seat = hasSeat ? [Town.seat("heads", "ctb", "member", ["organisation": "north"])] : []
        let size = record(Size.kind, "ctb-size", ["body": "ctb", "members": hasSeat ? 3 : 2])
        #expect(
            Book(Self.covered.dropLast() + schools + seat + [size]).findings("L07", on: .of(day)).isEmpty == hasSeat)
    }

    @Test(
        "CTB-03: others are added after consulting the partners",
        arguments: [
            (nil as String?, [Severity.cannotTell]), ("2010-03-31", []), ("2010-04-01", []), ("2010-04-02", [.warning]),
        ])
    func consulted(day: String?, found: [Severity]) {
        let seat = record(
            Seat.kind, "extra", from: .of("2010-04-01"),
            [
                "body": "ctb", "role": "member", "organisation": "charity",
                "consulted": day.map { .day(.of($0)) } ?? .none,
            ])
        #expect(Book(Self.covered + [seat]).findings("L08", on: .of("2010-04-05")).map(\.severity) == found)
    }

    @Test(
        "CTB-09 and LSCB-04: the authority appoints the chair",
        arguments: [
            ("L09", "ctb", nil as String?, [Severity.cannotTell]), ("L09", "ctb", "council", []),
            ("L09", "ctb", "police", [.error]),
            ("L13", "lscb", nil, [.cannotTell]), ("L13", "lscb", "council", []), ("L13", "lscb", "police", [.error]),
        ])
    func appoints(code: String, board: String, by: String?, found: [Severity]) {
        let book = Book(code == "L09" ? Self.covered : Self.protected)
            .saying(board, ["appointed-chair-by": by.map { .text($0) } ?? .none, "chair-consulted": true])
        #expect(book.findings(code).map(\.severity) == found)
    }

    @Test(
        "LSCB-04: after consulting the Board partners",
        arguments: [(true as Bool?, [Severity]()), (false, [.error]), (nil, [.cannotTell])])
    func chairConsulted(isConsulted: Bool?, found: [Severity]) {
        let book = Book(Self.protected).saying(
            "lscb", ["appointed-chair-by": "council", "chair-consulted": isConsulted.map { .flag($0) } ?? .none])
        #expect(book.findings("L13").map(\.severity) == found)
    }

    @Test("8.3: where the papers and the regulations differ on the chair, both are shown")
    func contradiction() throws {
        let findings = try Leeds.findings(Leeds.y2006, on: .of("2006-12-07")).filter { $0.code == "L13" }
        let finding = try #require(findings.first)
        #expect(
            finding.sources.contains(Citation("P06", "3.10"))
                && finding.sources.contains(Citation("SI2006/90", "reg 4")))
        #expect(finding.message.contains("The sources differ"))
    }

    @Test("CTB-10: one post does not chair both boards", arguments: [("chair", 1), ("lead", 0)])
    func chairsApart(post: String, count: Int) {
        let book = Book(
            Self.protected.filter { $0.id != "authority" }
                + Self.covered.filter { !["council", "police", "force"].contains($0.id) }
        )
        .saying("authority", ["post": .text(post)])
        #expect(book.findings("L10").map(\.severity) == Array(repeating: .error, count: count))
    }

    @Test(
        "LSCB-02, LSCB-03, LSCB-05, LSCB-12: a board with everybody on it",
        arguments: ["L11", "L12", "L14", "L15", "L24", "L25"])
    func protectedBoard(code: String) { #expect(Book(Self.protected).findings(code).isEmpty) }

    @Test("LSCB-03: a Board partner without a seat", arguments: [(true, Severity.error), (false, .cannotTell)])
    func boardPartner(isWhole: Bool, severity: Severity) {
        var book = Book(Self.protected).without("force", "lscb-size")
        if isWhole { book = book.with([record(Size.kind, "lscb-size", ["body": "lscb", "members": 5])]) }
        #expect(book.findings("L12").map(\.severity) == [severity])
    }

    @Test(
        "LSCB-05: two lay members from 1 April 2010",
        arguments: [
            ("2010-03-31", 1, [Severity]()), ("2010-04-01", 2, []), ("2010-04-01", 1, [.error]),
            ("2010-04-01", 0, [.error]),
        ])
    func layMembers(day: String, number: Int, found: [Severity]) {
        let lay: [String: Value] = number == 0 ? ["lay": false, "number": 2] : ["number": .integer(number)]
        let book = Book(Self.protected).saying("lay", lay).saying(
            "lscb-size", ["members": .integer(4 + max(number, 1))])
        #expect(book.findings("L14", on: .of(day)).map(\.severity) == found)
    }

    @Test("LSCB-05: schools are heard from 1 April 2010", arguments: [("2010-03-31", 0), ("2010-04-01", 1)])
    func schoolsHeard(day: String, count: Int) {
        #expect(
            Book(Self.protected).saying("schools", ["sector": "health"]).findings("L24", on: .of(day)).count == count)
    }

    @Test(
        "LSCB-12: members below head of service; nobody's seniority held",
        arguments: [("manager" as String?, Severity.warning as Severity?), ("head", nil), (nil, .cannotTell)])
    func seniority(grade: String?, severity: Severity?) {
        let value = grade.map { Value.text($0) } ?? .none
        let book = Book(Self.protected).saying("authority", ["seniority": value]).saying("force", ["seniority": value])
        #expect(book.findings("L15").map(\.severity) == [severity].compactMap { $0 })
    }

    @Test(
        "LSCB-04: an independent chair, from the guidance of 2010",
        arguments: [(true as Bool?, [Severity]()), (false, [.warning]), (nil, [.cannotTell])])
    func independent(isIndependent: Bool?, found: [Severity]) {
        let book = Book(Self.protected).saying("independent", ["independent": isIndependent.map { .flag($0) } ?? .none])
        #expect(book.findings("L25").map(\.severity) == found)
    }

    @Test(
        "LSCB-09, CTB-10: the safeguarding board reports to the trust board",
        arguments: [
            (nil as String?, [Severity.cannotTell]), ("holds", []), ("unclear", [.warning]), ("lacking", [.warning]),
        ])
    func annualReport(standing: String?, found: [Severity]) {
        let line =
            standing.map {
                [record(ReportingLine.kind, "line", ["from-body": "lscb", "to": "ctb", "standing": .text($0)])]
            } ?? []
        #expect(Book(Self.protected + [Town.trustBoard] + line).findings("L23").map(\.severity) == found)
    }

    @Test(
        "LSCB-11, F20: the safeguarding chair attends a commissioning board, and is no member of it",
        arguments: [("member", 1), ("attendee", 0)])
    func attendee(role: String, count: Int) {
        let commissioning = [
            Town.board, record(Function.kind, "buying", ["name": "Commissioning"]),
            record(Remit.kind, "remit", ["body": "board", "function": "buying", "role": "commissions"]),
            Town.seat("guest", "board", role, ["post": "chair"]),
        ]
        let found = Book(Self.protected + commissioning).findings("F20")
        #expect(found.count == count && found.allSatisfy { $0.basis == .derived && $0.subject.id == "chair" })
    }
}
