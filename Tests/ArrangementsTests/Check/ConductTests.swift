import Arrangements
import Cast
import Kernel
import Partners
import Places
import Records
import Testing

/// L04, L16 to L22 and L26: how bodies are chaired and run, areas, and duties.
@Suite("Conduct of bodies")
struct ConductTests {
    static let function = record(Function.kind, "care", ["name": "Care"])

    @Test(
        "LM-03: who answers for a function does not chair the body that monitors it",
        arguments: [
            ("accountable", "oversees", 1), ("runs", "challenges", 1), ("leads", "oversees", 0),
            ("accountable", "supports", 0),
        ])
    func chairApart(level: String, role: String, count: Int) {
        let book = Book([
            Town.council, Town.director, Town.board, Self.function,
            Town.seat("seat", "board", "chair", ["post": "director"]),
            record(Responsibility.kind, "answers", ["post": "director", "function": "care", "level": .text(level)]),
            record(Remit.kind, "remit", ["body": "board", "function": "care", "role": .text(role)]),
        ])
        #expect(book.findings("L04").map(\.severity) == Array(repeating: .warning, count: count))
    }

    @Test(
        "GOV-10: a quorum that the members can make; attendees never count",
        arguments: [
            (5, 10, [Severity]()), (10, 10, []), (11, 10, [.warning]), (nil as Int?, 10, [.cannotTell]),
        ])
    func quorum(quorum: Int?, members: Int, found: [Severity]) {
        let book = Book([
            Town.council, Town.board, Self.function, Town.seat("guests", "board", "attendee", ["number": 20]),
            record(Remit.kind, "remit", ["body": "board", "function": "care", "role": "decides"]),
            record(Terms.kind, "terms", ["body": "board", "quorum": quorum.map { .integer($0) } ?? .none]),
            record(Size.kind, "size", ["body": "board", "members": .integer(members)]),
        ])
        #expect(book.findings("L16").map(\.severity) == found)
    }

    @Test(
        "One chair at a time; a body has a chair",
        arguments: [
            ([String](), "L20", [Severity.cannotTell]), (["filled"], "L20", []), (["vacant"], "L20", [.warning]),
            (["lacking"], "L20", [.warning]),
            (["filled"], "L19", []), (["filled", "filled"], "L19", [.error]), (["filled", "vacant"], "L19", []),
        ])
    func chairs(standings: [String], code: String, found: [Severity]) {
        let chairs = standings.enumerated().map {
            Town.seat("chair-\($0.offset)", "board", "chair", ["standing": .text($0.element)])
        }
        #expect(Book([Town.board] + chairs).findings(code).map(\.severity) == found)
    }

    @Test(
        "Terms are looked at again by the day they say",
        arguments: [("2010-03-31", 1), ("2010-04-01", 0), ("2011-01-01", 0)])
    func reviewed(day: String, count: Int) {
        let terms = record(Terms.kind, "terms", ["body": "board", "review-by": .day(.of(day))])
        #expect(Book([Town.board, terms]).findings("L21", on: .of("2010-04-01")).count == count)
    }

    @Test(
        "LSCB-10: where a body takes what it cannot settle",
        arguments: [
            (nil as String?, [Severity.cannotTell]), ("lscb", []), ("old", [.warning]),
        ])
    func escalates(to: String?, found: [Severity]) {
        let old = record(
            Body.kind, "old", from: .of("2005-01-01"), until: .of("2008-01-01"), ["name": "Old Board", "type": "board"])
        let terms = record(Terms.kind, "terms", ["body": "board", "escalates-to": to.map { .text($0) } ?? .none])
        #expect(Book([Town.board, Town.safeguarding, old, terms]).findings("L22").map(\.severity) == found)
    }

    @Test(
        "A duty has somebody to carry it",
        arguments: [
            ("director" as String?, nil as String?, [Severity]()), (nil, "council", []), (nil, nil, [.cannotTell]),
            ("gone", nil, [.warning]),
        ])
    func duty(post: String?, organisation: String?, found: [Severity]) {
        let gone = record(
            Post.kind, "gone", from: .of("2005-01-01"), until: .of("2008-01-01"),
            ["name": "Gone", "organisation": "council"])
        let duty = record(
            Duty.kind, "duty",
            [
                "name": "Care", "law": "An Act", "post": post.map { .text($0) } ?? .none,
                "organisation": organisation.map { .text($0) } ?? .none,
            ])
        #expect(Book([Town.council, Town.director, gone, duty]).findings("L26").map(\.severity) == found)
    }

    @Test(
        "LDS-01: three members for each ward of the committee's area, as the wards were that day",
        arguments: [
            ("2010-04-01", 6, 0), ("2010-04-01", 7, 1), ("2017-04-01", 6, 1), ("2017-04-01", 9, 0),
        ])
    func committees(day: String, members: Int, count: Int) {
        let ward = { (id: String, from: String) in
            record(Area.kind, id, from: .of(from), ["name": .text(id), "type": "ward", "within": "inner"])
        }
        let book = Book([
            record(Area.kind, "inner", ["name": "Inner", "type": "committee-area"]), ward("east", "2004-06-10"),
            ward("mid", "2004-06-10"),
            ward("west", "2014-06-01"),
            record(Body.kind, "committee", ["name": "Committee", "type": "committee", "area": "inner"]),
            Town.seat("members", "committee", "member", ["number": .integer(members)]),
            Town.seat("officer", "committee", "adviser"),
        ])
        #expect(book.findings("L17", on: .of(day)).count == count)
    }

    @Test(
        "COR-01: corporate carers, one from each committee area",
        arguments: [
            (["inner", "outer"], [Severity]()), (["inner"], [.warning]), (["inner", "inner", "outer"], [.warning]),
            (["inner", nil], [.cannotTell]),
        ])
    func carers(from areas: [String?], found: [Severity]) {
        let seats = areas.enumerated().map {
            Town.seat("carer-\($0.offset)", "carers", "member", ["area": $0.element.map { .text($0) } ?? .none])
        }
        // A group of councillors that is none of the trust's is no group of corporate carers.
        for (isOfTrust, found) in [(true, found), (false, [])] {
            let group = record(
                Body.kind, "carers", ["name": "Carers", "type": "councillors-group", "of-trust": .flag(isOfTrust)])
            let book = Book(
                ["inner", "outer"].map { record(Area.kind, $0, ["name": .text($0), "type": "committee-area"]) }
                    + [group] + seats)
            #expect(book.findings("L18").map(\.severity) == found)
        }
    }

    @Test("Leeds: ten carers, ten areas, and committees of the right size")
    func leeds() throws {
        let findings = try Leeds.findings(Leeds.y2006, on: .of("2006-12-07"))
        #expect(!findings.contains { ["L17", "L18", "L19"].contains($0.code) })
    }
}
