/// A rule that two steps of one matter are for two people: whoever is one of those concerned leaves it to another.
///
/// A room writes one down and asks it where something is decided. Whoever sits at the machine's own terminal is no
/// person, and is not held by it: SECURITY.md says what is trusted.
public struct SeparationOfDuties: Sendable, Equatable {
    /// As `docs/rules/access.md` calls it: `AC-31`.
    public let id: String
    /// A sentence for whoever is refused: `Nobody approves their own paper`.
    public let rule: String

    public init(_ id: String, _ rule: String) {
        self.id = id
        self.rule = rule
    }

    /// - Parameter people: identifiers of those who are concerned, such as the author of a paper.
    /// - Throws: `.outOfOrder` for a caller who is one of them.
    public func mustBeAnother(_ caller: Caller, than people: some Sequence<String>) throws(Refusal) {
        guard let person = caller.person, people.contains(person) else { return }
        throw .outOfOrder("\(rule): ask somebody else to do this (\(id))")
    }
}

extension SeparationOfDuties {
    public static let ownPaper = SeparationOfDuties("AC-32", "Nobody approves their own paper")
}
