internal import Kernel

/// Asks every rule of many records at once, on one shelf.
struct RuleCheck {
    private let registry: Registry
    private let shelf: any Shelf

    init(_ registry: Registry, _ shelf: any Shelf) { (self.registry, self.shelf) = (registry, shelf) }

    /// - Parameter told: takes each problem, with the position of its record, in the order of the records; says whether
    ///   to go on.
    func ask(of records: [Record], told: (Int, Problem) -> Bool) {
        let together = askedTogether(records)
        for (position, record) in records.enumerated() {
            for invariant in registry.invariants(of: record.kind) where invariant.together == nil {
                for problem in outcome(of: invariant, { try invariant.problems(record, shelf) }) {
                    guard told(position, problem) else { return }
                }
            }
            for problem in together[position, default: []] {
                guard told(position, problem) else { return }
            }
        }
    }

    private func askedTogether(_ records: [Record]) -> [Int: [Problem]] {
        var found: [Int: [Problem]] = [:]
        let positions = Dictionary(grouping: records.indices) { records[$0].kind.name }
        for (_, positions) in positions.sorted(by: { $0.key < $1.key }) {
            let some = positions.map { records[$0] }
            for invariant in registry.invariants(of: some[0].kind) {
                guard let together = invariant.together else { continue }
                do {
                    for (at, problem) in try together(some, shelf) { found[positions[at], default: []].append(problem) }
                } catch {
                    found[positions[0], default: []].append(unanswered(invariant))
                }
            }
        }
        return found
    }

    private func outcome(of invariant: Invariant, _ ask: () throws -> [Problem]) -> [Problem] {
        do { return try ask() } catch { return [unanswered(invariant)] }
    }

    private func unanswered(_ invariant: Invariant) -> Problem {
        Problem("", "The rule “\(invariant.rule)” could not be asked. Say so to whoever runs the service")
    }
}
