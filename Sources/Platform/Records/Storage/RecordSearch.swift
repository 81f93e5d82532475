public import Kernel
internal import Store

extension RecordShelf {
    /// At most so many things found at once.
    public static let foundMax = 200

    /// Things that these words name: first by their identifier, then by a short name or a number they also go by, then
    /// by names that begin with the words, then by names that hold them. Accents, capitals and marks make no
    /// difference.
    ///
    /// Beginnings of names are found by an index. The rest is looked through, of which there is far less than records:
    /// what is named after others has no name of its own, and few kinds go by anything else.
    ///
    /// - Parameter kinds: the names of the kinds to look among; all of them when nil.
    public func search(_ words: String, kinds: [String]? = nil, limit: Int = 50) throws -> [Subject] {
        let folded = Folding.folded(words), limit = min(max(limit, 1), RecordShelf.foundMax)
        guard !folded.isEmpty else { return [] }
        let among: SQL = kinds.map { "AND kind IN \(list: $0)" } ?? ""
        var found: [Subject] = [], seen: Set<String> = []
        func add(_ more: [Subject]) { found += more.filter { seen.insert($0.id).inserted } }

        add(try subjects("id = \(RecordShelf.identifier(folded)) \(sql: among)", 1))
        let others = kinds.map { names in registry.kinds.filter { names.contains($0.name) } } ?? registry.kinds
        for also in others.compactMap({ $0.goesBy(startingWith: folded) }) { add(try subjects(also, limit)) }
        if found.count < limit {
            let beginning: SQL = "folded >= \(folded) AND folded < \(folded + "\u{10FFFF}") AND folded <> ''"
            add(try subjects("\(sql: beginning) \(sql: among)", limit))
        }
        if found.count < limit {
            let contain = SQL.joined(folded.split(separator: " ").map { "folded LIKE \("%\($0)%")" }, by: " AND ")
            add(try subjects("folded <> '' AND \(sql: contain) \(sql: among)", limit + found.count))
        }
        return Array(found.prefix(limit))
    }

    /// Things of these kinds that go by exactly this short name or number.
    public func called(_ words: String, kinds: [Kind]) throws -> [Subject] {
        let folded = Folding.folded(words)
        guard !folded.isEmpty else { return [] }
        return try kinds.compactMap { $0.goesBy(exactly: folded) }.flatMap { try subjects($0, RecordShelf.foundMax) }
    }

    /// What the words would be as an identifier: `Area committee` is `area-committee`.
    static func identifier(_ folded: String) -> String { String(folded.map { $0 == " " ? "-" : $0 }) }

    private func subjects(_ condition: SQL, _ limit: Int) throws -> [Subject] {
        try tx.rows(
            "SELECT kind, id, name FROM records_subject WHERE \(sql: condition) ORDER BY folded, id LIMIT \(limit)"
        )
        .map { Subject(kind: $0.text(0), id: $0.text(1), name: $0.text(2)) }
    }
}

extension Kind {
    /// That a thing goes by what begins with these folded words, beside its name; nil for a kind whose things have but
    /// the one name. A condition on `records_subject`.
    func goesBy(startingWith folded: String) -> SQL? { goesBy("LIKE \(folded + "%")") }

    func goesBy(exactly folded: String) -> SQL? { goesBy("= \(folded)") }

    private func goesBy(_ test: SQL) -> SQL? {
        let any: [SQL] = fields.filter(\.isAlsoName).map { field in
            "lower(replace(\(raw: field.sqlColumn), '-', ' ')) \(sql: test)"
        }
        guard !any.isEmpty else { return nil }
        return "id IN (SELECT id FROM \(raw: table) WHERE \(sql: SQL.joined(any, by: " OR ")))"
    }
}
