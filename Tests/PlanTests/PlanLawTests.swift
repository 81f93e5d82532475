import Arrangements
import Cast
import Kernel
import Partners
import Records
import Testing

@testable import Plan

/// The law of the plan by its dates: domain-rules 1.4.
@Suite("The law of the plan")
struct PlanLawTests {
    @Test(
        "whose plan it is: CYPP-01, CYPP-06, CYPP-12",
        arguments: [
            ("2004-12-31", .none), ("2006-04-01", .authority), ("2010-03-31", .authority), ("2010-04-01", .board),
            ("2010-10-30", .board), ("2010-10-31", .choice), ("2026-11-03", .choice),
        ] as [(String, PlanLaw.Regime)])
    func regime(day: String, expected: PlanLaw.Regime) {
        #expect(PlanLaw.regime(on: PlanHouse.day(day)) == expected)
    }

    private static func plan(_ type: String = "cypp", _ fields: [String: Value] = [:]) -> TrustPlan {
        let all: [String: Value] = ["name": .text("Plan"), "type": .text(type)]
        let values = all.merging(fields) { $1 }
        return TrustPlan(
            Record(
                TrustPlan.kind, id: "p", period: .always,
                values: TrustPlan.kind.fields.map { values[$0.name] ?? Value.none }))
    }

    private static func body(_ type: String, office: String? = nil, area: String? = nil) -> Body {
        let values: [String: Value] = [
            "name": .text("Body"), "type": .text(type), "statutory": office.map(Value.text) ?? .none,
            "host": .text("council"), "area": area.map(Value.text) ?? .none,
        ]
        return Body(
            Record(
                Body.kind, id: "b", period: .always, values: Body.kind.fields.map { values[$0.name] ?? Value.none }))
    }

    enum Answer: Sendable { case yes, no, cannotTell }

    @Test(
        "who may agree it",
        arguments: [
            ("2010-03-31", "executive", "executive", .yes),
            ("2010-03-31", "statutory-board", "childrens-trust-board", .no),
            ("2010-03-31", "scrutiny", nil, .no), ("2010-03-31", "committee", nil, .cannotTell),
            ("2010-04-01", "statutory-board", "childrens-trust-board", .yes),
            ("2010-04-01", "executive", "executive", .no), ("2010-10-30", "executive", "executive", .no),
            ("2010-10-31", "executive", "executive", .yes), ("2026-01-01", "partnership", nil, .yes),
        ] as [(String, String, String?, Answer)])
    func entitled(day: String, type: String, office: String?, expected: Answer) {
        let body = Self.body(type, office: office)
        let answer = PlanLaw.entitlement(of: body, toAgree: Self.plan(), on: PlanHouse.day(day))
        switch answer {
        case .yes: #expect(expected == .yes)
        case .no: #expect(expected == .no)
        case .cannotTell: #expect(expected == .cannotTell)
        }
        // Of an area's delivery plan the law says nothing.
        #expect(PlanLaw.entitlement(of: body, toAgree: Self.plan("area-delivery"), on: PlanHouse.day(day)) == .yes)
    }

    @Test("an area's committee is not the full council")
    func areaCommittee() {
        let body = Self.body("committee", area: "east")
        let answer = PlanLaw.entitlement(of: body, toAgree: Self.plan(), on: PlanHouse.day("2009-01-01"))
        guard case .no = answer else {
            Issue.record("an area's committee was let agree the city's plan")
            return
        }
    }

    @Test("an executive that is not said to be the council's may be another organisation's")
    func anothersExecutive() {
        let body = Self.body("executive")
        let answer = PlanLaw.entitlement(of: body, toAgree: Self.plan(), on: PlanHouse.day("2009-01-01"))
        guard case .cannotTell = answer else {
            Issue.record("any organisation's executive was let agree the city's plan: \(answer)")
            return
        }
    }

