import Arrangements
public import Kernel

/// The law of meetings by its dates: notice, interests, call-in, remote attendance.
public enum MeetingLaw {
    /// Bodies of the council, which Part VA and Schedule 12 of the Local Government Act 1972 bind. Others follow the
    /// same notice here by our choice, and may have less.
    static let councilTypes: Set = ["executive", "committee", "scrutiny"]

    static func isCouncils(_ type: String) -> Bool { councilTypes.contains(type) }

    /// Clear days of notice of a meeting, its agenda and its reports (GOV-01).
    public static func notice(on day: Day) -> ClearDays { ClearDays(day < fiveDays ? 3 : 5) }

    /// The last day on which an agenda for a meeting on a day is in time.
    /// - Throws: `.outOfOrder` before 1995.
    public static func publishBy(_ meeting: Day) throws(Refusal) -> Day { try meeting.subtracting(notice(on: meeting)) }

    /// Kinds of interest that could be declared on a day (GOV-12, GOV-13).
    public static func interests(on day: Day) -> Set<String> {
        day < localismAct ? ["personal", "prejudicial", "other"] : ["pecuniary", "other"]
    }

    /// Whether one with such an interest must leave, unless they have a dispensation.
    public static func mustLeave(_ interest: String) -> Bool { ["prejudicial", "pecuniary"].contains(interest) }

    /// Whether remote members of a council's body count and vote: only under the regulations of 2020.
    public static func remoteCounts(_ type: String, on day: Day) -> Bool {
        !isCouncils(type) || (day >= remoteFrom && day < remoteUntil)
    }

    /// The last day and hour on which a decision published on a day may be called in (GOV-27).
    /// - Throws: `.outOfOrder` before 1995.
    public static func callInUntil(published: Day, days: Int = callInDays) throws(Refusal) -> Day {
        try published.adding(WorkingDays(days))
    }

    /// The last day on which notice of a key decision is in time: 28 clear days from 10 September 2012; before, the
    /// forward plan, published 14 days before the first day of its period, a month beginning on the first.
    /// - Throws: `.outOfOrder` before 1995.
    public static func keyNoticeBy(_ decision: Day) throws(Refusal) -> Day {
        if decision >= executiveRegulations {
            return try decision.subtracting(ClearDays(28, areWorkingDays: false))
        }
        let first = Day(decision.year, decision.month, 1) ?? decision
        return first.adding(days: -14)
    }

    /// The last days on which the two notices of an executive's private meeting are in time: 28 clear days before it,
    /// and five (GOV-04). Nil before 10 September 2012, when no such notice was asked for.
    /// - Throws: `.outOfOrder` before 1995.
    public static func privateNoticeBy(_ meeting: Day) throws(Refusal) -> (first: Day, second: Day)? {
        guard meeting >= executiveRegulations else { return nil }
        return (try meeting.subtracting(privateNoticeDays), try publishBy(meeting))
    }

    /// Working days in which a published decision may be called in; "until 5pm on the fifth" (GOV-27).
    public static let callInDays = 5
    public static let callInHour = ClockTime(hour: 17, minute: 0)

    static let fiveDays = day(2002, 10, 1), localismAct = day(2012, 7, 1), executiveRegulations = day(2012, 9, 10)
    static let remoteFrom = day(2020, 4, 4), remoteUntil = day(2021, 5, 7)

    static let privateNoticeDays = ClearDays(28, areWorkingDays: false)

    private static func day(_ year: Int, _ month: Int, _ day: Int) -> Day {
        Day(year, month, day) ?? Day(number: 0)
    }
}

extension Meeting {
    /// Whether what is first open to all on a day comes too late for the notice of this meeting (GOV-01). One that was
    /// called at shorter notice, or that a source tells of, is not judged.
    func isTooLate(_ day: Day) throws(Refusal) -> Bool {
        let last = try MeetingLaw.publishBy(on)
        return !isAtShortNotice && record.sources.isEmpty && day > last
    }
}
