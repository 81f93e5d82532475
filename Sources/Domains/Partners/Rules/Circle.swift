import Kernel
public import Records

/// A relation that must not lead back to where it began: who manages whom, what is part of what.
///
/// Each step counts only while it holds together with the steps before it, so a line of 2006 and a line of 2010 that
/// never held on one day make no circle.
public struct Circle: Sendable {
    /// Steps followed for one record before giving up; a real chain has a dozen.
    static let stepsMax = 20_000

    let relation: Relation

    /// The rule that a relation never leads back.
    ///
    /// - Parameters:
    ///   - field: the field that a problem is about.
    ///   - itself: what is wrong with a step from a thing to itself; nil when `told` says it.
    ///   - told: what is wrong with a record, from the names of what is passed, the first and the last the same.
    public static func rule(
        _ rule: String, never relation: Relation, field: String, itself: String? = nil,
        told: @escaping @Sendable (Record, [String]) -> String
    ) -> Invariant {
        let circle = Circle(relation: relation)
        @Sendable func problem(_ record: Record, _ path: [String], _ shelf: any Shelf) throws -> Problem {
            guard !path.isEmpty else { return Problem(field, tangled) }
            if let itself, path.count == 2 { return Problem(field, itself) }
            return Problem(field, told(record, try shortened(path).map { try $0.map(shelf.name) ?? "…" }))
        }
        return Invariant(
            of: relation.kind.name, rule: rule,
            { record, shelf in try circle.path(by: record, on: shelf).map { [try problem(record, $0, shelf)] } ?? [] },
            together: { records, shelf in
                var search = try CircleSearch(relation, on: shelf)
                return try search.circles(among: records).map { position, path in
                    (position, try problem(records[position], path, shelf))
                }
            })
    }

    /// The rule that a thing's `field` never leads back to itself. `words` fill "X cannot be … itself".
    public static func never(along field: String, of kind: Kind, _ words: String) -> Invariant {
        rule(
            "No \(kind.name) is \(words) itself, at any remove", never: .along(field, of: kind), field: field
        ) { _, names in "\(names[0]) cannot be \(words) itself: \(names.joined(separator: ", then "))" }
    }

    private static let tangled =
        "This and others lead back to one another on so many different days that nobody can tell whether they make a "
        + "circle: end or mend some of them first"

    /// Nil stands for what is left out of a way too long to read.
    private static func shortened(_ path: [String]) -> [String?] {
        guard path.count > 10 else { return path }
        let start: [String?] = Array(path.prefix(6)), end: [String?] = Array(path.suffix(2))
        return start + [nil] + end
    }

    // MARK: - One record

    /// What is passed on the way by a record's step and back to where it starts; nil when it does not come back.
    func path(by record: Record, on shelf: any Shelf) throws -> [String]? {
        guard let start = relation.start(of: record), let first = relation.step(record) else { return nil }
        var walks = [Walk(at: first.to, days: CircleDays(record.period), before: nil)]
        var waiting = [0], seen: Set<Walk.Key> = []
        while let position = waiting.popLast(), walks.count < Circle.stepsMax {
            let walk = walks[position]
            if walk.at == start { return [start] + Self.passed(position, walks) }
            guard seen.insert(walk.key).inserted else { continue }
            for (next, to) in try relation.records(from: walk.at, sort: first.sort, on: shelf) {
                guard let days = walk.days.both(CircleDays(next.period)) else { continue }
                waiting.append(walks.count)
                walks.append(Walk(at: to, days: days, before: position))
            }
        }
        return nil
    }

    private static func passed(_ last: Int, _ walks: [Walk]) -> [String] {
        var passed: [String] = [], position: Int? = last
        while let at = position {
            passed.append(walks[at].at)
            position = walks[at].before
        }
        return passed.reversed()
    }
}

/// The days on which every step so far holds: first day to last day, inclusive.
struct CircleDays: Hashable {
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

    func both(_ other: CircleDays) -> CircleDays? {
        let days = CircleDays(first: max(first, other.first), last: min(last, other.last))
        return days.first <= days.last ? days : nil
    }
}

/// One way round, from link to link.
private struct Walk {
    struct Key: Hashable {
        let at: String
        let days: CircleDays
    }

    let at: String
    let days: CircleDays
    /// The walk that it goes on from, by its position.
    let before: Int?
    var key: Key { Key(at: at, days: days) }
}

extension Shelf {
    /// What a thing is called, for a sentence; its identifier when it is not held.
    public func name(of id: String) throws -> String {
        guard let record = try versions(of: id).last else { return id }
        return record.kind.naming(record) { other in other == id ? nil : try? name(of: other) }
    }
}
