public import Kernel
internal import Store

/// Which records of a kind a list is to show.
public struct RecordFilter: Sendable, Equatable {
    /// Fields that must hold, or whose lists must contain, these words.
    public var fields: [String: String] = [:]
    /// A day on which it must certainly have held.
    public var day: Day?
    /// Words that must stand in its name, or be its identifier, a short name or a number that it goes by.
    public var words = ""

    public init(fields: [String: String] = [:], day: Day? = nil, words: String = "") {
        (self.fields, self.day, self.words) = (fields, day, words)
    }
}

extension RecordFilter {
    /// Whether it asks for what names one other thing.
    fileprivate func followsReference(of kind: Kind) -> Bool {
        kind.fields.contains { field in
            guard fields[field.name] != nil else { return false }
            return switch field.type {
            case .reference, .references: true
            default: false
            }
        }
    }
}

/// Some of the records of a kind.
public struct RecordList: Sendable {
    /// Each is the versions of one thing, by name and then identifier.
    public let things: [[Record]]
    /// What to ask after for the next page; nil when there is none.
    public let next: String?
}

extension RecordShelf {
    /// At most so many things on one page of a list.
    public static let pageMax = 1_000

    /// A page of the things of a kind.
    ///
    /// - Parameter after: the identifier of the last thing on the page before.
    public func list(
        of kind: Kind, _ filter: RecordFilter = .init(), after: String? = nil, limit: Int = 100
    ) throws -> RecordList {
        let limit = min(max(limit, 1), RecordShelf.pageMax)
        var condition: SQL = "s.kind = \(kind.name)"
        if let after, let last = try tx.one("SELECT folded, id FROM records_subject WHERE id = \(after)") {
            condition += " AND (s.folded, s.id) > (\(last.text(0)), \(last.text(1)))"
        }
        if let named = named(kind, Folding.folded(filter.words)) { condition += " AND (\(sql: named))" }
        if let held = try conditions(of: kind, filter) {
            // What points at one thing is found by that index, and is little. Otherwise names are walked in their order
            // until there are enough, so that the first hundred of twenty thousand cost a hundred.
            condition +=
                filter.followsReference(of: kind)
                ? " AND s.id IN (SELECT id FROM \(raw: kind.table) WHERE \(sql: held))"
                : " AND EXISTS (SELECT 1 FROM \(raw: kind.table) r WHERE r.id = s.id AND \(sql: held))"
        }
        let ids = try tx.rows(
            """
            SELECT s.id FROM records_subject s WHERE \(sql: condition) ORDER BY s.folded, s.id LIMIT \(limit + 1)
            """
        ).map { $0.text(0) }
        let shown = Array(ids.prefix(limit))
        return RecordList(things: try things(of: kind, shown), next: ids.count > limit ? shown.last : nil)
    }

    /// That the words stand in its name, or are its identifier or what else it goes by; nil when there are none.
    private func named(_ kind: Kind, _ folded: String) -> SQL? {
        guard !folded.isEmpty else { return nil }
        let words: [SQL] = folded.split(separator: " ").map { "folded LIKE \("%\($0)%")" }
        let ways: [SQL?] = [
            "(\(sql: SQL.joined(words, by: " AND ")))", "id = \(RecordShelf.identifier(folded))",
            kind.goesBy(startingWith: folded),
        ]
        return SQL.joined(ways.compactMap(\.self), by: " OR ")
    }

    /// What one and the same version must say and when it must hold; nil when anything will do.
    private func conditions(of kind: Kind, _ filter: RecordFilter) throws -> SQL? {
        var all: [SQL] = []
        for (name, value) in filter.fields.sorted(by: { $0.key < $1.key }) {
            guard let field = kind.fields.first(where: { $0.name == name }) else {
                throw Refusal.invalid([Nearest.unknown(name, of: kind.noun, known: kind.fields.map(\.name)).problem])
            }
            all.append(field.condition(is: value) ?? "FALSE")
        }
        if let day = filter.day {
            all.append(
                """
                (from_day <= \(day) OR (from_day IS NULL AND attested_day <= \(day))) AND (until_day IS NULL OR \
                until_day > \(day))
                """)
        }
        return all.isEmpty ? nil : SQL.joined(all, by: " AND ")
    }

    private func things(of kind: Kind, _ ids: [String]) throws -> [[Record]] {
        var found: [String: [Record]] = [:]
        for start in stride(from: 0, to: ids.count, by: RecordShelf.atOnceMax) {
            let some = Array(ids[start..<min(ids.count, start + RecordShelf.atOnceMax)])
            for record in try records(of: kind, where: "id IN \(list: some)") {
                found[record.id, default: []].append(record)
            }
        }
        return ids.compactMap { found[$0] }
    }
}
