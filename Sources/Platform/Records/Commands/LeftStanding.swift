public import Kernel

/// What would be left pointing at a thing that ends: records that must point at it, and go on after it.
///
/// Ending does not refuse for it, since a paper may say that a body ended and not what became of its seats; whoever
/// ends it is told.
public enum LeftStanding {
    /// - Parameters:
    ///   - id: the thing that ends, of this kind.
    ///   - until: the first day on which it no longer holds; nil when nobody has said yet.
    /// - Returns: the last version of each thing that a required field ties to it, by kind and identifier.
    public static func records(
        on shelf: RecordShelf, without id: String, of kind: Kind, after until: Day?
    ) throws -> [Record] {
        try records(on: shelf, shelf.registry, without: id, of: kind, after: until)
    }

    static func records(
        on shelf: any Shelf, _ registry: Registry, without id: String, of kind: Kind, after until: Day?
    ) throws -> [Record] {
        var left: [Record] = []
        for other in registry.kinds {
            for field in other.fields where field.isRequired && field.targets.contains(kind.name) {
                for record in try shelf.records(of: other, where: field.name, is: id) where goesOn(record, after: until)
                {
                    if left.last?.id == record.id { left.removeLast() }
                    left.append(record)
                }
            }
        }
        return left
    }

    private static func goesOn(_ record: Record, after until: Day?) -> Bool {
        guard let end = record.period.until else { return true }
        return until.map { end > $0 } ?? false
    }

    /// `post director, seat chair and 3 more`
    public static func words(_ left: [Record]) -> String {
        let named = left.prefix(namedMax).map { "\($0.kind.noun) \($0.id)" }.joined(separator: ", ")
        return left.count > namedMax ? "\(named) and \(left.count - namedMax) more" : named
    }

    private static let namedMax = 10
}
