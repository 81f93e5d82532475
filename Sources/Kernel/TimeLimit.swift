/// How long a rule allows, in the unit in which the rule says it. Units are never converted into one another.
public enum TimeLimit: Hashable, Sendable {
    case days(Int)
    case workingDays(Int)
    case weeks(Int)
    /// Does not roll to a working day (TIME-05).
    case months(Int)

    /// The last day in time, counted from the day that sets the clock going, which is day 0.
    /// - Throws: `Refusal.outOfOrder` before 1995, when working days are counted.
    public func deadline(after trigger: Day) throws(Refusal) -> Day {
        switch self {
        case .days(let count): trigger.adding(days: count)
        case .workingDays(let count): try trigger.adding(WorkingDays(count))
        case .weeks(let count): trigger.adding(weeks: count)
        case .months(let count): trigger.adding(months: count)
        }
    }
}

/// How a thing with a deadline stands on a day (TIME-08). Not knowing is its own answer, never "in time".
public enum Timeliness: Hashable, Sendable {
    case notYetDue(by: Day)
    /// The last day in time is today.
    case due
    case doneInTime
    case doneLate(by: Day)
    case overdue(since: Day)
    case notApplicable(because: String)
    case cannotTell(because: String)
}

extension TimeLimit {
    /// - Parameters:
    ///   - trigger: the day that set the clock going; nil when the record lacks it.
    ///   - done: the day the thing was done; nil when it has not been.
    ///   - today: the day on which it is asked. What was done later was not yet done.
    public func stands(since trigger: Day?, done: Day?, on today: Day) -> Timeliness {
        guard let trigger else { return .cannotTell(because: "The day that starts the clock is not recorded") }
        let deadline: Day
        do { deadline = try self.deadline(after: trigger) } catch {
            return .cannotTell(because: error.sentences.joined(separator: ". "))
        }
        if let done, done <= today { return done <= deadline ? .doneInTime : .doneLate(by: deadline) }
        if today < deadline { return .notYetDue(by: deadline) }
        return today == deadline ? .due : .overdue(since: deadline)
    }
}
