public import Kernel

/// What an import would do, thing by thing, worked out before anything is done.
public struct ImportPlan: Sendable {
    /// What would become of one thing.
    public struct Step: Sendable {
        public enum What: String, Sendable, CaseIterable { case added, changed, ended }

        public let what: What
        public let subject: Subject
        /// Every version as it would stand.
        public let versions: [Record]
        public let held: [Record]
        /// What still points at a thing that is ended.
        let left: [Record]
    }

    public let steps: [Step]
    public let unchanged: Int
    /// Why it cannot be done. Nothing is done while there is any.
    public let problems: [FileProblem]
    /// What would be held afterwards.
    let laid: Book

    public func count(of what: Step.What) -> Int { steps.count { $0.what == what } }
    public var isEmpty: Bool { steps.isEmpty }

    /// Compares what was read with what is held, and asks every rule of what would then be held.
    ///
    /// - Parameter day: today, on which things are named.
    public init(of incoming: Book, over held: Book, registry: Registry, on day: Day) {
        var steps: [(what: Step.What, versions: [Record], held: [Record])] = []
        var problems = Problems(), unchanged = 0
        for kind in registry.kinds {
            for id in incoming.identifiers(of: kind.name) {
                let before = held[id], read = incoming[id]
                if let other = before.first, other.kind.name != kind.name {
                    let message = "\(id) is held as \(Nearest.article(other.kind.noun))"
                    problems.note(Self.problem(read[0], "id", message, "Give it another id"))
                    continue
                }
                let after = MergedVersions.of(read, over: before)
                if after == before { unchanged += 1 } else { steps.append((Self.what(before, after), after, before)) }
            }
        }
        var laid = held
        laid.set(each: steps.map(\.versions))
        Self.ask(steps.flatMap(\.versions), in: laid, registry, &problems)
        self.laid = laid
        self.problems = problems.all
        self.unchanged = unchanged
        let shelf = IndexedShelf(laid)
        self.steps = steps.map { step in
            let first = step.versions[0]
            let name = laid.name(of: first.id, on: day) ?? first.id
            let until = step.what == .ended ? step.versions.last?.period.until : nil
            let left = until.flatMap {
                try? LeftStanding.records(on: shelf, registry, without: first.id, of: first.kind, after: $0)
            }
            return Step(
                what: step.what, subject: Subject(kind: first.kind.name, id: first.id, name: name),
                versions: step.versions, held: step.held, left: left ?? [])
        }
    }

    /// - Throws: `Refusal.invalid` with every problem.
    public func mustBeSound() throws(Refusal) { if !problems.isEmpty { throw problems.refusal } }

    /// Ended: the last version has an end that it had not, and everything says what it said.
    private static func what(_ before: [Record], _ after: [Record]) -> Step.What {
        guard let last = before.last, let now = after.last else { return .added }
        let isSame = zip(before, after).allSatisfy { $0.values == $1.values && $0.period.from == $1.period.from }
        return before.count == after.count && isSame && last.period.until == nil && now.period.until != nil
            ? .ended : .changed
    }

    /// What the rules say of everything that would be different.
    private static func ask(_ records: [Record], in laid: Book, _ registry: Registry, _ problems: inout Problems) {
        RuleCheck(registry, IndexedShelf(laid)).ask(of: records) { position, found in
            problems.note(problem(records[position], found.field, found.message, "Mend it here, or in what is held"))
            return !problems.isFull
        }
    }

    private static func problem(_ record: Record, _ key: String, _ message: String, _ mend: String) -> FileProblem {
        FileProblem(file: record.place?.file ?? record.id, line: record.place?.line ?? 1, key: key, message, mend: mend)
    }
}
