import Arrangements
public import Kernel

/// The law of meetings by its dates: notice, interests, remote attendance.
public enum MeetingLaw {
    /// Bodies of the council, which Part VA and Schedule 12 of the Local Government Act 1972 bind. Others follow the
    /// same notice here by our choice, and may have less.
    static func isCouncils(_ type: String) -> Bool { Body.typesOfCouncils.contains(type) }

    /// Clear days of notice of a meeting, its agenda and its reports (GOV-01).
    public static func notice(on day: Day) -> ClearDays { ClearDays(day < fiveDays ? 3 : 5) }

    /// The last day on which an agenda for a meeting on a day is in time.
    /// - Throws: `.outOfOrder` before 1995.
    public static func publishBy(_ meeting: Day) throws(Refusal) -> Day { try meeting.subtracting(notice(on: meeting)) }

    /// Kinds of interest that could be declared on a day (GOV-12, GOV-13).
    public static func interests(on day: Day) -> Set<String> {
        day < localismAct ? ["personal", "prejudicial", "other"] : ["pecuniary", "other"]
    }

    /// What is said of a sensitive interest in place of its details, by the law of a day; nil before there was any.
    /// From 3 May 2007 the model code (SI 2007/1159, paragraph 14), from 1 July 2012 the Localism Act 2011 s32: where
    /// the member and the monitoring officer consider that disclosure could lead to violence or intimidation.
    public static func withheld(on day: Day) -> String? {
        if day >= localismAct { return "Details withheld under section 32 of the Localism Act 2011" }
        return day >= modelCode ? "Details withheld as sensitive, under paragraph 14 of the Model Code of 2007" : nil
    }

    /// Whether one with such an interest must leave, unless they have a dispensation.
    public static func mustLeave(_ interest: String) -> Bool { ["prejudicial", "pecuniary"].contains(interest) }

    /// Whether remote members of a council's body count and vote: only under the regulations of 2020.
    public static func remoteCounts(_ type: String, on day: Day) -> Bool {
        !isCouncils(type) || (day >= remoteFrom && day < remoteUntil)
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

    static let modelCode = day(2007, 5, 3)
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
