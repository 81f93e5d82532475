import Arrangements
public import Kernel
public import Partners
public import Records

/// What this room contributes to the check: business that was not done as it should be.
public enum MeetingsChecks {
    public static let all: [Check<MeetingsOnADay>] = [
        actionsDone, childrenThoughtOf, quorate, agendaInTime, minutesConfirmed, reportedToNext, keyNotice,
        privateNotice,
    ]

    /// Everything they find, in the order of their codes.
    public static func findings(in book: Book, on day: Day) -> [Finding] {
        let model = MeetingsOnADay(book, on: day)
        return all.flatMap { $0.find(in: model, on: day) }
    }

    private static let own = Citation("Rules", "meetings.md")

    static let actionsDone = Check<MeetingsOnADay>(
        "M01", "An action is done by its day", .warning, sources: [own], needs: "actions with their days",
        applies: "Every open action. Cannot tell where nobody said by when.", evidence: .own
    ) { model in
        model.actions.compactMap { action in
            guard action.isOpen else { return nil }
            let (subject, name) = model.told(action)
            guard let due = action.due else {
                return Found(
                    .cannotTell, subject, "\(name): nobody said by when", mend: "Give it a day",
                    facts: [action.record])
            }
            guard due < model.day else { return nil }
            let owner = action.owner.map { model.name($0.text) } ?? "nobody named"
            let higher = action.record.text("escalated-to").map { ", and was taken to \(model.name($0))" } ?? ""
            return Found(
                .warning, subject, "\(name) (\(owner)) was due on \(due.long)\(higher)",
                mend: "Say what was done and what shows it, or ask the body for another day", facts: [action.record])
        }
    }

    static let childrenThoughtOf = Check<MeetingsOnADay>(
        "M02", "A decision says what it means for children", .warning,
        sources: [.p06("4.3"), Citation("Rules", "REP-04")], needs: "decisions, and what each says of children",
        applies: "Every decision held, of every body.", evidence: .paper
    ) { model in
        model.resolutions.filter { $0.isDecided && $0.impact == "not-recorded" }.map { resolution in
            let (subject, name) = model.told(resolution)
            return Found(
                .warning, subject,
                """
                \(Words.sentence(model.name(resolution.body.text))) did not say what it means for children: \(name)
                """,
                mend: "Find out what was considered, and record it", facts: [resolution.record])
        }
    }

    static let quorate = Check<MeetingsOnADay>(
        "M03", "A decision was taken with a quorum", .error, sources: [Citation("Rules", "GOV-10")],
        needs: "registers, declarations, decisions with their times, and the quorum in the terms of reference",
        applies: """
            Every decision of a meeting with a register; a register may have been put right since. Cannot tell where \
            the terms give no quorum.
            """, evidence: .knowledgeHigh
    ) { model in
        model.resolutions.compactMap { resolution in
            guard resolution.isDecided, resolution.made == "meeting",
                let meeting = resolution.meeting.flatMap(model.meeting),
                let there = try? WhoWasThere(
                    at: meeting, time: resolution.time, item: resolution.item, on: model.shelf.shelf), there.isTaken
            else { return nil }
            let (subject, name) = model.told(resolution)
            guard let quorum = there.quorum else {
                return Found(
                    .cannotTell, subject,
                    "Whether there was a quorum is not known, as the terms give none: \(name)",
                    mend: "Record the quorum in the terms of reference", facts: [resolution.record])
            }
            guard there.count < quorum else { return nil }
            return Found(
                .error, subject, "\(name) was decided by \(there.count) members; the quorum is \(quorum)",
                mend: "Put the register right if it is wrong, or have the body decide again", facts: [resolution.record]
            )
        }
    }

