import Doors
import Kernel
import Partners
import Records
import Web

extension Body {
    static let routes: [Route] = [
        Route(.get, "/bodies", needs: .seeArrangements, summary: "Bodies on a day, by name, a hundred at a time.") {
            request, house in
            let ask = try BodyAsk(request.query)
            let list = try await house.asOf(request, what: ask) { try BodyList(ask, in: $0) }
            return .page(BodiesPage(list: list, ask: ask, request: request).page)
        },
        Route(
            .get, "/bodies.csv", needs: .seeArrangements,
            summary: "Every body on a day, narrowed as on the page, as CSV."
        ) { request, house in
            let ask = try BodyAsk(request.query)
            return .csv(try await house.asOf(request) { try csv(ask, in: $0) }, filename: "bodies.csv")
        },
        Route(
            .get, "/bodies/:body", needs: .seeArrangements,
            summary: "One body on a day: its terms, who sits on it, who has come, where it reports."
        ) { request, house in
            let id: ID<Body> = try request.id("body")
            guard let view = try await house.asOf(request, what: id, { try BodyView(id, in: $0) }) else {
                return try await NotThenPage.reply(Body.kind, id.text, request, house)
            }
            let lately = try await house.lately(for: request)
            let page = BodyPage(view: view, findings: lately.findings(about: id.text), request: request).page
            return .page(lately.told(on: page))
        },
        Route(
            .get, "/bodies/:body/seats.csv", needs: .seeArrangements, summary: "The seats of one body on a day, as CSV."
        ) { request, house in
            let id: ID<Body> = try request.id("body")
            guard let view = try await house.asOf(request, what: id, { try BodyView(id, in: $0) }) else {
                throw Refusal.notFound
            }
            return .csv(view.seats.csv, filename: "\(id.text)-seats.csv")
        },
        Route(
            .get, "/bodies/:body/attendance.csv", needs: .seeArrangements,
            summary: "The attendance of one body up to a day, as CSV."
        ) { request, house in
            let id: ID<Body> = try request.id("body")
            guard let view = try await house.asOf(request, what: id, { try BodyView(id, in: $0) }) else {
                throw Refusal.notFound
            }
            return .csv(view.attendance.csv, filename: "\(id.text)-attendance.csv")
        },
        Route(
            .get, "/api/v1/bodies/:body/around", needs: .seeArrangements,
            summary: "One body on a day and what is around it: terms, seats, attendance, lines."
        ) { request, house in
            let id: ID<Body> = try request.id("body")
            guard let view = try await house.asOf(request, what: id, { try BodyView(id, in: $0) }) else {
                throw Refusal.notFound
            }
            return .json(view.json(on: request.on))
        },
    ]

    private static func csv(_ ask: BodyAsk, in reading: DayBook) throws -> [UInt8] {
        var rows: [[String]] = [], ask = ask
        repeat {
            let list = try BodyList(ask, in: reading, limit: RecordShelf.pageMax)
            rows += list.rows.map { row in
                [
                    row.body.id.text, row.body.name, row.body.short ?? "", row.body.type, row.body.office ?? "",
                    row.body.record.text("level") ?? "", row.area?.name ?? "", row.chair?.name ?? "",
                    "\(row.body.standsFor)",
                    row.memberLimit.map { "\($0)" } ?? "", row.members.map { "\($0)" } ?? "",
                    row.body.record.provenance.rawValue,
                    row.body.record.sources.map(\.description).joined(separator: "; "),
                ]
            }
            ask.after = list.next
        } while ask.after != nil
        let header = [
            "id", "name", "short name", "type", "statutory body", "level", "area", "chair", "stands for",
            "members in its terms",
            "members counted", "provenance", "sources",
        ]
        return Web.csv(header, rows)
    }
}
