public import Kernel
public import Records

extension [Record] {
    /// Of the versions of each thing, which stand together, the last; not of what has ended, which is how something
    /// that should not be there is taken away.
    public var standing: [Record] {
        var last: [Record] = []
        for record in self {
            if last.last?.id == record.id { last[last.count - 1] = record } else { last.append(record) }
        }
        return last.filter { $0.period.until == nil }
    }

    /// The same, with what is known to end on a later day: it has not ended yet.
    public func standing(on day: Day) -> [Record] {
        var last: [Record] = []
        for record in self {
            if last.last?.id == record.id { last[last.count - 1] = record } else { last.append(record) }
        }
        return last.filter { $0.period.until.map { $0 > day } ?? true }
    }
}

extension Shelf {
    /// What stands of a kind about something.
    public func standing(_ kind: Kind, where field: String, is value: String) throws -> [Record] {
        try records(of: kind, where: field, is: value).standing
    }

    public func nouns<N: Noun>(_ type: N.Type, where field: String, is value: String) throws -> [N] {
        try standing(N.kind, where: field, is: value).map(N.init)
    }
}

extension DayBook {
    /// What stands of a kind about any of several things, in one question to the database.
    public func standing(_ kind: Kind, where field: String, isAnyOf values: [String]) throws -> [Record] {
        guard !values.isEmpty else { return [] }
        guard let shelf = shelf as? RecordShelf else {
            return try values.flatMap { try self.shelf.standing(kind, where: field, is: $0) }
        }
        return try shelf.records(of: kind, where: field, isAnyOf: values).standing
    }
}
