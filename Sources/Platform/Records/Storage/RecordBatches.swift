internal import Kernel
internal import Store

/// Questions about many things at once, for pages that name fifty of them: one statement a table, not one a thing.
extension RecordShelf {
    /// Every version of each of these things; the versions of one stand together, first to last.
    public func versions(ofAll ids: some Collection<String>) throws -> [Record] {
        let subjects = try subjects(ids)
        return try Dictionary(grouping: subjects.values, by: \.kind).sorted { $0.key < $1.key }.flatMap {
            name, subjects in
            guard let kind = registry.kind(named: name) else { return [Record]() }
            return try batches(of: subjects.map(\.id)).flatMap { try records(of: kind, where: "id IN \(list: $0)") }
        }
    }

    /// Every version of every record of a kind whose field holds one of these identifiers or words. Not for lists.
    ///
    /// - Parameter also: what another field must hold besides.
    public func records(
        of kind: Kind, where field: String, isAnyOf values: some Collection<String>,
        also: (field: String, is: String)? = nil
    ) throws -> [Record] {
        guard let position = kind.index(of: field) else { return [] }
        let column = kind.fields[position].sqlColumn
        var besides: SQL = ""
        if let also {
            guard let condition = kind.index(of: also.field).flatMap({ kind.fields[$0].condition(is: also.is) }) else {
                return []
            }
            besides = " AND \(sql: condition)"
        }
        return try batches(of: Set(values).sorted()).flatMap {
            try records(of: kind, where: "\(raw: column) IN \(list: $0)\(sql: besides)")
        }
    }

    private func batches(of values: [String]) -> [[String]] {
        stride(from: 0, to: values.count, by: Self.atOnceMax).map {
            Array(values[$0..<min($0 + Self.atOnceMax, values.count)])
        }
    }
}
