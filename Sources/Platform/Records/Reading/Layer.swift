internal import Kernel
internal import YAML

/// What one folder, file or scenario says, before it is laid over what it builds on.
struct Layer: Sendable {
    /// Each is the versions of one thing.
    var additions: [[ReadVersion]] = []
    var operations: [GivenOperation] = []
    var buildsOn: [(path: String, place: Place)] = []
    var state: ReadVersion?
    var scenario: ReadVersion?
    /// A scenario's own pairs, as they stood: what its record keeps as `changes`.
    var changes: [YAMLPair] = []
    var problems = Problems()

    var purpose: Versions.Purpose { scenario == nil ? .history : .scenario }

    /// The day from which a scenario's changes count when they give none.
    var scenarioStart: Day? { scenario?.record.day("on") }

    mutating func note(_ problem: @autoclosure () -> FileProblem) { problems.note(problem()) }

    /// Gives a start to whatever was read without one: the scenario's day, or the state's as the day it is said to have
    /// held.
    mutating func settleStarts() {
        let stateDay = state?.record.day("on")
        if let held = scenario { scenario = settled(held, attested: held.record.day("on"), mayBeUnknown: true) }
        if let held = state { state = settled(held, attested: stateDay, mayBeUnknown: true) }
        for position in additions.indices where additions[position][0].lacksStart {
            let first = additions[position][0]
            additions[position][0] = settled(
                first, from: scenarioStart, attested: scenario == nil ? stateDay : nil, mayBeUnknown: false)
        }
    }

    private mutating func settled(
        _ version: ReadVersion, from: Day? = nil, attested: Day?, mayBeUnknown: Bool
    ) -> ReadVersion {
        guard version.lacksStart else { return version }
        if from == nil, attested == nil, !mayBeUnknown {
            note(
                version.problem(
                    Flaw(
                        "from", "Nothing says when \(version.record.id) is so",
                        mend: "Give from, or as-at, or give the folder a state with its day")))
            return version
        }
        let period = Period(trusting: from, until: version.record.period.until, attested: attested)
        for flaw in period.flaws { note(version.problem(flaw)) }
        return ReadVersion(version.record.with(period: period), lines: version.lines, lacksStart: false)
    }
}
