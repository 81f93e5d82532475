public import Kernel

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

extension Safeguard {
    /// Who is concerned in a record as it would stand.
    public typealias Concerned = @Sendable (Record, any Shelf) throws -> [String]

    /// That whoever is concerned in a record does not decide on it.
    ///
    /// - Parameters:
    ///   - kind: the name of the kind that is decided on.
    ///   - decision: the fields that say what was decided. What leaves them as they were is no decision.
    ///   - concerned: identifiers of people.
    public static func notBy(
        _ separation: SeparationOfDuties, of kind: String, deciding decision: [String],
        concerned: @escaping Concerned
    ) -> Safeguard {
        Safeguard(of: kind, rule: separation.rule) { after, before, caller, shelf in
            for record in after where record.decides(decision, over: before) {
                try separation.mustBeAnother(caller, than: concerned(record, shelf))
                // Whoever was concerned a moment ago still is: taking one's own name off a paper is no way round.
                for earlier in before { try separation.mustBeAnother(caller, than: concerned(earlier, shelf)) }
            }
        }
    }

    /// The same, where fields of the record name those concerned: a paper's `author`.
    public static func notBy(
        _ separation: SeparationOfDuties, of kind: String, deciding decision: [String], peopleIn fields: [String]
    ) -> Safeguard {
        notBy(separation, of: kind, deciding: decision) { record, _ in
            fields.flatMap { record.text($0).map { [$0] } ?? record.list($0) }
        }
    }
}

extension Record {
    /// Whether it says something in one of these fields that no earlier version said.
    fileprivate func decides(_ fields: [String], over before: [Record]) -> Bool {
        fields.contains { field in
            self[field] != .none && !before.contains { $0.version == version && $0[field] == self[field] }
        }
    }
}

extension SeparationOfDuties {
    public static let ownPaper = SeparationOfDuties("AC-32", "Nobody approves their own paper")
}
