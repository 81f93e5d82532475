public import Kernel
internal import Sealing
public import Store

/// The records in the database, as one transaction sees them.
public struct RecordShelf: Shelf {
    public let tx: Transaction
    public let registry: Registry
    /// Opens what is sealed; nil where it is left sealed.
    private let opener: Opener?

    public init(_ tx: Transaction, _ registry: Registry) { self.init(tx, registry, isOpening: true) }

    /// - Parameter isOpening: Whether what is sealed is opened, for which the master key is needed.
    init(_ tx: Transaction, _ registry: Registry, isOpening: Bool) {
        self.tx = tx
        self.registry = registry
        opener = isOpening ? Opener(tx) : nil
    }

    /// What is kept beside the database for as long as it is open.
    public func kept<Thing: Sendable>(_ type: Thing.Type) -> Thing? { tx.kept(type) }

    // MARK: - Records

    public func versions(of id: String) throws -> [Record] {
        guard let kind = try kind(of: id) else { return [] }
        return try records(of: kind, where: "id = \(id)")
    }

    public func records(of kind: Kind) throws -> [Record] { try records(of: kind, where: "TRUE") }

    public func records(of kind: Kind, where field: String, is value: String) throws -> [Record] {
        guard let position = kind.index(of: field) else { return [] }
        guard let condition = kind.fields[position].condition(is: value) else { return [] }
        return try records(of: kind, where: condition)
    }

    func records(of kind: Kind, where condition: SQL) throws -> [Record] {
        var rows = RecordRows(kind), records: [Record] = []
        try tx.each(
            """
            SELECT \(raw: kind.columnList) FROM \(raw: kind.table) WHERE \(sql: condition) ORDER BY id, version
            """
        ) { records.append(rows.record($0)) }
        guard let opener, !kind.sealed.isEmpty else { return records }
        return try records.map { try $0.opened(by: opener) }
    }

    /// The things of a kind in order of their identifiers, each with all its versions, until `body` answers false.
    /// Streams: memory does not grow with the table.
    func eachThing(of kind: Kind, where condition: SQL, _ body: ([Record]) throws -> Bool) throws {
        var rows = RecordRows(kind), thing: [Record] = [], goesOn = true
        do {
            try tx.each(
                "SELECT \(raw: kind.columnList) FROM \(raw: kind.table) WHERE \(sql: condition) ORDER BY id, version"
            ) { row in
                let sealed = rows.record(row), record = try opener.map { try sealed.opened(by: $0) } ?? sealed
                if let first = thing.first, first.id != record.id {
                    goesOn = try body(thing)
                    thing = []
                    if !goesOn { throw Enough() }
                }
                thing.append(record)
            }
        } catch is Enough {}
        if goesOn, !thing.isEmpty { _ = try body(thing) }
    }

    /// Stops the reading.
    private struct Enough: Error {}

    // MARK: - Subjects

    /// The kind of whatever has this identifier; nil when nothing has.
    public func kind(of id: String) throws -> Kind? {
        try tx.one("SELECT kind FROM records_subject WHERE id = \(id)").flatMap { registry.kind(named: $0.text(0)) }
    }

    /// What a thing is, and what it was called when it was last written; nil when there is no such thing.
    public func subject(_ id: String) throws -> Subject? {
        try tx.one("SELECT kind, id, name FROM records_subject WHERE id = \(id)").map {
            Subject(kind: $0.text(0), id: $0.text(1), name: $0.text(2))
        }
    }

    /// The same of many at once, by identifier.
    public func subjects(_ ids: some Collection<String>) throws -> [String: Subject] {
        var found: [String: Subject] = [:]
        let all = Array(Set(ids))
        for start in stride(from: 0, to: all.count, by: RecordShelf.atOnceMax) {
            let some = Array(all[start..<min(all.count, start + RecordShelf.atOnceMax)])
            try tx.each("SELECT kind, id, name FROM records_subject WHERE id IN \(list: some)") {
                found[$0.text(1)] = Subject(kind: $0.text(0), id: $0.text(1), name: $0.text(2))
            }
        }
        return found
    }

    /// Identifiers bound in one statement.
    static let atOnceMax = 500

    /// What a record is called, naming others by what they were last called.
    public func name(of record: Record) -> String {
        record.kind.naming(record) { id in try? subject(id)?.name }
    }

    /// How many things of a kind there are.
    public func count(of kind: Kind) throws -> Int {
        try tx.one("SELECT count(*) FROM records_subject WHERE kind = \(kind.name)")?.integer(0) ?? 0
    }
}

extension Field {
    /// That a record's field holds this, or its list contains it; nil where no text can be what it holds.
    func condition(is value: String) -> SQL? {
        // What is sealed cannot be looked for.
        if sealing != nil { return nil }
        return switch type {
        case .text, .prose, .choice, .reference: "\(raw: sqlColumn) = \(value)"
        case .references:
            "(id, version) IN (SELECT id, version FROM records_link WHERE target = \(value) AND field = \(name))"
        case .choices: "\(raw: sqlColumn) LIKE \("%\"\(value)\"%")"
        case .integer: Int(value).map { "\(raw: sqlColumn) = \($0)" }
        case .flag: TextCheck.flags[value].map { "\(raw: sqlColumn) = \($0)" }
        case .day: Day(value).map { "\(raw: sqlColumn) = \($0)" }
        }
    }
}
