import Cast
import Kernel
import Partners
import Records
import Testing

/// The rules that posts, lines and organisations decide, each with a case either way.
@Suite("Accountability, checked")
struct AccountabilityCheckTests {
    static func findings(
        _ code: String, _ more: [Record], on day: Day = AccountabilityTests.day, without: [String] = []
    ) -> [Finding] {
        let records = AccountabilityTests.town.filter { !without.contains($0.id) } + more
        let model = Accountability(Book(records), on: day)
        return AccountabilityChecks.all.filter { $0.code == code }.flatMap { $0.find(in: model, on: day) }
    }

    @Test(
        "DCS-01: one Director, held or interim, with no gap",
        arguments: [
            ([("held", false)], [Severity]()), ([("held", true)], []), ([("vacant", false)], [.error]),
            ([("held", false), ("held", false)], [.error]), ([("vacant", false), ("held", true)], []),
            ([], [.cannotTell]),
        ])
    func director(appointments: [(String, Bool)], found: [Severity]) {
        let records = appointments.enumerated().map { index, one in
            record(
                Appointment.kind, "a\(index)", ["post": "director", "status": .text(one.0), "interim": .flag(one.1)])
        }
        #expect(Self.findings("L01", records).map(\.severity) == found)
    }

    @Test("DCS-01: an appointment that ended with none after it cannot be told, and says since when")
    func gap() throws {
        let past = record(
            Appointment.kind, "past", from: Day(2006, 3, 1), until: Day(2010, 1, 1),
            ["post": "director", "status": "held"])
        let finding = try #require(Self.findings("L01", [past]).first)
        #expect(finding.severity == .cannotTell && finding.message.contains("31 December 2009"))
    }

    @Test(
        "DCS-01, LM-01: two posts do not hold one office",
        arguments: [("L01", "director-of-childrens-services"), ("L02", "lead-member")])
    func twoPosts(code: String, office: String) {
        #expect(Self.findings(code, [AccountabilityTests.post("another", office: office)]).map(\.severity) == [.error])
    }

    @Test("LM-01: one Lead Member", arguments: [("held", [Severity]()), ("vacant", [.error])])
    func leadMember(status: String, found: [Severity]) {
        let appointment = record(Appointment.kind, "a", ["post": "member", "status": .text(status)])
        #expect(Self.findings("L02", [appointment]).map(\.severity) == found)
    }

    @Test(
        "DCS-02: one deputy designated",
        arguments: [
            (1, "designated", [Severity]()), (2, "designated", [.error]), (2, "possible", [.error]),
            (1, "possible", [.warning]), (0, "", [.cannotTell]),
        ])
    func deputy(number: Int, designation: String, found: [Severity]) {
        let records = ["deputy", "second"].prefix(number).map {
            record(
                Deputy.kind, "d-\($0)", ["post": "director", "deputy": .text($0), "designation": .text(designation)])
        }
        #expect(Self.findings("F01", records).map(\.severity) == found)
    }

    @Test(
        "Who runs a service reaches the Director by line management",
        arguments: [
            ("officer", "F03", [Record](), [Severity.cannotTell]),
            ("officer", "F03", [AccountabilityTests.line("a", "officer", "director")], []),
            (
                "officer", "F03",
                [
                    AccountabilityTests.line("a", "officer", "deputy"),
                    AccountabilityTests.line("b", "deputy", "director"),
                ], []
            ),
            ("officer", "F03", [AccountabilityTests.line("a", "officer", "deputy")], [.cannotTell]),
            (
                "officer", "F03", [AccountabilityTests.line("a", "officer", "director", "management", "lacking")],
                [.error]
            ),
            (
                "officer", "F03",
                [
                    AccountabilityTests.line("a", "officer", "second"),
                    AccountabilityTests.line("b", "director", "second"),
                ], [.error]
            ),
            ("officer", "F03", [AccountabilityTests.line("a", "officer", "director", "accountability")], [.cannotTell]),
            ("manager", "F04", [], [.cannotTell]),
            ("manager", "F04", [AccountabilityTests.line("a", "manager", "director", "accountability")], []),
            (
                "manager", "F04", [AccountabilityTests.line("a", "manager", "director", "management", "unclear")],
                [.error]
            ),
        ])
    func services(post: String, code: String, lines: [Record], found: [Severity]) {
        let runs = AccountabilityTests.answers("runs", post, "schools", "runs")
        let findings = Self.findings(code, [runs] + lines)
        #expect(findings.map(\.severity) == found && findings.allSatisfy { $0.subject.id == post })
        #expect(Self.findings(code == "F03" ? "F04" : "F03", [runs] + lines).isEmpty)
    }

    @Test(
        "DCS-03: where line management is lacking, accountability is recorded",
        arguments: [
            ("holds", [Severity]()), ("unclear", [.warning]), (nil as String?, [.cannotTell]),
        ])
    func keptApart(standing: String?, found: [Severity]) {
        let accountability =
            standing.map { [AccountabilityTests.line("b", "officer", "director", "accountability", $0)] } ?? []
        let records =
            [
                AccountabilityTests.answers("runs", "officer", "schools", "runs"),
                AccountabilityTests.line("a", "officer", "director", "management", "lacking"),
            ] + accountability
        #expect(Self.findings("L03", records).map(\.severity) == found)
    }