    @Test(
        "whose it is: CYPP-01, CYPP-06, CYPP-12",
        arguments: [
            ("2010-03-31", ["sector": "local-authority"], true), ("2010-03-31", ["sector": "health"], false),
            ("2010-03-31", ["statutory": "childrens-trust-board"], false),
            ("2010-04-01", ["sector": "local-authority"], false),
            ("2010-10-30", ["statutory": "childrens-trust-board"], true),
            ("2010-10-31", ["sector": "health"], true),
        ] as [(String, [String: String], Bool)])
    func owner(day: String, says: [String: String], fits: Bool) {
        let kind = says["sector"] == nil ? Body.kind : Organisation.kind
        let owner = Record(
            kind, id: "o", period: .always, values: kind.fields.map { says[$0.name].map(Value.text) ?? .none })
        #expect((PlanLaw.whyNotOwned(Self.plan(), by: owner, on: PlanHouse.day(day)) == nil) == fits)
        // Of an area's delivery plan the law says nothing.
        #expect(PlanLaw.whyNotOwned(Self.plan("area-delivery"), by: owner, on: PlanHouse.day(day)) == nil)
    }

    @Test(
        "what it must say: CYPP-03 until March 2010, CYPP-07 to CYPP-09 until October, nothing since",
        arguments: [("2009-06-01", 8, 8), ("2010-06-01", 11, 2), ("2010-11-01", 0, 0)])
    func contents(day: String, all: Int, firm: Int) {
        let contents = PlanLaw.contents(of: Self.plan(), on: PlanHouse.day(day))
        #expect(contents.count == all && contents.count { $0.isFirm } == firm)
        #expect(PlanLaw.contents(of: Self.plan("area-delivery"), on: PlanHouse.day(day)).isEmpty)
    }

    @Test(
        "who must be asked: CYPP-10, and no list before or since",
        arguments: [("2009-06-01", 0), ("2010-06-01", 9), ("2010-11-01", 0)])
    func consultees(day: String, count: Int) {
        #expect(PlanLaw.consultees(of: Self.plan(), on: PlanHouse.day(day)).count == count)
    }

    @Test("it is reviewed a year after it was published or last reviewed, while the law asks: CYPP-01, CYPP-12")
    func reviews() {
        let published = PlanHouse.day("2008-07-01")
        let plan = Self.plan("cypp", ["published": .day(published)])
        let later = PlanHouse.day("2009-01-10")
        #expect(PlanLaw.reviewDue(plan, reviewed: [], on: later) == PlanHouse.day("2009-07-01"))
        #expect(PlanLaw.reviewDue(plan, reviewed: [later], on: later) == PlanHouse.day("2010-01-10"))
        #expect(PlanLaw.reviewDue(plan, reviewed: [], on: PlanHouse.day("2011-01-01")) == nil)
        let said = Self.plan("cypp", ["published": .day(published), "review-due": .day(later)])
        #expect(PlanLaw.reviewDue(said, reviewed: [], on: PlanHouse.day("2011-01-01")) == later)
    }

    @Test(
        "a day that the plan says is met by a review near it or after it, and puts off no yearly review: CYPP-11",
        arguments: [
            // By choice: a month before counts, more does not.
            ("2012-06-01", "2012-05-10", "2012-07-01", nil), ("2012-06-01", "2012-04-20", "2012-07-01", "2012-06-01"),
            ("2012-06-01", "2012-08-01", "2012-09-01", nil),
            // A review that is still to come has met nothing.
            ("2012-06-01", "2012-08-01", "2012-07-01", "2012-06-01"),
            // While the law asked for one each year, what the plan says counts where it is earlier.
            ("2012-06-01", nil, "2009-08-01", "2009-07-01"), ("2009-01-01", nil, "2009-08-01", "2009-01-01"),
            ("2012-06-01", "2009-06-01", "2010-08-01", "2010-06-01"),
        ] as [(String, String?, String, String?)])
    func near(said: String, reviewed: String?, day: String, due: String?) {
        let plan = Self.plan(
            "cypp", ["published": .day(PlanHouse.day("2008-07-01")), "review-due": .day(PlanHouse.day(said))])
        let found = PlanLaw.reviewDue(
            plan, reviewed: [reviewed].compactMap { $0.map(PlanHouse.day) }, on: PlanHouse.day(day))
        #expect(found == due.map(PlanHouse.day))
        // No law asks for the review of an area's plan.
        let local = Self.plan("area-delivery", ["published": .day(PlanHouse.day("2008-07-01"))])
        #expect(PlanLaw.reviewDue(local, reviewed: [], on: PlanHouse.day("2009-08-01")) == nil)
    }

    @Test(
        "a long sentence for young people is named",
        arguments: [
            ("You are safe. You are well!", 0),
            ("This sentence goes on and on and on and on until nobody who is young can read it any more.", 1),
        ])
    func youngWords(text: String, count: Int) { #expect(YoungWords.long(in: text).count == count) }
}
