public import Records

/// How records say that one thing leads to another: who manages whom, what is part of what.
public struct Relation: Sendable {
    /// Where a record leads, and what sort of step it is: steps of different sorts make no circle together.
    public typealias Step = (to: String, sort: String)

    let kind: Kind
    /// The field that holds where a step starts; nil where it starts at the thing itself.
    let from: String?
    /// Nil for a record that leads nowhere.
    let step: @Sendable (Record) -> Step?

    public init(of kind: Kind, from: String? = nil, _ step: @escaping @Sendable (Record) -> Step?) {
        (self.kind, self.from, self.step) = (kind, from, step)
    }

    /// A relation that each thing holds in a field of its own, such as `part-of`.
    public static func along(_ field: String, of kind: Kind) -> Relation {
        Relation(of: kind) { record in record.text(field).map { ($0, "") } }
    }

    func start(of record: Record) -> String? { from.map { record.text($0) } ?? record.id }

    /// Every record that leads on from a thing, in steps of one sort.
    func records(from id: String, sort: String, on shelf: any Shelf) throws -> [(record: Record, to: String)] {
        let records = try from.map { try shelf.records(of: kind, where: $0, is: id) } ?? shelf.versions(of: id)
        return records.compactMap { record in
            guard let step = step(record), step.sort == sort else { return nil }
            return (record, step.to)
        }
    }
}
