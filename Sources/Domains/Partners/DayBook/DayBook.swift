public import Kernel
public import Records

/// The records as they stood on a day, as a page reads them. A thing is looked up once for a page.
public final class DayBook {
    public let shelf: any Shelf
    public let on: Day
    private var things: [String: [Record]] = [:]
    private var names: [String: String] = [:]

    public init(_ shelf: any Shelf, on day: Day) {
        self.shelf = shelf
        on = day
    }

    /// Every version of one thing.
    public func versions(of id: String) throws -> [Record] {
        if let held = things[id] { return held }
        let versions = try shelf.versions(of: id)
        things[id] = versions
        return versions
    }

    /// Looks up many things at once, so that naming each of them costs nothing.
    public func prefetch(_ ids: some Sequence<String>) throws {
        guard let shelf = shelf as? RecordShelf else { return }
        let wanted = Set(ids).filter { things[$0] == nil }
        guard !wanted.isEmpty else { return }
        for id in wanted { things[id] = [] }
        for record in try shelf.versions(ofAll: Array(wanted)) { things[record.id, default: []].append(record) }
    }

    /// One thing as it certainly was on the day; nil when it is not certain that there was one.
    public func one<N: Noun>(_ type: N.Type, _ id: ID<N>) throws -> N? {
        try record(N.kind, id.text).map(N.init)
    }

    public func record(_ kind: Kind, _ id: String) throws -> Record? {
        try versions(of: id).first { $0.kind.name == kind.name && $0.period.holds(on: on) }
    }

    /// The things of a kind that name something in a field, as they certainly were on the day.
    public func all<N: Noun>(_ type: N.Type, where field: String, is value: String) throws -> [N] {
        try records(N.kind, where: field, is: value).map(N.init)
    }

    /// The same, each with its record.
    public func all<N: Noun>(where field: String, is value: String) throws -> [Held<N>] {
        try records(N.kind, where: field, is: value).map(Held.init)
    }

    public func records(_ kind: Kind, where field: String, is value: String) throws -> [Record] {
        try shelf.records(of: kind, where: field, is: value).filter { $0.period.holds(on: on) }
    }

    /// Those that name any of several things, in one question to the database.
    ///
    /// - Parameter also: what another field must hold besides.
    public func records(
        _ kind: Kind, where field: String, isAnyOf values: [String], also: (field: String, is: String)? = nil
    ) throws -> [Record] {
        guard !values.isEmpty else { return [] }
        if let shelf = shelf as? RecordShelf {
            return try shelf.records(of: kind, where: field, isAnyOf: values, also: also)
                .filter { $0.period.holds(on: on) }
        }
        return try Set(values).sorted().flatMap { try records(kind, where: field, is: $0) }
            .filter { record in also.map { record.holds($0.is, in: $0.field) } ?? true }
    }
}

// MARK: - Names

/// Something a page names and leads to: an identifier, and what it was called.
public struct Named: Sendable, Hashable {
    public let id: String
    public let name: String

    public init(_ id: String, _ name: String) {
        self.id = id
        self.name = name
    }
}

extension DayBook {
    /// What a thing was called on the day, or was last called; its identifier when it is not held.
    public func name(of id: String) throws -> String {
        if let known = names[id] { return known }
        let versions = try versions(of: id)
        guard let record = versions.last(where: { $0.period.holds(on: on) }) ?? versions.last else { return id }
        let name = record.kind.naming(record) { other in other == id ? nil : try? self.name(of: other) }
        names[id] = name
        return name
    }

    /// A thing by its kind, identifier and name; nil when nothing was ever held under the identifier.
    public func subject(_ id: String) throws -> Subject? {
        guard let kind = try versions(of: id).first?.kind.name else { return nil }
        return Subject(kind: kind, id: id, name: try name(of: id))
    }

    public func named(_ id: String) throws -> Named { Named(id, try name(of: id)) }
    public func named<N>(_ id: ID<N>) throws -> Named { try named(id.text) }
    public func named<N>(_ id: ID<N>?) throws -> Named? { try id.map { try named($0.text) } }
}

// MARK: - Lists

extension DayBook {
    /// Some of the things of a kind as they were on the day, by name.
    public struct Page: Sendable {
        public let records: [Record]
        /// What to ask after for the next page; nil when there is none.
        public let next: String?
    }

    /// At most so many of the things of a kind that certainly held on the day, fit the fields and have the words in
    /// their names.
    public func page(
        of kind: Kind, where fields: [String: String] = [:], words: String = "", after: String? = nil, limit: Int
    ) throws -> Page {
        if let shelf = shelf as? RecordShelf {
            let list = try shelf.list(
                of: kind, RecordFilter(fields: fields, day: on, words: words), after: after, limit: limit)
            return Page(
                records: list.things.compactMap { versions in versions.first { $0.period.holds(on: on) } },
                next: list.next)
        }
        let wanted = Folding.folded(words).split(separator: " ")
        let sorted = try shelf.records(of: kind).filter { $0.period.holds(on: on) }
            .map { (key: Folding.folded($0.text("name") ?? ""), record: $0) }
            .filter { item in
                wanted.allSatisfy { item.key.contains($0) }
                    && fields.allSatisfy { item.record.holds($0.value, in: $0.key) }
            }
            .sorted { ($0.key, $0.record.id) < ($1.key, $1.record.id) }.map(\.record)
        let start = after.flatMap { id in sorted.firstIndex { $0.id == id } }.map { $0 + 1 } ?? 0
        let shown = Array(sorted.dropFirst(start).prefix(limit))
        return Page(records: shown, next: start + shown.count < sorted.count ? shown.last?.id : nil)
    }
}

extension Record {
    /// Whether a field holds, or its list contains, a word as a filter gives it.
    func holds(_ word: String, in field: String) -> Bool {
        switch self[field] {
        case .text(let text): text == word
        case .list(let list): list.contains(word)
        case .flag(let flag): flag == ["true", "yes"].contains(word)
        case .integer(let number): number == Int(word)
        case .day(let day): day == Day(word)
        case .none: false
        }
    }
}
