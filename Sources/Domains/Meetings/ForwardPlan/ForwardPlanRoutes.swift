import Doors
import Kernel
import Partners
import Records
import Web

extension ForwardPlanEntry {
    static let routes: [Route] = [
        Route(
            .get, "/forward-plan", needs: .readMeetings,
            summary: "Key decisions that are coming, with the notice given of each."
        ) { request, house in
            let isClerk = request.caller.may(.changeMeetings, under: house.policy)
            let rows = try await house.reading(request) { reading, tx in
                let ids = try tx.rows(
                    """
                    SELECT id FROM meetings_forward_plan_entry
                    WHERE until_day IS NULL AND withdrawn IS NULL AND due >= \(reading.on.adding(days: -31))
                    """
                ).map { $0.text(0) }
                try reading.prefetch(ids)
                return try ids.flatMap { try reading.versions(of: $0).standing }.map {
                    ForwardPlanRow(ForwardPlanEntry($0), in: try decider($0, reading))
                }
                .filter {
                    isClerk || $0.entry.published.map { $0 <= reading.on } == true || !$0.entry.record.sources.isEmpty
                }
                .filter { $0.entry.due >= reading.on.adding(days: -31) && $0.entry.record.text("withdrawn") == nil }
                .sorted { ($0.entry.due, $0.entry.id) < ($1.entry.due, $1.entry.id) }
            }
            return .page(ForwardPlanPage(rows: rows, isClerk: isClerk, request: request).page)
        },
        Route(
            .post, "/forward-plan/:entry/publish", needs: .changeMeetings,
            summary: "Give notice of a key decision, or publish why notice could not be given: today."
        ) { request, house in
            let id: ID<ForwardPlanEntry> = try request.id("entry")
            return try await request.act(house, then: "/forward-plan", orAsk: { throw Refusal.invalid($0) }) {
                tx, hand in
                try GiveNotice(entry: id.text).perform(by: hand, in: tx)
            }
        },
    ]

    private static func decider(_ record: Record, _ reading: DayBook) throws -> Subject? {
        try record.text("decided-by").flatMap(reading.subject)
    }
}

/// A key decision to come, and whether notice of it was given in time.
struct ForwardPlanRow: Sendable {
    let entry: ForwardPlanEntry
    let decider: Subject?
    /// The last day on which notice of it is in time.
    let noticeBy: Day?

    init(_ entry: ForwardPlanEntry, in decider: Subject?) {
        self.entry = entry
        self.decider = decider
        noticeBy = try? MeetingLaw.keyNoticeBy(entry.due)
    }

    var notice: String {
        guard let noticeBy else { return "Cannot tell" }
        if let published = entry.published {
            if published <= noticeBy { return "Given on \(published.long), in time" }
            guard let exception = entry.record.text("exception") else {
                return "Given on \(published.long), late: \(noticeBy.long) was the last day"
            }
            return ForwardPlanEntry.exceptions.label(of: exception)
        }
        return "To be given by \(noticeBy.long)"
    }
}
