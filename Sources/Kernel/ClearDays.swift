/// "N clear days before the meeting": neither the day of notice nor the day of the meeting counts (TIME-07).
public struct ClearDays: Hashable, Sendable {
    public let count: Int
    /// Councils count working days (*R v Swansea City Council, ex p Elitestone* [1993]); another body's rules may not.
    public let areWorkingDays: Bool

    public init(_ count: Int, areWorkingDays: Bool = true) {
        self.count = count
        self.areWorkingDays = areWorkingDays
    }
}

extension Day {
    /// The last day on which notice of something on this day is in time; a working day when working days are counted.
    /// - Throws: `Refusal.outOfOrder` before 1995, when working days are counted.
    public func subtracting(_ clear: ClearDays) throws(Refusal) -> Day {
        clear.areWorkingDays
            ? try adding(WorkingDays(-(clear.count + 1)))
            : adding(days: -(clear.count + 1))
    }
}
