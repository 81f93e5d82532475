import App
import Arrangements
import Cast
import Doors
import Foundation
import Kernel
import Needs
import Partners
import Plan
import Records
import Store
import Testing
import Web

@testable import Performance

/// A town with a published plan, a draft, a board, posts that are held, measures with figures, and indicators.
struct PerformanceHouse: RoomHouse {
    static let analyst = Caller(
        person: "ana", name: "Ana",
        grants: [Grant(.analyst, from: Subject(kind: "post", id: "warden", name: "Warden"), because: "write figures")])
    /// Holds the post that owns the indicators.
    static let owner = Caller(
        person: "noor", name: "Noor",
        grants: [Grant(.member, from: Subject(kind: "post", id: "head", name: "Head"), because: "hold it")])

    let building = Building()
    let house: House

    static let today = day("2010-03-10")
    static let usual = analyst
    static let leeds = "E08000035", york = "E06000014", england = "E92000001"
    /// A word that stands in what is not published only.
    static let secret = "Wolverine"

    init(on engine: Engine = .sqlite) async throws {
        let store = try await freshStore(on: engine)
        try await store.migrate(building.schemas)
        house = building.house(over: store, settings: HouseSettings(councilName: "The council"))
        try await does(.keyboard, on: Self.day("2005-01-01")) { tx, hand in
            try hand.add(
                Organisation.kind, id: "council",
                ["name": .text("Council"), "sector": .text("local-authority"), "type": .text("council")], in: tx)
            for (post, person) in [("head", "noor"), ("warden", "ana")] {
                try hand.add(
                    Post.kind, id: post,
                    ["name": .text(post.capitalized), "organisation": .text("council"), "grade": .text("head")],
                    in: tx)
                try hand.add(Person.kind, id: person, ["name": .text(person.capitalized)], in: tx)
                try hand.add(
                    Appointment.kind, id: "\(person)-holds",
                    ["post": .text(post), "status": .text("held"), "person": .text(person)], in: tx)
            }
            for body in ["board", "cabinet"] {
                try hand.add(
                    Body.kind, id: body, ["name": .text(body.capitalized), "type": .text("committee")], in: tx)
            }
            try hand.add(
                Measure.kind, id: "moves",
                [
                    "name": .text("Three moves or more"), "code": .text("62"), "polarity": .text("low"),
                    "unit": .text("%"),
                ],
                in: tx)
            try hand.add(
                Measure.kind, id: "referrals",
                ["name": .text("Re-referrals"), "code": .text("RR"), "polarity": .text("low"), "unit": .text("%")],
                in: tx)
            for (id, state) in [("plan", "published"), ("next", "draft")] {
                var fields: [String: Given] = [
                    "name": .text("Plan \(id)"), "type": .text("cypp"), "owner": .text("council"),
                    "state": .text(state),
                ]
                if state == "published" {
                    fields["published"] = .text("2009-06-01")
                    fields["agreed"] = .text("2009-05-01")
                    fields["agreed-by"] = .text("cabinet")
                }
                try hand.add(TrustPlan.kind, id: id, fields, in: tx)
            }
            for (id, plan, name) in [
                ("homes", "plan", "Homes that last"), ("streets", "plan", "Safe streets"),
                ("hidden", "next", "Homes \(Self.secret)"),
            ] {
                try hand.add(Priority.kind, id: id, ["name": .text(name), "plan": .text(plan)], in: tx)
            }
            try Self.indicators(hand, tx)
        }
        try await figures()
    }

    private static func indicators(_ hand: Hand, _ tx: Transaction) throws {
        try hand.add(
            Indicator.kind, id: "ni62",
            [
                "name": .text("Moves of looked-after children"), "code": .text("NI 62"), "priority": .text("homes"),
                "measure": .text("moves"), "place": .text(leeds), "baseline": .text("12.5"), "target": .text("10"),
                "tolerance": .text("1"), "trajectory": .text("2007/08 12\n2008/09 11.5"), "owner": .text("head"),
                "overseer": .text("board"), "published": .text("2009-06-01"),
            ], in: tx)
        try hand.add(
            Indicator.kind, id: "monthly",
            [
                "name": .text("Re-referrals"), "priority": .text("hidden"), "measure": .text("referrals"),
                "place": .text(leeds), "chart": .text("p"), "published": .text("2009-06-01"), "target": .text("20"),
            ], in: tx)
        try hand.add(
            Indicator.kind, id: "unseen",
            ["name": .text("Unseen \(secret)"), "measure": .text("moves"), "place": .text(leeds)], in: tx)
    }

