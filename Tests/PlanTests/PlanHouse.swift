import App
import Arrangements
import Cast
import Doors
import Foundation
import Kernel
import Partners
import Places
import Records
import Store
import Testing
import Web

@testable import Plan

/// A town with a council, its executive, a trust board, a wedge and a ward, and a clerk who writes its plan.
struct PlanHouse: RoomHouse {
    static let clerk = Caller(name: "Ade (ade)", roles: [.clerk])
    static let member = Caller(name: "Bea (bea)", roles: [.member])

    let building = Building()
    let house: House

    static let today = day("2026-11-03")
    static let usual = clerk
    /// A word that stands in drafts only.
    static let secret = "Wolverine"

    init(on engine: Engine = .sqlite) async throws {
        let store = try await freshStore(on: engine)
        try await store.migrate(building.schemas)
        house = building.house(over: store, settings: HouseSettings(councilName: "The council"))
        try await does(.keyboard, on: Self.day("2005-01-01")) { tx, hand in
            try hand.add(
                Organisation.kind, id: "council",
                ["name": .text("Council"), "sector": .text("local-authority"), "type": .text("council")], in: tx)
            for post in ["head", "warden"] {
                try hand.add(
                    Post.kind, id: post,
                    ["name": .text(post.capitalized), "organisation": .text("council"), "grade": .text("head")],
                    in: tx)
            }
            let bodies = [
                ("cabinet", "executive", "executive"), ("trust", "statutory-board", "childrens-trust-board"),
                ("scrutiny", "scrutiny", nil), ("team", "leadership-team", nil), ("full", "committee", nil),
            ]
            for (id, type, office) in bodies {
                var fields: [String: Given] = [
                    "name": .text(id.capitalized), "type": .text(type), "host": .text("council"),
                ]
                if let office { fields["statutory"] = .text(office) }
                try hand.add(Body.kind, id: id, fields, in: tx)
            }
            for (id, type, within) in [
                ("town", "city", nil), ("east", "wedge", "town"), ("dock", "ward", "east"),
                ("west", "wedge", "town"),
            ] {
                var fields: [String: Given] = ["name": .text(id.capitalized), "type": .text(type)]
                if let within { fields["within"] = .text(within) }
                try hand.add(Area.kind, id: id, fields, in: tx)
            }
        }
    }

    func findings(on day: Day = PlanHouse.today) async throws -> [Finding] {
        let registry = building.registry
        let book = try await house.store.read { tx in try tx.loadBook(registry) }
        return PlanChecks.findings(in: book, on: day)
    }

    func plan(_ id: String) async throws -> TrustPlan {
        let registry = building.registry
        let record = try await house.store.read { tx in try RecordShelf(tx, registry).versions(of: id).last }
        return TrustPlan(try #require(record))
    }
}

// MARK: - A plan, step by step

extension PlanHouse {
    /// A draft with an outcome, two priorities, a need, an action and a measure of success.
    func draft(
        _ id: String = "p", more: [String: Given] = [:], on day: Day = PlanHouse.today
    ) async throws {
        try await does(on: day) { tx, hand in
            let plan: [String: Given] = [
                "name": .text("Plan \(PlanHouse.secret)"), "type": .text("cypp"), "owner": .text("council"),
                "vision": .text("Every child thrives"),
            ]
            try hand.add(TrustPlan.kind, id: id, plan.merging(more) { $1 }, in: tx)
            try hand.add(
                Outcome.kind, id: "\(id)-safe",
                ["name": .text("Safe \(PlanHouse.secret)"), "plan": .text(id), "number": .text("1")], in: tx)
            for (name, fields) in PlanHouse.priorities(id) {
                try hand.add(Priority.kind, id: name, fields, in: tx)
            }
            try hand.add(
                PlanNeed.kind, id: "\(id)-need",
                ["name": .text("Need \(PlanHouse.secret)"), "priority": .text("\(id)-one")], in: tx)
            try hand.add(
                PlanAction.kind, id: "\(id)-action",
                [
                    "name": .text("Act \(PlanHouse.secret)"), "priority": .text("\(id)-one"), "owner": .text("warden"),
                    "due": .text("\(day.adding(days: 30))"),
                ], in: tx)
            try hand.add(
                SuccessMeasure.kind, id: "\(id)-measure",
                ["name": .text("Fewer \(PlanHouse.secret)"), "priority": .text("\(id)-one")], in: tx)
        }
    }

    private static func priorities(_ id: String) -> [(String, [String: Given])] {
        [
            (
                "\(id)-one",
                [
                    "name": .text("Homes \(secret)"), "plan": .text(id), "outcome": .text("\(id)-safe"),
                    "number": .text("1"), "accountable": .text("head"), "overseen-by": .text("team"),
                ]
            ), ("\(id)-two", ["name": .text("Streets \(secret)"), "plan": .text(id), "number": .text("2")]),
        ]
    }

    func agree(
        _ id: String = "p", by body: String = "cabinet", on day: Day = PlanHouse.today, ticket: Int = 1
    ) async throws {
        try await does(on: day) { tx, hand in
            try AgreePlan(
                plan: id, body: body, decision: nil, wording: nil, ticket: PlanHouse.ticket(ticket), seen: nil
            ).perform(by: hand, in: tx)
        }
    }

    func publish(_ id: String = "p", reviewDue: Day? = nil, on day: Day = PlanHouse.today) async throws {
        try await does(on: day) { tx, hand in
            try PublishPlan(plan: id, reviewDue: reviewDue, seen: nil).perform(by: hand, in: tx)
        }
    }

    /// A plan that everybody reads.
    func published(
        _ id: String = "p", more: [String: Given] = [:], by body: String = "cabinet", on day: Day = PlanHouse.today,
        ticket: Int = 1
    ) async throws {
        try await draft(id, more: more, on: day)
        try await agree(id, by: body, on: day, ticket: ticket)
        try await publish(id, on: day)
    }
}

extension PlanHouse {
    /// Ends a thing on a day, as whoever keeps the records does.
    func ends(_ kind: Kind, _ id: String, on day: Day) async throws {
        try await does(.keyboard) { tx, hand in
            let draft = RecordDraft(kind, ["until": .text("\(day)")])
            try EndRecord(id, by: draft, because: "Test", seen: nil, registry: hand.registry)
                .perform(by: hand.caller, under: hand.policy, at: hand.now, in: tx)
        }
    }
}
