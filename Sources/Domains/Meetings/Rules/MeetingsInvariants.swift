import Arrangements
import Kernel
import Partners
public import Records

/// What must be true of this room's records together, whoever changes them and however.
public enum MeetingsInvariants {
    public static let all: [Invariant] =
        times + [
            Meeting.reasonGiven, Meeting.publishedInTime, Meeting.cycleIsItsOwn, AgendaItem.lateForAReason,
            AgendaItem.addedInTime, AgendaItem.closedForAReason, AgendaItem.keepsPapersApart, Report.openInTime,
            Paper.openInTime, Paper.keptApart, RegisterEntry.ofASeatThatDay,
            RegisterEntry.substituteNamed, RegisterEntry.notMoreThanItsPlaces, Declaration.byTheLawOfTheDay,
            Declaration.withheldByTheLaw,
            Resolution.saysWhatItMeans, Resolution.withinItsMeeting, Resolution.withAQuorum,
            Resolution.votesOfThoseThere, Resolution.carriedByAMajority,
            Resolution.betweenMeetings, Resolution.closedForAReason, Resolution.callInAnswered,
            Resolution.exemptForAReason, Resolution.notCarriedOutEarly, CallIn.inTime,
            MeetingAction.doneWithEvidence, Minutes.onePerMeeting, Minutes.notByTheirAuthor,
            ForwardPlanEntry.exceptionGiven,
        ]

    /// Every field that holds a time holds one.
    private static let times: [Invariant] = [
        timely(Cycle.kind, "time"), timely(Meeting.kind, "time"), timely(AgendaItem.kind, "time"),
        timely(RegisterEntry.kind, "arrived", "left"), timely(Resolution.kind, "at"), timely(CallIn.kind, "time"),
    ]

    private static func timely(_ kind: Kind, _ fields: String...) -> Invariant {
        Invariant(of: kind.name, rule: "A time is a time of day, such as 18:30") { record, _ in
            fields.compactMap { field in
                guard let text = record.text(field), ClockTime(text) == nil else { return nil }
                return Problem(field, "\(text) is not a time of day: write it as 18:30")
            }
        }
    }
}

extension Meeting {
    static let reasonGiven = Invariant(of: kind.name, rule: "A meeting is moved or cancelled for a reason") {
        record, _ in
        guard record.text("reason") == nil else { return [] }
        if Meeting(record).isCancelled { return [Problem("reason", "Say why the meeting is cancelled")] }
        return record.day("moved-from") == nil ? [] : [Problem("reason", "Say why the meeting was moved")]
    }

    /// GOV-01. What a source attests is taken as it says.
    static let publishedInTime = Invariant(of: kind.name, rule: "An agenda is public for the clear days of its law") {
        record, _ in
        let meeting = Meeting(record)
        guard record.sources.isEmpty || meeting.status == "planned", !meeting.isAtShortNotice,
            let published = meeting.noticeFrom ?? (record.sources.isEmpty ? meeting.agendaPublished : nil),
            let last = try? MeetingLaw.publishBy(meeting.on), published > last
        else { return [] }
        let days = MeetingLaw.notice(on: meeting.on).count
        return [
            Problem(
                "short-notice",
                """
                \(days) clear days are needed, so \(last.long) was the last day: say why it was called at shorter \
                notice
                """
            )
        ]
    }

    static let cycleIsItsOwn = Invariant(of: kind.name, rule: "A meeting is in a cycle of its own body") {
        record, shelf in
        guard let cycle = try record.text("cycle").flatMap({ try Record.last($0, on: shelf) }),
            cycle.text("body") != record.text("body")
        else { return [] }
        return [Problem("cycle", "That cycle is another body's")]
    }
}

extension AgendaItem {
    static let lateForAReason = Invariant(of: kind.name, rule: "A late item is admitted for special circumstances") {
        record, _ in
        guard AgendaItem(record).isLate, record.sources.isEmpty else { return [] }
        var problems: [Problem] = []
        if record.text("special-circumstances") == nil {
            problems.append(Problem("special-circumstances", "Say what special circumstances make it urgent (GOV-02)"))
        }
        if record.text("admitted-by") == nil {
            problems.append(Problem("admitted-by", "Say who, in the chair, admitted it (GOV-02)"))
        }
        return problems
    }