    /// Figures as an import brings them.
    private func figures() async throws {
        try await house.store.write { tx in
            try tx.run(
                """
                INSERT INTO needs_import (number, mapping, file, digest, begun_at, begun_by, after, taken_at, taken_by)
                VALUES (1, 'm', 'figures.csv', 'd', \(Self.now(on: Self.today)), 'clerk', 0,
                    \(Self.now(on: Self.today)), 'clerk')
                """)
            for (code, name) in [(Self.leeds, "Leeds"), (Self.york, "York"), (Self.england, "England")] {
                try tx.run("INSERT INTO needs_area (code, name, level) VALUES (\(code), \(name), 'authority')")
            }
            var writer = FigureWriter()
            for (place, values) in [
                (Self.leeds, [130, 125, nil, 118, 112]), (Self.york, [90, 95, 97, 99, 101]),
                (Self.england, [120, 121, 119, 117, 115]),
            ] {
                for (index, value) in values.enumerated() {
                    let year = 2004 + index
                    try writer.write(
                        "moves", place, from: "\(year)-04-01", until: "\(year + 1)-04-01",
                        label: "\(year)/\(String(year + 1).suffix(2))", tenths: value, tx)
                }
            }
            for month in 1...24 {
                let year = 2008 + (month - 1) / 12, name = String(format: "%04d-%02d", year, (month - 1) % 12 + 1)
                let next = Self.day("\(name)-01").adding(months: 1)
                // Twenty in a hundred; from the nineteenth month on, twelve.
                let part = month < 19 ? (month % 2 == 0 ? 19 : 21) : 12
                try writer.write(
                    "referrals", Self.leeds, from: "\(name)-01", until: "\(next)", label: name, tenths: part * 10,
                    parts: (part, 100), tx)
            }
        }
    }
}

/// Writes figures where an import would.
struct FigureWriter {
    private var series: [String: Int] = [:]
    private var periods: [String: Int] = [:]

    mutating func write(
        _ measure: String, _ place: String, from: String, until: String, label: String, tenths: Int?,
        parts: (Int, Int)? = nil, _ tx: Transaction
    ) throws {
        let key = "\(measure) \(place)", span = "\(from) \(until)"
        if series[key] == nil {
            series[key] = series.count + 1
            try tx.run(
                """
                INSERT INTO needs_series (id, measure, area, breakdown)
                VALUES (\(series.count), \(measure), \(place), '')
                """)
        }
        if periods[span] == nil {
            periods[span] = periods.count + 1
            try tx.run(
                """
                INSERT INTO needs_period (id, from_day, until_day)
                VALUES (\(periods.count), \(PerformanceHouse.day(from)), \(PerformanceHouse.day(until)))
                """)
        }
        let mark: String? = tenths == nil ? "x" : nil, meaning: String? = tenths == nil ? "not-available" : nil
        let decimals: Int? = tenths == nil ? nil : 1
        try tx.run(
            """
            INSERT INTO needs_observation
                (series, period, source, label, mantissa, decimals, mark, meaning, numerator, denominator)
            VALUES (\(series[key] ?? 0), \(periods[span] ?? 0), 1, \(label), \(tenths), \(decimals), \(mark),
                \(meaning), \(parts?.0), \(parts?.1))
            """)
    }
}

extension PerformanceHouse {
    /// Sends a form, as somebody; gives the path that it leads to.
    func send(
        _ path: String, _ form: [(String, String)] = [], as caller: Caller = PerformanceHouse.analyst,
        on day: Day = PerformanceHouse.today
    ) async throws -> String {
        let reply: Reply = try await send(path, form, as: caller, on: day)
        guard case .see(let next) = reply else { return "" }
        return next
    }

    /// Approves a narrative that was read just now.
    @discardableResult
    func approve(
        _ id: String = "told", as caller: Caller = PerformanceHouse.owner, query: String = "",
        on day: Day = PerformanceHouse.today
    ) async throws -> String {
        try await send("/narratives/\(id)/approve\(query)", [("seen", try await mark(id))], as: caller, on: day)
    }

    /// What somebody who reads a record now gives back when they change it.
    func mark(_ id: String) async throws -> String {
        let registry = building.registry
        return try await house.store.read { tx in Seen.mark(of: try RecordShelf(tx, registry).versions(of: id)) }
    }

    /// Changes what is held where no command would.
    func sql(_ statement: SQL) async throws { try await house.store.write { tx in _ = try tx.run(statement) } }

    func findings(on day: Day = PerformanceHouse.today) async throws -> [Finding] {
        let registry = building.registry
        let book = try await house.store.read { tx in try tx.loadBook(registry) }
        return PerformanceChecks.findings(in: book, on: day)
    }

    /// The scorecard of everything, as somebody sees it.
    func card(
        _ scope: Scope = Scope(), as caller: Caller = .keyboard, on day: Day = PerformanceHouse.today
    ) async throws -> Scorecard {
        let registry = building.registry, seen = PerformanceSight(of: caller, under: house.policy, today: Self.today)
        return try await house.store.read { tx in
            try Scorecard.read(scope, seen: seen, in: DayBook(RecordShelf(tx, registry), on: day), tx)
        }
    }

    func narrative(
        _ id: String = "told", _ more: [String: Given] = [:], on day: Day = PerformanceHouse.today
    ) async throws {
        try await does(.keyboard, on: day) { tx, hand in
            let fields: [String: Given] = [
                "indicator": .text("ni62"), "period": .text("2008/09"), "text": .text("Fewer moves \(Self.secret)"),
                "action": .text("More foster carers"), "author": .text("ana"),
            ]
            try hand.add(Narrative.kind, id: id, fields.merging(more) { $1 }, in: tx)
        }
    }
}
