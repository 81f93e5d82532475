public import Kernel

/// Somewhere records can be looked up: a book in memory, or the database.
///
/// Rules that keep records consistent ask a shelf, so that one rule serves a file's import and a form's command alike.
public protocol Shelf {
    /// Every version of one thing, first to last; empty when there is none.
    func versions(of id: String) throws -> [Record]
    /// Every version of every record of a kind whose field holds, or whose list contains, this identifier or word.
    func records(of kind: Kind, where field: String, is value: String) throws -> [Record]
    /// Every version of every record of a kind, by identifier and version.
    func records(of kind: Kind) throws -> [Record]
    /// What an operator decided that a rule must know, of a type; nil where nobody said.
    func kept<Thing: Sendable>(_ type: Thing.Type) -> Thing?
}

extension Shelf {
    public func kept<Thing: Sendable>(_ type: Thing.Type) -> Thing? { nil }
}

/// Something that must be true of records together, such as "a body has one chair at a time".
///
/// `problems` is asked about one record as it would stand, on the shelf as it would stand.
public struct Invariant: Sendable {
    public let kind: String
    public let rule: String
    public let problems: @Sendable (Record, any Shelf) throws -> [Problem]
    /// The same asked of many records at once, each problem with the position of its record; where asking one after
    /// another would look at everything again for each.
    public let together: Together?

    public typealias Together = @Sendable ([Record], any Shelf) throws -> [(position: Int, problem: Problem)]

    public init(
        of kind: String, rule: String, _ problems: @escaping @Sendable (Record, any Shelf) throws -> [Problem],
        together: Together? = nil
    ) {
        self.kind = kind
        self.rule = rule
        self.together = together
        self.problems = problems
    }
}
