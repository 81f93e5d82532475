public import Kernel
internal import Store

extension RecordShelf {
    /// At most so many things found at once.
    public static let foundMax = 200

    /// Things whose names hold these words, those that begin with them first. Accents, capitals and marks make no difference.
    ///
    /// Beginnings are found by an index; words further on by looking through the names, of which there are far fewer than
    /// records, since what is named after others has none of its own.
    ///
    /// - Parameter kinds: the names of the kinds to look among; all of them when nil.
    public func search(_ words: String, kinds: [String]? = nil, limit: Int = 50) throws -> [Subject] {
        let folded = Folding.folded(words), limit = min(max(limit, 1), RecordShelf.foundMax)
        guard !folded.isEmpty else { return [] }
        let among: SQL = kinds.map { "AND kind IN \(list: $0)" } ?? ""
        var found = try subjects(
            "folded >= \(folded) AND folded < \(folded + "\u{10FFFF}") AND folded <> '' \(sql: among)", limit)
        guard found.count < limit else { return found }
        let contain = SQL.joined(folded.split(separator: " ").map { "folded LIKE \("%\($0)%")" }, by: " AND ")
        let first = Set(found.map(\.id))
        found += try subjects("folded <> '' AND \(sql: contain) \(sql: among)", limit + first.count).filter {
            !first.contains($0.id)
        }
        return Array(found.prefix(limit))
    }

    private func subjects(_ condition: SQL, _ limit: Int) throws -> [Subject] {
        try tx.rows(
            "SELECT kind, id, name FROM records_subject WHERE \(sql: condition) ORDER BY folded, id LIMIT \(limit)"
        )
        .map { Subject(kind: $0.text(0), id: $0.text(1), name: $0.text(2)) }
    }
}
