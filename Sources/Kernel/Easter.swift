/// When Easter falls in the western churches.
enum Easter {
    /// The Sunday after the first ecclesiastical full moon on or after 21 March, by Gauss's method with the Gregorian
    /// corrections, as the anonymous algorithm printed in Nature in 1876 arranges them.
    static func sunday(in year: Int) -> Day {
        let golden = year % 19
        let (century, yearOfCentury) = (year / 100, year % 100)
        let moonCorrection = (century - (century + 8) / 25 + 1) / 3
        let epact = (19 * golden + century - century / 4 - moonCorrection + 15) % 30
        let daysToSunday = (32 + 2 * (century % 4) + 2 * (yearOfCentury / 4) - epact - yearOfCentury % 4) % 7
        let lateMoon = (golden + 11 * epact + 22 * daysToSunday) / 451
        let dayOfMarch = epact + daysToSunday - 7 * lateMoon + 22
        return Day(trusting: year, 3, 1).adding(days: dayOfMarch - 1)
    }
}
