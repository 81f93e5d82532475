public import Kernel

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
    /// Whether it says something in one of these fields that the version in whose place it is put, or which it follows,
    /// did not.
    fileprivate func decides(_ fields: [String], over before: [Record]) -> Bool {
        let held = before.first { $0.version == version } ?? before.last
        return fields.contains { field in self[field] != .none && held?[field] != self[field] }
    }
}
