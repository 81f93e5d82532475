internal import Kernel
internal import Store

extension RecordShelf {
    /// Puts these versions of one thing in place of those held. Versions that say the same are left as they are.
    ///
    /// - Parameter name: what it is called now.
    /// - Returns: the versions as they are kept, sealed where a field is: what the ledger is to be told.
    func put(_ versions: [Record], over held: [Record], named name: String, sealingAnew: Bool = false) throws
        -> [Record]
    {
        let versions = try sealed(versions, over: sealingAnew ? [] : held)
        guard let first = versions.first, let last = versions.last else { return [] }
        let folded = last.folded(called: name)
        if held.isEmpty {
            try tx.run(
                """
                INSERT INTO records_subject (id, kind, name, folded) VALUES (\(first.id), \(first.kind.name), \(name), \
                \(folded))
                """)
        } else {
            try tx.run(
                """
                UPDATE records_subject SET name = \(name), folded = \(folded)
                WHERE id = \(first.id) AND (name <> \(name) OR folded <> \(folded))
                """)
        }
        func isKept(_ record: Record, in others: [Record]) -> Bool {
            others.contains { $0 == record && $0.seals == record.seals }
        }
        for record in held where !isKept(record, in: versions) {
            try tx.run("DELETE FROM records_link WHERE id = \(record.id) AND version = \(record.version)")
            try tx.run("DELETE FROM \(raw: record.kind.table) WHERE id = \(record.id) AND version = \(record.version)")
        }
        for record in versions where !isKept(record, in: held) { try insert(record) }
        return versions
    }

    private func insert(_ record: Record) throws {
        let values = SQL.joined(record.bindings.map { "\($0)" }, by: ", ")
        try tx.run(
            """
            INSERT INTO \(raw: record.kind.table) (\(raw: record.kind.columnList)) VALUES (\(sql: values))
            """)
        for (field, target) in record.linked {
            try tx.run(
                """
                INSERT INTO records_link (id, version, field, target)
                VALUES (\(record.id), \(record.version), \(field), \(target))
                """)
        }
    }
}

extension Record {
    /// Its name as search compares it; empty where its kind has no name of its own.
    func folded(called name: String) -> String {
        kind.index(of: "name") == nil ? "" : Folding.folded(withoutSealed.text("name") ?? name)
    }

    /// Every identifier in its lists of references, with the field.
    var linked: [(field: String, target: String)] {
        zip(kind.fields, values).flatMap { field, value -> [(field: String, target: String)] in
            guard field.isList, case .list(let targets) = value else { return [] }
            return targets.map { (field.name, $0) }
        }
    }
}

extension Field {
    /// Whether it is a list of references, which `records_link` says too.
    var isList: Bool { if case .references = type { true } else { false } }
}
