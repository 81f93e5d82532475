import Arrangements
import Cast
import Kernel
import Partners
import Places
import Records
import Testing

/// What is held of a part only decides nothing about the whole.
@Suite("What is partly known")
struct PartlyKnownTests {
    private static func organisation(_ id: String, _ fields: [String: Value]) -> Record {
        record(Organisation.kind, id, fields.merging(["name": .text(id.capitalized), "sector": "education"]) { $1 })
    }
    private static let university = organisation("university", ["type": "other"])
    private static let college = organisation(
        "college", ["type": "college", "relevant-partner": ["further-education"]])
    private static let school = organisation("school", ["type": "schools", "relevant-partner": ["maintained-schools"]])

    @Test(
        "CTB-02: schools and colleges are covered category by category; a university speaks for neither",
        arguments: [
            ("university", ["College", "School"].count), ("college", 1), ("school", 1), (nil as String?, 0),
        ])
    func categories(organisation: String?, missing: Int) {
        let seat = Town.seat(
            "seat", "ctb", "member", organisation.map { ["organisation": .text($0)] } ?? ["sector": "education"])
        let size = record(Size.kind, "ctb-size", ["body": "ctb", "members": 3])
        let found = Book(
            StatutoryBoardTests.covered.dropLast() + [Self.university, Self.college, Self.school, seat, size]
        ).findings("L07")
        #expect(found.map(\.severity) == (missing == 0 ? [] : [.error]))
        let labels = ["Governing bodies of maintained schools", "Governing bodies of further-education institutions"]
        #expect(labels.count { label in found.contains { $0.message.contains(label) } } == missing)
    }

    @Test(
        "LSCB-05: who speaks for education may speak for schools or not",
        arguments: [("university", [Severity.cannotTell]), ("school", []), ("police", [.error])])
    func schools(organisation: String, found: [Severity]) {
        let book = Book(StatutoryBoardTests.protected + [Self.university, Self.school])
            .saying("schools", ["sector": .none, "organisation": .text(organisation)])
        #expect(book.findings("L24").map(\.severity) == found)
    }

    @Test("LSCB-03: an independent chair does not speak for the authority whose post it is", arguments: [true, false])
    func independent(isIndependent: Bool) {
        let book = Book(StatutoryBoardTests.protected).without("authority")
            .saying("independent", ["independent": .flag(isIndependent)]).saying("lscb-size", ["members": 5])
        #expect(book.findings("L12").contains { $0.message.contains("Town Council") } == isIndependent)
    }

    @Test(
        "GOV-10: a quorum against the seats held, which may not be all",
        arguments: [(10, [Severity]()), (13, []), (20, [.cannotTell])])
    func quorum(quorum: Int, found: [Severity]) {
        let book = Book([
            Town.council, Town.board, Town.seat("members", "board", "member", ["number": 13]),
            record(Terms.kind, "terms", ["body": "board", "quorum": .integer(quorum)]),
        ])
        #expect(book.findings("L16").map(\.severity) == found)
    }

    @Test("LSCB-12: one member whose seniority is held says nothing of another")
    func seniority() throws {
        let book = Book(StatutoryBoardTests.protected).saying("force", ["seniority": .none])
        #expect(book.findings("L15").map(\.severity) == [.cannotTell])
        #expect(try #require(book.findings("L15").first).message.contains("1 member of"))
    }

