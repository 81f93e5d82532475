public import Kernel

/// Every record there is, in memory: read from files or from the database, whole.
public struct Book: Sendable {
    /// Versions of one thing stand together, first to last.
    private var byKind: [String: [Record]] = [:]
    private var positions: [String: (kind: String, range: Range<Int>)] = [:]

    public init() {}

    /// Takes records grouped by kind and, within a kind, by identifier with versions in order.
    public init(_ records: some Sequence<Record>) {
        for record in records { byKind[record.kind.name, default: []].append(record) }
        for kind in byKind.keys { index(kind) }
    }

    /// Takes records by kind; within a kind by identifier, versions in order.
    init(byKind: [String: [Record]]) {
        self.byKind = byKind
        positions.reserveCapacity(count)
        for kind in byKind.keys { index(kind) }
    }

    public var count: Int { byKind.values.reduce(0) { $0 + $1.count } }

    public func all(_ kind: String) -> [Record] { byKind[kind, default: []] }

    public subscript(id: String) -> [Record] {
        guard let (kind, range) = positions[id] else { return [] }
        return Array(byKind[kind, default: []][range])
    }

    public func contains(_ id: String) -> Bool { positions[id] != nil }

    public func kindName(of id: String) -> String? { positions[id]?.kind }

    /// The version of each thing that certainly held on a day.
    public func holding(_ kind: String, on day: Day) -> [Record] { all(kind).filter { $0.period.holds(on: day) } }

    public func nouns<N: Noun>(_ type: N.Type, on day: Day) -> [N] { holding(N.kind.name, on: day).map(N.init) }

    /// The name of a thing as it was on a day, or as it last was.
    public func name(of id: String, on day: Day) -> String? {
        let versions = self[id]
        guard let record = versions.last(where: { $0.period.holds(on: day) }) ?? versions.last else { return nil }
        return record.kind.naming(record) { other in other == id ? nil : name(of: other, on: day) }
    }

    /// Puts these versions in place of whatever was held under their identifier. `versions` must not be empty.
    public mutating func set(_ versions: [Record]) { set(each: [versions]) }

    /// Puts many things in place at once; each is the versions of one, and not empty.
    public mutating func set(each things: [[Record]]) {
        var moved: Set<String> = []
        var longer: [String: [Record]] = [:]
        for versions in things {
            guard let first = versions.first, let held = positions[first.id] else { continue }
            if held.range.count == versions.count {
                byKind[held.kind, default: []].replaceSubrange(held.range, with: versions)
            } else {
                longer[first.id] = versions
                moved.insert(held.kind)
            }
        }
        for kind in moved { replace(longer, in: kind) }
        for versions in things {
            guard let first = versions.first, positions[first.id] == nil else { continue }
            let start = byKind[first.kind.name, default: []].count
            byKind[first.kind.name, default: []].append(contentsOf: versions)
            positions[first.id] = (first.kind.name, start..<start + versions.count)
        }
    }

    /// Puts many things in place, new ones where their identifiers belong: as the database orders them, in which this
    /// book must be. Each is the versions of one, and not empty.
    mutating func merge(_ things: [[Record]]) {
        let fresh = things.filter { $0.first.map { positions[$0.id] == nil } ?? false }
        set(each: things.filter { $0.first.map { positions[$0.id] != nil } ?? false })
        for (kind, new) in Dictionary(grouping: fresh, by: { $0[0].kind.name }) {
            var new = new.sorted { $0[0].id < $1[0].id }[...], merged: [Record] = []
            let held = byKind[kind, default: []]
            merged.reserveCapacity(held.count + new.count)
            for record in held {
                while let first = new.first, first[0].id < record.id {
                    merged += first
                    new.removeFirst()
                }
                merged.append(record)
            }
            byKind[kind] = merged + new.joined()
            index(kind)
        }
    }

    /// This book with everything of another in place of what it says of the same things.
    public func laid(under other: Book) -> Book {
        var both = self
        both.set(each: other.things)
        return both
    }

    /// Puts in place, in one pass, what has more or fewer versions than it had.
    private mutating func replace(_ things: [String: [Record]], in kind: String) {
        var records: [Record] = []
        for record in byKind[kind, default: []] {
            guard let versions = things[record.id] else { records.append(record); continue }
            if records.last?.id != record.id { records += versions }
        }
        byKind[kind] = records
        index(kind)
    }

    /// Every identifier of a kind, in the order held.
    public func identifiers(of kind: String) -> [String] {
        var identifiers: [String] = []
        for record in all(kind) where record.id != identifiers.last { identifiers.append(record.id) }
        return identifiers
    }

    /// The kinds' names of which there is something.
    public var kindNames: [String] { byKind.keys.sorted() }

    /// Every thing's versions together, kind by kind in order of their names.
    public var things: [[Record]] {
        kindNames.flatMap { kind in identifiers(of: kind).map { self[$0] } }
    }

    private mutating func index(_ kind: String) {
        let records = byKind[kind, default: []]
        var start = 0
        while start < records.count {
            var end = start + 1
            while end < records.count, records[end].id == records[start].id { end += 1 }
            positions[records[start].id] = (kind, start..<end)
            start = end
        }
    }
}

extension Book: Shelf {
    public func versions(of id: String) -> [Record] { self[id] }
    public func records(of kind: Kind) -> [Record] { all(kind.name) }

    public func records(of kind: Kind, where field: String, is value: String) -> [Record] {
        guard let index = kind.index(of: field) else { return [] }
        return all(kind.name).filter { record in
            switch record.values[index] {
            case .text(let text): text == value
            case .list(let list): list.contains(value)
            default: false
            }
        }
    }
}
