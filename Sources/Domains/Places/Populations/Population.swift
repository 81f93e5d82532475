import Kernel

/// The people of some wards, by age, on each day for which they are held.
struct Population: Sendable, Equatable {
    /// One day's count.
    struct Count: Sendable, Equatable {
        let day: Day
        /// Where the figures are from.
        let title: String
        /// 91 counts: ages 0 to 89, then 90 and over.
        let persons: [Int]

        func total(_ band: AgeBand) -> Int { persons[band.ages].reduce(0, +) }
    }

    /// In order of their days.
    let counts: [Count]
    /// How many wards they are summed over, and how many of those have figures.
    let wards: Int
    let wardsWithFigures: Int

    /// What is held for a day: the mid-year estimate of its own year, and never another year's in its place (PL-10).
    func count(for day: Day) -> Count? { counts.first { $0.day.year == day.year } }
}
