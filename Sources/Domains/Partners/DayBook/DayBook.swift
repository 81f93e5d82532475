public import Kernel
public import Records

/// What a page reads: the things on a shelf as they stood on a day. A name is looked up once for a page.
public final class DayBook {
    public let shelf: any Shelf
    public let on: Day
    private var names: [String: String] = [:]
    private var subjects: [String: Subject] = [:]

    public init(_ shelf: any Shelf, on day: Day) {
        self.shelf = shelf
        on = day
    }

    /// One thing as it certainly was on the day; nil when it is not certain that there was one.
    public func one<N: Noun>(_ type: N.Type, _ id: ID<N>) throws -> N? {
        try record(N.kind, id.text).map(N.init)
    }

    public func record(_ kind: Kind, _ id: String) throws -> Record? {
        try shelf.versions(of: id).first { $0.kind.name == kind.name && $0.period.holds(on: on) }
    }

    /// The things of a kind that name something in a field, as they certainly were on the day.
    public func all<N: Noun>(_ type: N.Type, where field: String, is value: String) throws -> [N] {
        try records(N.kind, where: field, is: value).map(N.init)
    }

    public func records(_ kind: Kind, where field: String, is value: String) throws -> [Record] {
        try shelf.records(of: kind, where: field, is: value).filter { $0.period.holds(on: on) }
    }

    /// The same, each with its record.
    public func all<N: Noun>(where field: String, is value: String) throws -> [Held<N>] {
        try records(N.kind, where: field, is: value).map(Held.init)
    }

    /// What a thing was called on the day, or was last called; its identifier when it is not held.
    public func name(of id: String) throws -> String {
        if let known = names[id] { return known }
        let versions = try shelf.versions(of: id)
        guard let record = versions.last(where: { $0.period.holds(on: on) }) ?? versions.last else { return id }
        let name = record.kind.naming(record) { other in other == id ? nil : try? self.name(of: other) }
        names[id] = name
        return name
    }

    public func name<N>(of id: ID<N>) throws -> String { try name(of: id.text) }

    /// A thing by its kind, identifier and name; nil when nothing was ever held under the identifier.
    public func subject(_ id: String) throws -> Subject? {
        if let known = subjects[id] { return known }
        guard let kind = try shelf.versions(of: id).first?.kind.name else { return nil }
        let subject = Subject(kind: kind, id: id, name: try name(of: id))
        subjects[id] = subject
        return subject
    }
}

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
    public func named(_ id: String) throws -> Named { Named(id, try name(of: id)) }
    public func named<N>(_ id: ID<N>) throws -> Named { try named(id.text) }
    public func named<N>(_ id: ID<N>?) throws -> Named? { try id.map { try named($0.text) } }
}