    @Test("A chair that is said to be unclear is not one that is lacking: L20")
    func unclearChair() {
        let chair = Town.seat("seat", "board", "chair")
        #expect(Book([Town.board, chair]).findings("L20").isEmpty)
        #expect(
            Book([Town.board, chair]).saying("seat", [:], .unclear).findings("L20").map(\.severity) == [.cannotTell])
    }

    @Test(
        "LSCB-04: a service of the authority appoints as the authority does",
        arguments: [("service", 0), ("police", 1)])
    func appoints(by organisation: String, count: Int) {
        let service = record(
            Organisation.kind, "service",
            ["name": "Town Service", "sector": "local-authority", "type": "service", "owner": "council"])
        let book = Book(StatutoryBoardTests.protected + [service])
            .saying("lscb", ["appointed-chair-by": .text(organisation), "chair-consulted": true])
        #expect(book.findings("L13").count == count)
    }

    @Test(
        "F15: reports are counted up to the day of the count, and not to today",
        arguments: [("2008-06-01", 1, 0), ("2009-06-01", 1, 0), ("2009-06-01", 0, 1), ("2010-06-01", 1, 1)])
    func reports(counted: String, number: Int, count: Int) {
        let book = Book([
            Town.council, Town.board, ConductTests.function,
            record(Remit.kind, "remit", ["body": "board", "function": "care", "role": "oversees", "core": true]),
            record(
                ReportCount.kind, "count", attested: .of(counted),
                ["body": "board", "function": "care", "number": .integer(number), "since": .day(.of("2008-06-01"))]),
        ])
        for day in ["2010-06-01", "2015-06-01"] {
            #expect(book.findings("F15", on: .of(day)).filter { $0.severity == .warning }.count == count)
        }
    }

    @Test(
        "F22: what another partner hosts for itself is in lines of its own",
        arguments: [("council", 1), ("police", 0), ("company", 1), (nil as String?, 1)])
    func ownLines(host: String?, count: Int) {
        let company = record(
            Organisation.kind, "company",
            ["name": "Company", "sector": "education", "type": "company", "owner": "council"])
        let above = record(Body.kind, "above", ["name": "Above", "type": "board"])
        let body = record(
            Body.kind, "policy",
            ["name": "Policy", "type": "board", "host": host.map { .text($0) } ?? .none])
        let book = Book([
            Town.council, Town.police, company, above, body, ConductTests.function,
            record(Remit.kind, "remit", ["body": "policy", "function": "care", "role": "develops-policy"]),
            record(ReportingLine.kind, "line", ["from-body": "policy", "to": "above", "type": "reports"]),
        ])
        #expect(book.findings("F22").count == count)
    }

    @Test(
        "LDS-01: fewer seats than three for each ward may be a part of them",
        arguments: [(5, false, [Severity.cannotTell]), (5, true, [.warning]), (6, false, []), (7, false, [.warning])])
    func committee(members: Int, isCounted: Bool, found: [Severity]) {
        let wards = ["east", "west"].map {
            record(Area.kind, $0, ["name": .text($0), "type": "ward", "within": "inner"])
        }
        let size = record(Size.kind, "size", ["body": "committee", "members": .integer(members)])
        let book = Book(
            wards + [
                record(Area.kind, "inner", ["name": "Inner", "type": "committee-area"]),
                record(Body.kind, "committee", ["name": "Committee", "type": "committee", "area": "inner"]),
                Town.seat("members", "committee", "member", ["number": .integer(members)]),
            ] + (isCounted ? [size] : []))
        #expect(book.findings("L17").map(\.severity) == found)
    }

    @Test(
        "MASA-01: a safeguarding board that ended once its partners could take over",
        arguments: [("2018-06-29", [Severity.cannotTell]), ("2019-04-01", [.cannotTell]), ("2018-06-28", [.error])])
    func takenOver(until: String, found: [Severity]) {
        let board = record(
            Body.kind, "lscb", from: .of("2006-04-01"), until: .of(until),
            [
                "name": "Town Safeguarding Board", "type": "statutory-board",
                "statutory": "local-safeguarding-children-board", "of-trust": true,
            ])
        let book = Book([Town.council, Town.board, board])
        #expect(book.findings("L11", on: .of("2019-06-01")).map(\.severity) == found)
        #expect(book.findings("L11", on: .of("2018-06-01")).isEmpty)
    }

    @Test("what is only proposed is no figure yet, and what is unclear decides nothing")
    func proposed() {
        let size = record(Size.kind, "size", provenance: .proposed, ["body": "board", "members": 15])
        let poor = record(
            Attendance.kind, "poor", provenance: .unclear, ["body": "board", "measure": "regular", "percent": 30])
        let terms = record(Terms.kind, "terms", ["body": "board", "member-limit": 20])
        let seats = (1...3).map { Town.seat("s\($0)", "board", "member", ["number": 10]) }
        let book = Book([Town.council, Town.board, terms, poor] + seats)
        #expect(book.findings("F09").map(\.severity) == book.with([size]).findings("F09").map(\.severity))
        #expect(book.findings("F11").map(\.severity) == [.cannotTell])
        #expect(book.saying("poor", [:]).findings("F11").map(\.severity) == [.error])
    }

    @Test("LM-01: the Lead Member sits on the executive")
    func onExecutive() {
        let person = record(Person.kind, "ada", ["name": "Ada"]), other = record(Person.kind, "bo", ["name": "Bo"])
        let holds = record(
            Appointment.kind, "ada-leads", ["post": "lead", "status": "held", "person": "ada"])
        let executive = record(
            Body.kind, "executive", ["name": "Executive Board", "type": "executive", "statutory": "executive"])
        let size = record(Size.kind, "size", ["body": "executive", "members": 1])
        let seat = Town.seat("only", "executive", "member", ["person": "bo"])
        let book = Book([Town.council, Town.leadMember, person, other, holds, executive, seat])
        #expect(book.findings("L29").map(\.severity) == [.cannotTell])
        #expect(book.with([size]).findings("L29").map(\.severity) == [.error])
        #expect(book.with([size]).saying("only", ["person": "ada"]).findings("L29").isEmpty)
        #expect(book.without("only").findings("L29").isEmpty)
    }

    @Test("a safeguarding board known of since a later day may have been there before")
    func undatedBoard() {
        let later = record(
            Body.kind, "lscb", attested: Day(2009, 12, 31),
            [
                "name": "Town Safeguarding Board", "type": "statutory-board",
                "statutory": "local-safeguarding-children-board",
            ])
        let book = Book([Town.council, Town.board, later])
        #expect(book.findings("L11", on: .of("2007-06-28")).map(\.severity) == [.cannotTell])
        #expect(book.findings("L11", on: .of("2009-12-31")).isEmpty)
    }

    @Test(
        "MASA-01: the partners take the board's place; from 29 September 2019 whether there are any is asked"
    )
    func partners() {
        let partners = record(
            Body.kind, "partners", from: .of("2019-03-01"),
            ["name": "Town Safeguarding Partners", "type": "partnership", "statutory": "safeguarding-partners"])
        let book = Book([Town.council, Town.board, partners]), without = Book([Town.council, Town.board])
        #expect(book.findings("L11", on: .of("2019-04-01")).isEmpty)
        #expect(book.findings("L11", on: .of("2019-02-28")).map(\.severity) == [.error])
        #expect(book.findings("L27", on: .of("2019-09-29")).isEmpty)
        #expect(without.findings("L27", on: .of("2019-09-29")).map(\.severity) == [.cannotTell])
        #expect(without.findings("L27", on: .of("2019-09-28")).isEmpty)
    }

    @Test(
        "CA10-06: health and policing stay on the list when one body takes the place of another",
        arguments: [
            ("2012-11-21", "police-authority", "local-policing-body"),
            ("2012-11-22", "local-policing-body", "police-authority"),
            ("2013-03-31", "primary-care-trust", "clinical-commissioning-group"),
            ("2013-04-01", "clinical-commissioning-group", "primary-care-trust"),
            ("2013-04-01", "nhs-commissioning-board", "strategic-health-authority"),
            ("2022-06-30", "clinical-commissioning-group", "integrated-care-board"),
            ("2022-07-01", "integrated-care-board", "clinical-commissioning-group"),
        ])
    func substituted(day: String, there: String, gone: String) {
        let listed = Set(PartnerLists.inForce(PartnerLists.cooperation, on: .of(day)).map(\.category))
        #expect(listed.contains(there) && !listed.contains(gone))
    }

    @Test("A Director's post that has ended leaves the lines to it undecided: F03")
    func noDirector() {
        let head = record(
            Post.kind, "head", ["name": "Head", "organisation": "council", "grade": "head"])
        let service = record(Function.kind, "care", ["name": "Care", "provider-service": true])
        let book = Book([
            Town.council, Town.director, head, service,
            record(Responsibility.kind, "runs", ["post": "head", "function": "care", "level": "runs"]),
        ])
        #expect(book.findings("F03").map(\.severity) == [.cannotTell])
        let director = record(
            Post.kind, "director", from: .of("2005-01-01"), until: .of("2010-03-01"),
            [
                "name": "Director", "organisation": "council", "office": "director-of-childrens-services",
                "grade": "director",
            ])
        let ended = book.with([director])
        #expect(ended.findings("F03").map(\.severity) == [.cannotTell])
        #expect(ended.findings("F03").allSatisfy { $0.message.contains("no post is held that is the Director") })
        #expect(book.without("director").findings("F03").isEmpty)
    }
}