    @Test(
        "Vacancies: of an establishment, of a post",
        arguments: [(3 as Int?, [Severity.warning]), (4, []), (nil, [.cannotTell])])
    func vacancies(filled: Int?, found: [Severity]) {
        let team = record(
            Establishment.kind, "team",
            ["name": "Team", "organisation": "council", "posts": 4, "filled": filled.map { .integer($0) } ?? .none])
        #expect(Self.findings("F05", [team]).map(\.severity) == found)
    }

    @Test("A post said to be vacant", arguments: [("deputy", 1), ("director", 0)])
    func vacantPost(post: String, count: Int) {
        #expect(
            Self.findings("F05", [record(Appointment.kind, "a", ["post": .text(post), "status": "vacant"])]).count
                == count)
    }

    @Test(
        "GOV-32: a concurrent delegation keeps the line and the answering",
        arguments: [
            ("director", "holds", [Severity]()), ("director", "lacking", [.warning]),
            ("director", nil as String?, [.cannotTell]),
            ("second", "holds", [.warning, .cannotTell]),
        ])
    func delegation(from: String, standing: String?, found: [Severity]) {
        let delegation = record(
            Delegation.kind, "d",
            ["from-post": .text(from), "to-post": "deputy", "function": "schools", "type": "concurrent"])
        let line = standing.map { [AccountabilityTests.line("a", "deputy", "director", "management", $0)] } ?? []
        #expect(Self.findings("L05", [delegation] + line).map(\.severity) == found)
    }

    @Test("GOV-32: an exclusive delegation is given once", arguments: [("deputy", 0), ("second", 1)])
    func exclusive(second: String, count: Int) {
        let records = [("one", "deputy"), ("two", second)].map {
            record(
                Delegation.kind, $0.0,
                ["from-post": "director", "to-post": .text($0.1), "function": "schools", "type": "exclusive"])
        }
        #expect(Self.findings("L05", records).count == count)
    }

    @Test("CA10-01: every category of relevant partner in force has an organisation")
    func categories() {
        let all = PartnerLists.inForce(PartnerLists.cooperation, on: AccountabilityTests.day).filter { !$0.isOptional }
            .map(\.category)
        let whole = record(
            Organisation.kind, "partners",
            ["name": "Partners", "sector": "health", "type": "other", "relevant-partner": .list(all)])
        let part = record(
            Organisation.kind, "partners",
            ["name": "Partners", "sector": "health", "type": "other", "relevant-partner": .list(Array(all.dropLast()))])
        #expect(Self.findings("L06", [whole]).isEmpty)
        #expect(Self.findings("L06", [part]).map(\.severity) == [.cannotTell])
        #expect(Self.findings("L06", []).isEmpty)
    }

    @Test("CA10-01: a category whose last organisation ended")
    func ended() {
        let police = record(
            Organisation.kind, "police",
            [
                "name": "Police", "sector": "police", "type": "police-force",
                "relevant-partner": ["chief-officer-of-police"],
            ])
        let trust = record(
            Organisation.kind, "trust", from: Day(2002, 4, 1), until: Day(2006, 10, 1),
            [
                "name": "Old Trust", "sector": "health", "type": "primary-care-trust",
                "relevant-partner": ["primary-care-trust"],
            ])
        let found = Self.findings("L06", [police, trust])
        #expect(found.contains { $0.severity == .warning && $0.message.contains("Old Trust") })
        #expect(
            Self.findings("L06", [trust]).contains { $0.severity == .warning && $0.message.contains("Old Trust") },
            "though every partner has ended")
    }

    @Test("of several councils none is guessed to be the authority: L28")
    func whichAuthority() {
        func council(_ id: String, _ marked: Bool = false) -> Record {
            record(
                Organisation.kind, id,
                [
                    "name": .text(id), "sector": "local-authority", "type": "council",
                    "safeguarding-duty": marked ? ["childrens-services-authority"] : .none,
                ])
        }
        func asked(_ records: [Record]) -> (authority: String?, found: [Severity]) {
            let model = Accountability(Book(records), on: AccountabilityTests.day)
            let found = AccountabilityChecks.all.filter { $0.code == "L28" }
                .flatMap { $0.find(in: model, on: AccountabilityTests.day) }
            return (model.authority?.record.id, found.map(\.severity))
        }
        let service = record(
            Organisation.kind, "directorate",
            ["name": "Children", "sector": "local-authority", "type": "service", "owner": "county"])
        let director = record(
            Post.kind, "director",
            ["name": "Director", "organisation": "directorate", "office": "director-of-childrens-services"])
        let two = [council("county"), council("district")]
        #expect(asked(two).authority == nil && asked(two).found == [.cannotTell])
        #expect(
            asked(two + [service, director]).authority == "county" && asked(two + [service, director]).found == [])
        let marked = [council("a-neighbour", true), council("county", true), service]
        #expect(asked(marked).authority == nil && asked(marked).found == [.cannotTell])
        #expect(asked(marked + [director]).authority == "county")
        #expect(asked([council("a", true), council("b")]).authority == "a")
        #expect(asked([council("a")]).authority == "a")
    }
}
