public import Kernel
internal import YAML

/// What a scenario adds, changes and ends, ready to be laid over any book.
public struct Overlay: Sendable {
    /// The scenario's own record.
    public let scenario: Record
    let layer: Layer
    let registry: Registry

    init(scenario: Record, layer: Layer, registry: Registry) {
        self.scenario = scenario
        self.layer = layer
        self.registry = registry
    }

    /// Reads what a scenario's record keeps as its `changes`.
    ///
    /// - Throws: `Refusal.invalid` with every problem, each naming its line of `changes`.
    public init(_ scenario: Record, registry: Registry) throws(Refusal) {
        var layer = Layer()
        layer.scenario = ReadVersion(held: scenario)
        let file = FileReader(registry: registry, file: "changes")
        file.read(Array((scenario.text("changes") ?? "").utf8), into: &layer)
        layer.settleStarts()
        guard layer.problems.isEmpty else { throw layer.problems.all.refusal }
        self.init(scenario: scenario, layer: layer, registry: registry)
    }

    /// The book as it would be.
    ///
    /// - Throws: `Refusal.invalid` with everything that does not fit this book.
    public func laid(over book: Book) throws(Refusal) -> Book {
        let (laid, problems) = tried(over: book)
        guard problems.isEmpty else { throw problems.all.refusal }
        return laid
    }

    /// The book as it would be as far as it can be laid, and what does not fit.
    func tried(over book: Book) -> (Book, Problems) {
        var ownLayer = layer
        ownLayer.scenario = nil
        var laying = Laying(over: book, registry: registry, purpose: .scenario)
        let laid = laying.lay(ownLayer, startingOn: layer.scenarioStart)
        return (laid, laying.problems)
    }
}

extension Array where Element == FileProblem {
    var refusal: Refusal {
        .invalid(map { Problem($0.key, $0.description) })
    }
}
