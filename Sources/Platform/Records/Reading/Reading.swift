public import Kernel

/// Everything that was read from a path: whole when there are no problems.
public struct Reading: Sendable {
    /// As it was asked.
    public let paths: [String]
    /// What is asked to be looked at: the history, with the scenario laid over it when the path is one.
    public internal(set) var book = Book()
    /// What happened, without any scenario.
    public internal(set) var history = Book()
    /// The states described, in the order read; the last is that of the path asked.
    public internal(set) var states: [Record] = []
    /// Scenarios over what was read, by the order of their files.
    public internal(set) var scenarios: [Overlay] = []
    /// The scenario that the path asked is, when it is one.
    public internal(set) var asked: Overlay?
    /// The first hundred, and then how many more.
    public internal(set) var problems: [FileProblem] = []
    /// Why facts were corrected, as the files say, by identifier.
    public internal(set) var reasons: [String: String] = [:]

    init(paths: [String]) { self.paths = paths }

    /// A scenario by its identifier or name.
    public func scenario(_ name: String) -> Overlay? {
        scenarios.first { $0.scenario.id == name } ?? scenarios.first { $0.scenario.text("name") == name }
    }

    /// - Throws: `Refusal.invalid` with every problem, each with its file, line and key.
    public func mustBeWhole() throws(Refusal) {
        guard problems.isEmpty else { throw problems.refusal }
    }
}
