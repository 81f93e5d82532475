public import Kernel
public import Records

/// A relation that must not lead back to where it began: who manages whom, what is part of what.
///
/// Each step counts only while it holds together with the steps before it, so a line of 2006 and a line of 2010 that
/// never held on one day make no circle.
public struct Circle {
    /// One step of the relation: where it leads, and when.
    public struct Step {
        let to: String
        let period: Period

        public init(to: String, during period: Period) {
            self.to = to
            self.period = period
        }
    }

    /// Steps followed before giving up; a real chain has a dozen.
    private static let stepsMax = 20_000

    private let next: (String) throws -> [Step]

    /// - Parameter next: the steps that lead on from a thing.
    public init(_ next: @escaping (String) throws -> [Step]) { self.next = next }

    /// What is passed on the way from the step's end back to `start`, first to last; nil when it does not come back.
    public func path(from start: String, by first: Step) throws -> [String]? {
        var waiting = [Walk(at: first.to, days: Days(first.period), passed: [first.to])], seen: Set<Walk.Key> = [],
            taken = 0
        while let walk = waiting.popLast(), taken < Self.stepsMax {
            if walk.at == start { return walk.passed }
            guard seen.insert(walk.key).inserted else { continue }
            for step in try next(walk.at) {
                taken += 1
                guard let days = walk.days.both(Days(step.period)) else { continue }
                waiting.append(Walk(at: step.to, days: days, passed: walk.passed + [step.to]))
            }
        }
        return nil
    }
}

/// The days on which every step so far holds: first day to last day, inclusive.
private struct Days: Hashable {
    let first: Int
    let last: Int

    init(_ period: Period) {
        first = (period.from ?? period.attested)?.number ?? .min
        last = period.until.map { $0.number - 1 } ?? .max
    }

    private init(first: Int, last: Int) {
        self.first = first
        self.last = last
    }

    func both(_ other: Days) -> Days? {
        let days = Days(first: max(first, other.first), last: min(last, other.last))
        return days.first <= days.last ? days : nil
    }
}

/// One way round, from link to link.
private struct Walk {
    struct Key: Hashable {
        let at: String
        let days: Days
    }

    let at: String
    let days: Days
    let passed: [String]
    var key: Key { Key(at: at, days: days) }
}

extension Circle {
    /// A relation that each thing holds in a field of its own, such as `part-of`.
    public static func along(_ field: String, on shelf: any Shelf) -> Circle {
        Circle { id in
            try shelf.versions(of: id).compactMap { version in
                version.text(field).map { Step(to: $0, during: version.period) }
            }
        }
    }

    /// The rule that a thing's `field` never leads back to itself. `words` fill "X cannot be … itself".
    public static func never(along field: String, of kind: Kind, _ words: String) -> Invariant {
        Invariant(of: kind.name, rule: "No \(kind.name) is \(words) itself, at any remove") { record, shelf in
            guard let to = record.text(field) else { return [] }
            let step = Step(to: to, during: record.period)
            guard let path = try along(field, on: shelf).path(from: record.id, by: step) else { return [] }
            let way = try ([record.id] + path).map(shelf.name).joined(separator: ", then ")
            return [Problem(field, "\(try shelf.name(of: record.id)) cannot be \(words) itself: \(way)")]
        }
    }
}

extension Shelf {
    /// What a thing is called, for a sentence; its identifier when it is not held.
    public func name(of id: String) throws -> String {
        guard let record = try versions(of: id).last else { return id }
        return record.kind.naming(record) { other in other == id ? nil : try? name(of: other) }
    }
}
