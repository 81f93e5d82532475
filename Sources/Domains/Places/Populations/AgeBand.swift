/// Ages that are counted together, both ends included.
struct AgeBand: Sendable, Equatable {
    let words: String
    let ages: ClosedRange<Int>

    /// Rule PL-11 in docs/rules/places.md: under school age, primary, secondary, and up to 19, which is as far as the
    /// duty
    /// to co-operate goes without another reason; then everybody else.
    static let all = [
        AgeBand(words: "0 to 4", ages: 0...4), AgeBand(words: "5 to 10", ages: 5...10),
        AgeBand(words: "11 to 15", ages: 11...15),
        AgeBand(words: "16 to 19", ages: 16...19), AgeBand(words: "0 to 19 together", ages: 0...19),
        AgeBand(words: "20 and over", ages: 20...PopulationTable.oldest),
        AgeBand(words: "All ages", ages: 0...PopulationTable.oldest),
    ]
}
