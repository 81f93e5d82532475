import Kernel
import Store

extension Transaction {
    /// The people of these wards together, on every day for which figures are held.
    func population(of wards: [ID<Area>]) throws -> Population {
        guard !wards.isEmpty else { return Population(counts: [], wards: 0, wardsWithFigures: 0) }
        let titles = Dictionary(try figures().map { ($0.name, $0.title) }) { $1 }
        var persons: [Day: [Int]] = [:]
        try each(
            """
            SELECT on_day, age, SUM(persons) FROM places_ward_population
            WHERE ward IN \(list: wards) GROUP BY on_day, age
            """
        ) { row in
            let age = row.integer(1)
            var counts = persons[row.day(0)] ?? Array(repeating: 0, count: PopulationTable.oldest + 1)
            if counts.indices.contains(age) { counts[age] = row.integer(2) }
            persons[row.day(0)] = counts
        }
        let found =
            try one("SELECT COUNT(DISTINCT ward) FROM places_ward_population WHERE ward IN \(list: wards)")?.integer(0)
            ?? 0
        let counts = persons.sorted { $0.key < $1.key }.map { day, persons in
            Population.Count(day: day, title: titles["population-\(day)"] ?? "Source not recorded", persons: persons)
        }
        return Population(counts: counts, wards: wards.count, wardsWithFigures: found)
    }
}
