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
        var problems: [FileProblem] = [], unchanged = 0
        for kind in registry.kinds {
            for id in incoming.identifiers(of: kind.name) {
                let before = held[id], read = incoming[id]
                if let other = before.first, other.kind.name != kind.name {
                    problems.append(
                        Self.problem(read[0], "id", "\(id) is held as a \(other.kind.noun)", "Give it another id"))
                    continue
                }
                let after = MergedVersions.of(read, over: before)
                if after == before { unchanged += 1 } else { steps.append((Self.what(before, after), after, before)) }
            }
        }
        var laid = held
        laid.set(each: steps.map(\.versions))
        problems += Self.broken(steps.map(\.versions), in: laid, registry: registry)
        self.laid = laid
        self.problems = problems
        self.unchanged = unchanged
        self.steps = steps.map { step in
            let first = step.versions[0]
            let name = laid.name(of: first.id, on: day) ?? first.id
            return Step(
                what: step.what, subject: Subject(kind: first.kind.name, id: first.id, name: name),
                versions: step.versions, held: step.held)
        }
    }

    /// - Throws: `Refusal.invalid` with every problem.
    public func mustBeSound() throws(Refusal) { if !problems.isEmpty { throw problems.refusal } }

    private static func what(_ before: [Record], _ after: [Record]) -> Step.What {
        guard let last = before.last else { return .added }
        let reopened = after.last.map { end in
            end.with(period: Period(trusting: end.period.from, until: nil, attested: end.period.attested))
        }
        return before.count == after.count && last.period.until == nil && reopened == last ? .ended : .changed
    }

    /// What the rules say of everything that would be different.
    private static func broken(_ things: [[Record]], in laid: Book, registry: Registry) -> [FileProblem] {
        let shelf = IndexedShelf(laid)
        var problems: [FileProblem] = []
        for record in things.joined() where problems.count < ReadingLimits.problemsMax {
            for invariant in registry.invariants(of: record.kind) {
                do {
                    for found in try invariant.problems(record, shelf) {
                        problems.append(problem(record, found.field, found.message, "Mend it here, or in what is held"))
                    }
                } catch {
                    problems.append(
                        problem(
                            record, "", "The rule “\(invariant.rule)” could not be asked",
                            "Say so to whoever runs the service"))
                }
            }
        }
        return problems
    }

    private static func problem(_ record: Record, _ key: String, _ message: String, _ mend: String) -> FileProblem {
        FileProblem(file: record.place?.file ?? record.id, line: record.place?.line ?? 1, key: key, message, mend: mend)
    }
}

// MARK: - In words

extension ImportPlan {
    /// A line a thing, then how many of each: what a dry run prints.
    public func text(linesMax: Int = 400) -> String {
        var lines = steps.prefix(linesMax).map { step in
            "\(step.what.rawValue.padded(to: 8)) \(step.subject.kind) \(step.subject.id): \(step.subject.name)"
        }
        if steps.count > linesMax { lines.append("… and \(steps.count - linesMax) more") }
        lines.append(summary)
        return lines.joined(separator: "\n")
    }

    /// `12 added, 1 changed, 0 ended, 340 unchanged`
    public var summary: String {
        let counts = Step.What.allCases.map { "\(count(of: $0)) \($0.rawValue)" }
        return (counts + ["\(unchanged) unchanged"]).joined(separator: ", ")
    }
}

extension String {
    fileprivate func padded(to width: Int) -> String {
        self + String(repeating: " ", count: Swift.max(0, width - count))
    }
}
