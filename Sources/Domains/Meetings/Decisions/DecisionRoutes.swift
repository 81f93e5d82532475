import Arrangements
import Doors
import Kernel
import Partners
import Records
import Store
import Web

extension Resolution {
    static let routes: [Route] = seeing + DecidingRoutes.all + FollowingRoutes.all

    private static let seeing: [Route] = [
        Route(.get, "/decisions", needs: .readMeetings, summary: "Published decisions of every body, the latest first.")
        {
            request, house in .page(try await list(request, house, of: nil))
        },
        Route(
            .get, "/bodies/:body/decisions", needs: .readMeetings,
            summary: "The decisions of one body, and what they mean for children."
        ) { request, house in .page(try await list(request, house, of: try request.id("body"))) },
        Route(.get, "/decisions/:decision", needs: .readMeetings, summary: "One decision, and where it stands.") {
            request, house in
            let view = try await view(request, house)
            let isClerk = request.caller.may(.changeMeetings, under: house.policy)
            return .page(DecisionPage(view: view, isClerk: isClerk, request: request).page)
        },
    ]

    /// - Throws: `.notFound` where the reader sees no such decision.
    static func view(_ request: Request, _ house: House) async throws -> DecisionView {
        let id: ID<Resolution> = try request.id("decision")
        let (caller, policy, today) = (request.caller, house.policy, request.today)
        return try await house.reading(request) { reading, _ in
            guard let record = try reading.versions(of: id.text).standing.first, record.kind.name == kind.name else {
                throw Refusal.notFound
            }
            let body = Resolution(record).body
            let sight = try Sight(of: caller, under: policy, into: body, today: today, reading.shelf)
            let view = try DecisionView(record, sight, in: reading)
            guard sight.isWhole || view.isPublic else { throw Refusal.notFound }
            return view
        }
    }

    static let pageSize = 50

    /// The part of an address that goes on after these days, the last of which is the first that was not shown.
    private static func goOn(after days: [Day], _ before: Day?, _ skipped: Int) -> String? {
        guard let day = days.last else { return nil }
        let from = day.adding(days: 1)
        let shown = days.dropLast().count { $0 == day } + (from == before ? skipped : 0)
        return "before=\(from)&skip=\(shown)"
    }

    private static func list(_ request: Request, _ house: House, of body: ID<Body>?) async throws -> Page {
        let (caller, policy, today) = (request.caller, house.policy, request.today)
        let before = try request.query.day("before", label: "The day")
        let isClerk = caller.may(.changeMeetings, under: policy), skipped = request.skipped
        let (views, next, named) = try await house.reading(request) { reading, tx in
            if let body, try reading.versions(of: body.text).first?.kind.name != Body.kind.name {
                throw Refusal.notFound
            }
            let found = try tx.decisions(
                of: body?.text, before: before, today: isClerk ? nil : today, limit: pageSize + 1, skipping: skipped)
            try reading.prefetch(found.map(\.id))
            let views = try found.prefix(pageSize).compactMap { row -> DecisionView? in
                guard let record = try reading.versions(of: row.id).standing.first else { return nil }
                let sight = try Sight(
                    of: caller, under: policy, into: Resolution(record).body, today: today, reading.shelf)
                let view = try DecisionView(record, sight, in: reading)
                return sight.isWhole || view.isPublic ? view : nil
            }
            let next = found.count > pageSize ? Self.goOn(after: found.map(\.on), before, skipped) : nil
            return (views, next, try reading.named(body))
        }
        return DecisionsPage(decisions: views, body: named, isClerk: isClerk, next: next, request: request).page
    }
}

extension Transaction {
    /// Decisions as they stand, the latest first.
    ///
    /// - Parameter today: the day by which they must be published; nil for whoever reads those that are not, too.
    fileprivate func decisions(
        of body: String?, before: Day?, today: Day?, limit: Int, skipping skipped: Int
    ) throws -> [(id: String, on: Day)] {
        let ofBody: SQL = body.map { "AND body = \($0)" } ?? ""
        let earlier: SQL = before.map { "AND \"on\" < \($0)" } ?? ""
        let shown: SQL = today.map { "AND (published <= \($0) OR sources <> '[]')" } ?? ""
        return try rows(
            """
            SELECT id, "on" FROM meetings_resolution
            WHERE until_day IS NULL \(sql: ofBody) \(sql: earlier) \(sql: shown)
            ORDER BY "on" DESC, id LIMIT \(limit) OFFSET \(skipped)
            """
        ).map { ($0.text(0), $0.day(1)) }
    }
}
