public import Foundation

extension Day {
    /// The day it is in England at a moment.
    ///
    /// Summer Time runs from 01:00 UTC on the last Sunday of March to 01:00 UTC on the last Sunday of October
    /// (Summer Time Order 2002, SI 2002/262), worked out here so that no time zone file is needed.
    public init(inEnglandAt now: Date) {
        let seconds = Int(now.timeIntervalSince1970.rounded(.down))
        let hours = seconds.quotientRoundedDown(3_600)
        let utc = Day(number: hours.quotientRoundedDown(24))
        let isSummer =
            Day.hourOfChange(3, in: utc.year).map { hours >= $0 } == true
            && Day.hourOfChange(10, in: utc.year).map { hours < $0 } == true
        self.init(number: (isSummer ? hours + 1 : hours).quotientRoundedDown(24))
    }

    /// Hours since 1970 at which the clocks change in a month of 31 days: 01:00 UTC on its last Sunday.
    private static func hourOfChange(_ month: Int, in year: Int) -> Int? {
        Day(year, month, 31).map { last in (last.number - last.weekday % 7) * 24 + 1 }
    }
}

extension Int {
    fileprivate func quotientRoundedDown(_ divisor: Int) -> Int {
        let quotient = self / divisor
        return self % divisor < 0 ? quotient - 1 : quotient
    }
}
