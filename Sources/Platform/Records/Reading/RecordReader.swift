public import Kernel

/// Reads descriptions of arrangements: folders of YAML, what they build on, and the scenarios over them.
///
/// The format is in `docs/format/arrangements.md`. Nothing is taken from a path with a problem: see `Reading.problems`.
public struct RecordReader: Sendable {
    public let registry: Registry

    public init(_ registry: Registry) { self.registry = registry }
    public init(kinds: [Kind], invariants: [Invariant] = []) { registry = Registry(kinds, invariants: invariants) }

    /// - Throws: `Refusal.invalid` when there is nothing at the path. What is wrong inside is in `problems`.
    public func read(path: String) throws(Refusal) -> Reading { try read(paths: [path]) }

    /// Reads several into one history, each with the scenarios beside it. One that is given twice is read once.
    ///
    /// - Parameter held: what is known besides: what is read may act on it and point at it. It is not in the reading.
    public func read(paths: [String], over held: Book = Book()) throws(Refusal) -> Reading {
        var targets: [DescriptionPath] = [], distinct: [String] = []
        for path in paths {
            guard let target = DescriptionPath(path) else {
                throw .invalid([
                    Problem(
                        "path", "There is no file or folder at \(path). Give a folder of .yaml files, or one such file")
                ])
            }
            if targets.contains(target) { continue }
            targets.append(target)
            distinct.append(path)
        }
        var chain = ChainReader(registry: registry, paths: distinct, asked: targets)
        chain.background = held
        for target in targets { chain.readAsked(target) }
        return chain.finished()
    }

    /// Reads one file that was sent, not found on disk: it may act on and point at what is already `held`, and builds
    /// on nothing else.
    public func read(bytes: [UInt8], named file: String, over held: Book = Book()) -> Reading {
        var layer = Layer()
        FileReader(registry: registry, file: file).read(bytes, into: &layer)
        for (_, place) in layer.buildsOn {
            let mend = "Take builds-on away: the file builds on what is already held"
            layer.note(
                FileProblem(
                    file: place.file, line: place.line, key: "builds-on", "A file that is sent cannot build on another",
                    mend: mend))
        }
        layer.settleStarts()
        var chain = ChainReader(registry: registry, paths: [file], asked: [])
        chain.background = held
        chain.take(layer, asAsked: true)
        return chain.finished()
    }
}
