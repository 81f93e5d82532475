import Arrangements
import Cast
import Kernel
import Partners
import Records
import Testing

/// The law in force on the day decides, and no other.
@Suite("Law by date")
struct LawByDateTests {
    @Test(
        "CTB-01, CTB-12: the duty to have a Trust Board",
        arguments: [
            ("2010-03-31", nil), ("2010-04-01", Severity.error), ("2010-10-31", .error), ("2010-11-01", .warning),
            ("2012-01-01", .warning),
        ])
    func trustBoard(day: String, severity: Severity?) throws {
        let found = try Leeds.findings(Leeds.y2010, on: .of(day)).filter { $0.code == "F25" }
        #expect(found.map(\.severity) == [severity].compactMap { $0 })
        #expect(found.allSatisfy { $0.subject.id == "leeds-city-council" })
    }

    @Test("F25 names every relevant partner by the list in force, and cites its rows")
    func partners() throws {
        let finding = try #require(try Leeds.findings(Leeds.y2010, on: .of("2010-04-01")).first { $0.code == "F25" })
        for name in [
            "West Yorkshire Police Authority", "West Yorkshire Police", "West Yorkshire Probation",
            "Leeds Youth Offending Service",
            "Strategic Health Authority", "Leeds Primary Care Trust", "Connexions West Yorkshire", "Maintained schools",
            "Academies",
            "Jobcentre Plus", "Short stay schools", "colleges",
        ] {
            #expect(finding.message.contains(name), "\(name) is not named")
        }
        #expect(!finding.message.contains("Learning and Skills Council ("), "it left the list that day (CA10-05)")
        for row in ["CTB-01", "CTB-02", "CTB-05", "CA10-04", "CA10-05"] {
            #expect(finding.sources.contains(Citation("Rules", row)))
        }
        #expect(finding.sources.contains(Citation("P10", "4.1.4")))
    }

    @Test("CTB-11: the approval of 7 April 2010 is mentioned from that day, and silences nothing")
    func approval() throws {
        let before = try #require(try Leeds.findings(Leeds.y2010, on: .of("2010-04-06")).first { $0.code == "F25" })
        let after = try #require(try Leeds.findings(Leeds.y2010, on: .of("2010-04-07")).first { $0.code == "F25" })
        #expect(!before.message.contains("7 April 2010") && after.message.contains("decided on 7 April 2010"))
        #expect(after.severity == .error)
    }

    @Test("After 31 October 2010 the finding says what was withdrawn and what is not verified")
    func withdrawn() throws {
        let during = try #require(try Leeds.findings(Leeds.y2010, on: .of("2010-10-31")).first { $0.code == "F25" })
        let after = try #require(try Leeds.findings(Leeds.y2010, on: .of("2010-11-01")).first { $0.code == "F25" })
        #expect(!during.message.contains("withdrawn"))
        #expect(after.message.contains("withdrawn on 31 October 2010") && after.message.contains("not verified"))
    }

    @Test("The end of the duty is a local setting", arguments: [("2011-12-31", 1), ("2012-01-01", 0)])
    func ending(day: String, count: Int) throws {
        let end = record(Threshold.kind, "duty-ends", ["rule": "trust-board-duty-ends", "value": 20_120_101])
        let book = try Leeds.y2010.get().book.with([end])
        #expect(book.findings("F25", on: .of(day)).count == count)
    }

    @Test(
        "DCS-01, LM-01: from 1 January 2008",
        arguments: [
            ("L01", "2007-12-31", 0), ("L01", "2008-01-01", 1), ("L02", "2007-12-31", 0), ("L02", "2008-01-01", 1),
        ])
    func offices(code: String, day: String, count: Int) {
        let book = Book([Town.council, record(Post.kind, "clerk", ["name": "Clerk", "organisation": "council"])])
        #expect(book.findings(code, on: .of(day)).count == count)
    }

    @Test(
        "LSCB-01, MASA-01: a safeguarding board from 1 April 2006 until 29 September 2019",
        arguments: [
            ("2006-03-31", 0), ("2006-04-01", 1), ("2019-09-28", 1), ("2019-09-29", 0),
        ])
    func safeguarding(day: String, count: Int) {
        let since = Day.of("2000-01-01")
        let book = Book([
            record(Organisation.kind, "council", attested: since, Town.councilFields),
            record(
                Body.kind, "partnership", attested: since,
                ["name": "Partnership", "type": "partnership", "of-trust": true]),
        ])
        let found = book.findings("L11", on: .of(day))
        #expect(found.count == count && found.allSatisfy { $0.severity == .error })
    }

    @Test(
        "CA10-05: the list of relevant partners",
        arguments: [
            ("2010-01-11", "learning-and-skills-council", true), ("2010-03-31", "learning-and-skills-council", true),
            ("2010-04-01", "learning-and-skills-council", false), ("2010-01-11", "maintained-schools", false),
            ("2010-01-12", "maintained-schools", true), ("2010-01-12", "jobcentre-plus", true),
            ("2013-04-01", "primary-care-trust", false),
        ])
    func lists(day: String, category: String, isListed: Bool) {
        let inForce = PartnerLists.inForce(PartnerLists.cooperation, on: .of(day)).map(\.category)
        #expect(inForce.contains(category) == isListed)
    }

    @Test("LSCB-02: schools, the police authority and the skills council are no Board partners")
    func boardPartners() {
        let categories = PartnerLists.safeguarding.map(\.category)
        for category in ["maintained-schools", "police-authority", "learning-and-skills-council"] {
            #expect(!categories.contains(category))
        }
    }
}
