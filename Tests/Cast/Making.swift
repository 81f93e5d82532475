public import Kernel
public import Records

extension Value: ExpressibleByStringLiteral {
    public init(stringLiteral text: String) { self = Day(text).map(Value.day) ?? .text(text) }
}

extension Value: ExpressibleByIntegerLiteral {
    public init(integerLiteral number: Int) { self = .integer(number) }
}

extension Value: ExpressibleByBooleanLiteral {
    public init(booleanLiteral flag: Bool) { self = .flag(flag) }
}

extension Value: ExpressibleByArrayLiteral {
    public init(arrayLiteral words: String...) { self = .list(words) }
}

/// A record for a test, said in a line: `record(Post.kind, "director", ["name": "Director"])`.
///
/// With no `from` and no `attested` day it has held since 7 December 2006.
public func record(
    _ kind: Kind, _ id: String, version: Int = 1, from: Day? = nil, until: Day? = nil, attested: Day? = nil,
    provenance: Provenance = .stated, sources: [Citation] = [], note: String? = nil, _ fields: [String: Value] = [:]
) -> Record {
    for name in fields.keys { precondition(kind.index(of: name) != nil, "a \(kind.name) has no \(name)") }
    let seen = attested ?? (from == nil ? Day(2006, 12, 7) : nil)
    return Record(
        kind, id: id, version: version, period: Period(trusting: from, until: until, attested: seen),
        provenance: provenance,
        sources: sources, note: note, values: kind.fields.map { fields[$0.name] ?? .none })
}

extension Invariant {
    /// What the rule says of the last of these records, all of them being on the shelf.
    public func problems(with records: Record...) throws -> [Problem] {
        guard let last = records.last else { return [] }
        let sorted = records.enumerated().sorted { one, other in
            (one.element.id, one.element.version) < (other.element.id, other.element.version)
        }
        return try problems(last, Book(sorted.map(\.element)))
    }
}
