import Arrangements
import Kernel
import Partners
import Records

extension MeetingsChecks {
    static let privateNotice = Check<MeetingsOnADay>(
        "M08", "An executive tells the public before it meets in private", .error,
        sources: [Citation("Rules", "GOV-04")],
        needs: "executives' meetings, their agendas, and the notices given",
        applies: """
            Every meeting of an executive since 10 September 2012 with an item that is not open. Who chairs scrutiny \
            or the council may have agreed that it could not wait.
            """, evidence: .knowledgeHigh
    ) { model in
        let closed = Set(model.items.filter { !$0.isOpen }.map(\.meeting))
        return model.meetings.compactMap { meeting in
            guard !meeting.isCancelled, meeting.record.sources.isEmpty, closed.contains(meeting.id),
                model.book[meeting.body.text].last?.text("type") == "executive",
                let last = try? MeetingLaw.privateNoticeBy(meeting.on),
                let lack = PrivateNotice(meeting).lack(by: last, on: model.day)
            else { return nil }
            return Found(
                .error, model.subject(meeting.id.text),
                "A part of the meeting on \(meeting.on.long) is to be held in private, and \(lack)",
                mend: """
                    Move the meeting or open the item, or record who agreed, chairing scrutiny or the council, that it \
                    could not wait
                    """,
                facts: [meeting.record])
        }
    }
}