    static let agendaInTime = Check<MeetingsOnADay>(
        "M04", "An agenda is public for its clear days", .warning, sources: [Citation("Rules", "GOV-01")],
        needs: "meetings to come, and when their agendas were published",
        applies: "Every meeting to come. What a paper says of a past meeting is not judged.", evidence: .verified
    ) { model in
        model.meetings.compactMap { meeting in
            guard meeting.status == "planned", meeting.on >= model.day, meeting.noticeFrom == nil,
                meeting.record.sources.isEmpty || meeting.agendaPublished != nil,
                let last = try? MeetingLaw.publishBy(meeting.on), last < model.day
            else { return nil }
            if let said = meeting.agendaPublished {
                return Found(
                    .warning, model.subject(meeting.id.text),
                    """
                    The agenda for \(meeting.when) is said to have been published on \(said.long), which nobody can \
                    show
                    """,
                    mend: "Publish it by its page at shorter notice and say why, or move the meeting",
                    facts: [meeting.record])
            }
            return Found(
                .warning, model.subject(meeting.id.text),
                "The agenda for \(meeting.when) is not published; the last day for it was \(last.long)",
                mend: "Publish it at shorter notice and say why, or move the meeting", facts: [meeting.record])
        }
    }

    static let minutesConfirmed = Check<MeetingsOnADay>(
        "M05", "Minutes are confirmed at the next meeting", .warning, sources: [Citation("Rules", "GOV-07")],
        needs: "meetings held, and their minutes",
        applies: "Every meeting with a register here, once the body has met again.", evidence: .knowledgeHigh
    ) { model in
        let held = model.meetings.filter { $0.status == "held" && $0.record.sources.isEmpty && $0.on <= model.day }
        let confirmed = Set(model.minutes.filter(\.isConfirmed).map(\.meeting))
        var latest: [ID<Body>: Day] = [:]
        for meeting in held { latest[meeting.body] = max(latest[meeting.body] ?? meeting.on, meeting.on) }
        return held.filter { meeting in
            !confirmed.contains(meeting.id) && latest[meeting.body].map { $0 > meeting.on } ?? false
        }.map { meeting in
            Found(
                .warning, model.subject(meeting.id.text),
                """
                \(Words.sentence(model.name(meeting.body.text))) has met again, and the minutes of \
                \(meeting.on.long) are not confirmed
                """,
                mend: "Put them to the next meeting, and have somebody confirm them who did not write them",
                facts: [meeting.record])
        }
    }

    static let reportedToNext = Check<MeetingsOnADay>(
        "M06", "A decision between meetings is reported to the next", .warning, sources: [own],
        needs: "decisions made between meetings, and meetings held since", applies: "Every such decision.",
        evidence: .own
    ) { model in
        model.resolutions.compactMap { resolution in
            guard resolution.made != "meeting", resolution.record.text("reported-to") == nil,
                let next = model.meetings.filter({
                    $0.body == resolution.body && $0.status == "held" && $0.on >= resolution.on && $0.on <= model.day
                }).min(by: { $0.on < $1.on })
            else { return nil }
            let (subject, name) = model.told(resolution)
            return Found(
                .warning, subject,
                "\(name) was decided between meetings, and was not reported to that of \(next.on.long)",
                mend: "Report it to the next meeting", facts: [resolution.record])
        }
    }

    static let keyNotice = Check<MeetingsOnADay>(
        "M07", "The public is told of a key decision beforehand", .error,
        sources: [Citation("Rules", "GOV-22"), Citation("Rules", "GOV-23"), Citation("Rules", "GOV-24")],
        needs: "key decisions, and the forward plan with its days",
        applies: "Every key decision made here, by the law of its day; an agreed exception stands for notice.",
        evidence: .knowledgeHigh
    ) { model in
        model.resolutions.compactMap { resolution in
            guard resolution.record.flag("key") == true, resolution.isDecided, resolution.record.sources.isEmpty,
                let last = try? MeetingLaw.keyNoticeBy(resolution.on)
            else { return nil }
            let entry = model.plan.first {
                $0.record.text("resolution") == resolution.id.text && $0.record.text("withdrawn") == nil
            }
            if let entry, entry.standsForNotice(of: resolution.on) || entry.published.map({ $0 <= last }) == true {
                return nil
            }
            let what = entry?.published.map { "notice was given on \($0.long)" } ?? "no notice of it is held"
            let (subject, name) = model.told(resolution)
            return Found(
                .error, subject,
                "\(name) is a key decision, and \(what); the last day for it was \(last.long)",
                mend: "Record the entry of the forward plan, or the exception and who agreed it",
                facts: [resolution.record])
        }
    }
}
