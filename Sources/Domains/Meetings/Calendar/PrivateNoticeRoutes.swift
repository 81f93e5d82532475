import Doors
import Kernel
import Partners
import Records
import Web

extension PrivateNotice {
    static let routes: [Route] = pair(isSecond: false) + pair(isSecond: true)

    private static func pair(isSecond: Bool) -> [Route] {
        let path = "/meetings/:meeting/\(isSecond ? "private-notice-again" : "private-notice")"
        let names = isSecond ? GivePrivateNotice.ofSecond : GivePrivateNotice.ofFirst
        let page: @Sendable (Request, House, [Problem]) async throws -> Page = { request, house, problems in
            let view = try await Meeting.view(request, house)
            return QuestionPage(
                title: isSecond ? "Publish the second private notice" : "Publish the first private notice",
                caption: "\(view.body.name), \(view.meeting.when)", lead: lead(view, isSecond),
                questions: names.map { Meeting.kind.question($0) },
                typed: request.typed ?? Fields(saying: view.meeting.record, names),
                held: Fields(saying: view.meeting.record, names), problems: problems,
                hidden: [("seen", request.seenNow(view.seen, problems))], button: "Publish it today",
                back: Link("Back to the meeting", "/meetings/\(view.id)"), request: request
            ).page
        }
        return [
            Route(
                .get, path, needs: .changeMeetings, summary: "Ask why an executive's meeting is to be held in private."
            ) { request, house in .page(try await page(request, house, [])) },
            Route(
                .post, path, needs: .changeMeetings,
                summary: "Publish notice that an executive's meeting is to be held in private."
            ) { request, house in
                let id: ID<Meeting> = try request.id("meeting")
                let answers = Answers(request.form, of: Meeting.kind, names), seen = request.seenBefore
                return try await request.act(
                    house, then: "/meetings/\(id)", orAsk: { try await page(request, house, $0) }
                ) { tx, hand in
                    try answers.mustBeRead()
                    try GivePrivateNotice(meeting: id.text, isSecond: isSecond, fields: answers.fields, seen: seen)
                        .perform(by: hand, in: tx)
                }
            },
        ]
    }

    private static func lead(_ view: MeetingView, _ isSecond: Bool) -> HTML {
        guard let last = try? MeetingLaw.privateNoticeBy(view.meeting.on) else { return .empty }
        let day = isSecond ? last.second : last.first
        return GovUK.insetText("The last day for it is \(day.long). Everybody may read all of it.")
    }
}
