import Arrangements
import Doors
import Kernel
import Partners
import Records
import Web

extension Meeting {
    /// Every way into this room.
    static let routes: [Route] =
        seeing + planning + PrivateNotice.routes + AgendaItem.routes + RegisterEntry.routes + Resolution.routes
        + MeetingAction.routes
        + Minutes.routes + ForwardPlanEntry.routes + AttendancePage.routes + Paper.routes + RemovePaperFile.routes
        + Pack.routes + MeetingFeed.routes + SearchMeetings.routes

    /// - Throws: `.notFound` when there is no such meeting.
    static func view(_ request: Request, _ house: House) async throws -> MeetingView {
        let id: ID<Meeting> = try request.id("meeting")
        let (caller, policy, today) = (request.caller, house.policy, request.today)
        let view = try await house.reading(request) { reading, _ in
            try MeetingView(id.text, for: caller, under: policy, today: today, in: reading)
        }
        guard let view else { throw Refusal.notFound }
        return view
    }

    // MARK: Seeing

    private static let seeing: [Route] = [
        Route(.get, "/meetings", needs: .readMeetings, summary: "Meetings to come, or earlier ones, of every body.") {
            request, house in .page(try await calendar(request, house, of: nil))
        },
        Route(.get, "/meetings.csv", needs: .readMeetings, summary: "The same as CSV.") { request, house in
            .csv(try await csv(request, house, of: nil), filename: "meetings.csv")
        },
        Route(.get, "/bodies/:body/meetings", needs: .readMeetings, summary: "Meetings of one body.") {
            request, house in .page(try await calendar(request, house, of: try request.id("body")))
        },
        Route(.get, "/bodies/:body/meetings.csv", needs: .readMeetings, summary: "Meetings of one body, as CSV.") {
            request, house in
            let body: ID<Body> = try request.id("body")
            return .csv(try await csv(request, house, of: body), filename: "\(body.text)-meetings.csv")
        },
        Route(
            .get, "/meetings/:meeting", needs: .readMeetings,
            summary: "One meeting: its agenda, who came, what was decided, as far as the reader may see."
        ) { request, house in
            let view = try await view(request, house), id = view.id
            let ask = ThreadContribution.Ask(
                request.caller, under: house.policy, on: request.on, today: request.today)
            let asides = try await house.reading(request) { reading, _ in
                try house.asides(of: Meeting.kind.name, id, ask, reading.shelf)
            }
            return .page(MeetingPage(view: view, asides: asides, request: request).page)
        },
        Route(
            .get, "/api/v1/meetings/:meeting/public", needs: .readMeetings,
            summary: "One meeting as far as the caller may see it: agenda, decisions, actions, minutes."
        ) { request, house in .json(try await view(request, house).json) },
    ]

    /// Which meetings are asked for: `?from=`, or `?before=` to look back.
    private static func ask(_ request: Request, of body: ID<Body>?) throws(Refusal) -> CalendarList.Ask {
        if let before = try request.query.day("before", label: "The day") {
            return CalendarList.Ask(body: body?.text, from: before, isBack: true, skipped: request.skipped)
        }
        let from = try request.query.day("from", label: "The day") ?? request.on
        return CalendarList.Ask(body: body?.text, from: from, skipped: request.skipped)
    }

    private static func calendar(_ request: Request, _ house: House, of body: ID<Body>?) async throws -> Page {
        let ask = try ask(request, of: body)
        let (list, named) = try await house.reading(request) { reading, tx in
            if let body, try reading.versions(of: body.text).first?.kind.name != Body.kind.name {
                throw Refusal.notFound
            }
            return (try CalendarList(ask, in: reading, tx), try reading.named(body))
        }
        let isClerk = request.caller.may(.changeMeetings, under: house.policy)
        return CalendarPage(list: list, ask: ask, body: named, isClerk: isClerk, request: request).page
    }

    private static func csv(_ request: Request, _ house: House, of body: ID<Body>?) async throws -> [UInt8] {
        let ask = try ask(request, of: body)
        let rows = try await house.reading(request) { reading, tx in
            var rows: [CalendarList.Row] = [], next: CalendarList.Ask? = ask
            while let ask = next {
                let list = try CalendarList(ask, in: reading, tx, size: Request.pageSizeMax)
                rows += list.rows
                next = list.next
            }
            return rows
        }
        return Web.csv(
            [
                "id", "body id", "body", "day", "time", "zone", "place", "state", "reason", "agenda published",
                "sources",
            ],
            rows.map { row in
                let record = row.meeting.record
                return [
                    row.meeting.id.text, row.body.id, row.body.name, "\(row.meeting.on)", record.text("time") ?? "",
                    record.text("zone") ?? "Europe/London", record.text("place") ?? "", row.meeting.status,
                    record.text("reason") ?? "", row.meeting.agendaPublished.map { "\($0)" } ?? "",
                    record.sources.map(\.description).joined(separator: "; "),
                ]
            })
    }

    // MARK: Planning

    private static let planning: [Route] = PlanningRoutes.all
}