    static let addedInTime = Invariant(of: kind.name, rule: "An item added too late for notice is late") {
        record, shelf in
        guard let added = record.day("added"), !AgendaItem(record).isLate, record.sources.isEmpty,
            let meeting = try record.text("meeting").flatMap({ try Record.last($0, on: shelf) }).map(Meeting.init),
            !meeting.isAtShortNotice, meeting.record.sources.isEmpty, let last = try? MeetingLaw.publishBy(meeting.on),
            added > last
        else { return [] }
        return [Problem("late", "It was added on \(added.long), after \(last.long): it is a late item")]
    }

    /// GOV-08.
    static let closedForAReason = Invariant(of: kind.name, rule: "An item is closed to the public by the law's words") {
        record, _ in
        let item = AgendaItem(record)
        guard !item.isOpen else { return [] }
        var problems: [Problem] = []
        if record.text("public-title") == nil {
            problems.append(Problem("public-title", "Give the line that the public is to read"))
        }
        if item.access == "exempt", record.text("exempt-under") == nil {
            problems.append(Problem("exempt-under", "Say which description of exempt information covers it"))
        }
        if record.text("exempt-because") == nil {
            problems.append(Problem("exempt-because", "Say why it is not open: everybody may read that"))
        }
        return problems
    }
}

extension Minutes {
    static let onePerMeeting = Invariant(of: kind.name, rule: "A meeting has one set of minutes") { record, shelf in
        let other = try shelf.records(of: kind, where: "meeting", is: Minutes(record).meeting.text)
            .first { $0.id != record.id && $0.period.overlaps(record.period) }
        return other == nil ? [] : [Problem("meeting", "That meeting has minutes already: edit those")]
    }

    static let notByTheirAuthor = Invariant(of: kind.name, rule: "Nobody confirms minutes that they wrote") {
        record, shelf in
        let minutes = Minutes(record)
        guard minutes.isConfirmed else { return [] }
        var problems: [Problem] = []
        if record.text("confirmed-by").map(minutes.authors.contains) == true {
            problems.append(Problem("confirmed-by", "Nobody confirms minutes that they wrote: ask somebody else"))
        }
        guard let later = try record.text("confirmed-at").flatMap({ try Record.last($0, on: shelf) }).map(Meeting.init)
        else { return problems + [Problem("confirmed-at", "Say which later meeting confirmed them")] }
        if let own = try Record.last(minutes.meeting.text, on: shelf).map(Meeting.init),
            own.body != later.body || later.on <= own.on
        {
            problems.append(Problem("confirmed-at", "Minutes are confirmed at a later meeting of the same body"))
        }
        return problems
    }

    /// Confirming them is for the command that asks who wrote them, and so is saying who did.
    static let safeguards = [
        Safeguard(of: kind.name, rule: "Minutes are confirmed by the command that asks who wrote them") {
            after, before, _ in
            let wasConfirmed = before.contains { Minutes($0).isConfirmed }
            let wrote = before.last.map { Minutes($0).authors }
            let isAnothers = after.contains { Minutes($0).authors != wrote ?? Minutes($0).authors }
            guard after.contains(where: { Minutes($0).isConfirmed }) || wasConfirmed || isAnothers else { return nil }
            // Ended, too, they are otherwise than they were confirmed.
            let isTheSame =
                after.last.map { last in before.contains { $0.values == last.values && $0.period == last.period } }
                ?? false
            return isTheSame ? nil : .sealMeetings
        }
    ]
}

extension ForwardPlanEntry {
    /// GOV-24.
    static let exceptionGiven = Invariant(of: kind.name, rule: "An exception from notice is agreed, for a reason") {
        record, shelf in
        guard record.text("exception") != nil else { return [] }
        return [
            ("exception-reason", "Say why the notice could not be given"),
            ("exception-agreed-by", "Say which scrutiny chair was told, or who agreed"),
        ].compactMap { record.text($0.0) == nil ? Problem($0.0, $0.1) : nil }
            + (record.day("exception-on") == nil
                ? [Problem("exception-on", "Enter the day it was published")] : [])
            + ForwardPlanEntry(record).tooSoon(record.text("resolution").flatMap { try? Record.last($0, on: shelf) })
    }

    /// GOV-24: a general exception is told of, and published, clear days before the decision; special urgency is not.
    private func tooSoon(_ resolution: Record?) -> [Problem] {
        guard let decided = resolution.map(Resolution.init)?.on, !standsForNotice(of: decided),
            let last = try? MeetingLaw.publishBy(decided)
        else { return [] }
        return [
            Problem(
                "exception-on",
                "It was decided on \(decided.long): the last day to publish the exception was \(last.long)"
            )
        ]
    }
}
