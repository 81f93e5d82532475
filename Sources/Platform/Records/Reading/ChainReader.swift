internal import Kernel
internal import YAML

/// Reads what was asked after everything it builds on, each once, and lays each over those before it.
struct ChainReader {
    let registry: Registry
    let asked: [DescriptionPath]
    var background = Book()
    private var reading: Reading
    private var problems = Problems()
    private var done: Set<DescriptionPath> = []
    private var underWay: [DescriptionPath] = []

    init(registry: Registry, paths: [String], asked: [DescriptionPath]) {
        self.registry = registry
        self.asked = asked
        reading = Reading(paths: paths)
    }

    mutating func readAsked(_ target: DescriptionPath) {
        visit(target, asAsked: true)
        if target.isFolder { readScenarios(beside: target) }
    }

    func finished() -> Reading {
        var finished = reading
        finished.problems = problems.all
        finished.book = finished.history
        if let asked = finished.asked {
            let (laid, problems) = asked.tried(over: finished.history)
            if problems.isEmpty { finished.book = laid }
        }
        return finished
    }

    // MARK: - The chain

    /// How files are named in places and problems: relative to the path asked.
    private func name(of file: String) -> String {
        guard let first = asked.first else { return file }
        guard asked.count > 1 else { return first.relative(file) }
        let given = Array(zip(asked, reading.paths))
        if let itself = given.first(where: { $0.0.path == file }) { return itself.1 }
        let folders = given.filter { $0.0.isFolder && file.hasPrefix($0.0.path + "/") }
        guard let (target, path) = folders.max(by: { $0.0.path.count < $1.0.path.count }) else {
            return first.relative(file)
        }
        return path.withoutLastSlash + "/" + target.relative(file)
    }

    private mutating func visit(_ target: DescriptionPath, asAsked isAsked: Bool, from place: Place? = nil) {
        guard !done.contains(target) else { return }
        done.insert(target)
        underWay.append(target)
        var layer = parsed(target)
        for (path, at) in bases(of: target, &layer) {
            if let base = base(path, of: target, at: at, &layer) { visit(base, asAsked: false, from: at) }
        }
        layer.settleStarts()
        underWay.removeLast()
        if !isAsked, layer.scenario != nil, let place {
            let mend = "Build on the state that the scenario is laid over"
            note(
                FileProblem(
                    file: place.file, line: place.line, key: "builds-on", "A scenario cannot be built on", mend: mend))
            return
        }
        take(layer, asAsked: isAsked)
    }

    private func parsed(_ target: DescriptionPath) -> Layer {
        var layer = Layer()
        let files = FolderFiles.paths(of: target)
        if files.isEmpty || files.count > ReadingLimits.filesMax {
            let message =
                files.isEmpty
                ? "There are no .yaml files in it" : "There are more than \(ReadingLimits.filesMax) files in it"
            let mend = files.isEmpty ? "Give a folder that has some" : "Put them in several folders"
            let folder = name(of: target.path)
            layer.note(FileProblem(file: folder.isEmpty ? "." : folder, line: 1, key: "", message, mend: mend))
            return layer
        }
        for file in files { read(file, into: &layer) }
        return layer
    }

    private func read(_ file: String, into layer: inout Layer) {
        let name = name(of: file)
        do throws(YAMLRefusal) {
            FileReader(registry: registry, file: name).read(try FolderFiles.bytes(of: file, named: name), into: &layer)
        } catch {
            for problem in error.problems {
                layer.note(FileProblem(file: name, line: problem.line, key: "", problem.message, mend: problem.mend))
            }
        }
    }

    /// What it says it builds on; for a scenario kept beside a state, that state.
    private func bases(of target: DescriptionPath, _ layer: inout Layer) -> [(path: String, place: Place)] {
        guard target.standsInScenarios, layer.scenario != nil, layer.buildsOn.isEmpty else { return layer.buildsOn }
        return [("..", layer.scenario?.record.place ?? Place(file: name(of: target.path), line: 1))]
    }

    private func base(
        _ path: String, of target: DescriptionPath, at place: Place, _ layer: inout Layer
    ) -> DescriptionPath? {
        func refuse(_ message: String, _ mend: String) -> DescriptionPath? {
            layer.note(FileProblem(file: place.file, line: place.line, key: "builds-on", message, mend: mend))
            return nil
        }
        guard let base = target.joined(path) else {
            return refuse(
                "There is no file or folder at \(path.shown)", "Write a path from this file's folder, such as ../2006")
        }
        if FolderFiles.paths(of: base).isEmpty {
            return refuse("There are no .yaml files in \(path.shown)", "Give a folder that has some, or one such file")
        }
        if underWay.contains(base) { return refuse("\(path.shown) builds on this in turn", "Take one of the two away") }
        guard underWay.count < ReadingLimits.chainMax else {
            return refuse("More than \(ReadingLimits.chainMax) build on one another", "Put some of them together")
        }
        return base
    }

    private mutating func readScenarios(beside target: DescriptionPath) {
        guard let folder = target.joined(FolderFiles.scenarios), folder.isFolder else { return }
        for file in FolderFiles.paths(of: folder) {
            guard let one = DescriptionPath(file), done.insert(one).inserted else { continue }
            var layer = Layer()
            read(file, into: &layer)
            if layer.scenario == nil, layer.problems.isEmpty {
                let mend = "Write scenario: with its id and name under it"
                layer.note(
                    FileProblem(
                        file: name(of: file), line: 1, key: "scenario", "Nothing says which scenario this is",
                        mend: mend))
            }
            for (_, place) in layer.buildsOn {
                let mend = "Take builds-on away: it is laid over the folder above it"
                layer.note(
                    FileProblem(
                        file: place.file, line: place.line, key: "builds-on", "A scenario here builds on nothing else",
                        mend: mend))
            }
            layer.settleStarts()
            take(layer, asAsked: false)
        }
    }

    // MARK: - Taking in

    mutating func take(_ layer: Layer, asAsked isAsked: Bool) {
        problems.take(layer.problems)
        for operation in layer.operations where operation.what == .correct {
            if case .text(let because)? = operation.given("because") { reading.reasons[operation.id] = because }
        }
        if let scenario = layer.scenario { take(scenario, of: layer, asAsked: isAsked) } else { takeHistory(layer) }
    }

    private mutating func takeHistory(_ layer: Layer) {
        var laying = Laying(over: reading.history, beside: background, registry: registry, purpose: .history)
        reading.history = laying.lay(layer)
        problems.take(laying.problems)
        if let state = layer.state { reading.states.append(state.record) }
        if reading.history.count > ReadingLimits.versionsMax {
            note(
                FileProblem(
                    file: layer.additions.first?[0].record.place?.file ?? "", line: 1, key: "",
                    "There are more than \(ReadingLimits.versionsMax) records", mend: "Import them in several parts"))
        }
    }

    private mutating func take(_ scenario: ReadVersion, of layer: Layer, asAsked isAsked: Bool) {
        if let state = layer.state {
            note(state.problem(Flaw("state", "A scenario has no state of its own", mend: "Take state away")))
        }
        guard let kept = keeping(scenario, layer.changes) else { return }
        var header = Layer()
        header.scenario = kept
        var laying = Laying(over: reading.history, beside: background, registry: registry, purpose: .history)
        let history = laying.lay(header)
        problems.take(laying.problems)

        let overlay = Overlay(scenario: kept.record, layer: layer, registry: registry)
        problems.take(overlay.tried(over: known).1)
        reading.history = history
        reading.scenarios.append(overlay)
        if isAsked, asked.count <= 1 { reading.asked = overlay }
    }

    /// What is read, laid over what is held besides.
    private var known: Book {
        background.count > 0 ? background.laid(under: reading.history) : reading.history
    }

    /// The scenario's record with its changes in it, as YAML.
    private mutating func keeping(_ scenario: ReadVersion, _ changes: [YAMLPair]) -> ReadVersion? {
        guard let position = scenario.record.kind.index(of: "changes"), !changes.isEmpty else { return scenario }
        let field = scenario.record.kind.fields[position]
        var values = scenario.record.values
        do throws(Flaw) {
            values[position] = try field.value(of: .text(YAMLWriter.text(.mapping(joined(changes)))))
        } catch {
            note(scenario.problem(error))
            return nil
        }
        return ReadVersion(scenario.record.with(values: values), lines: scenario.lines, lacksStart: scenario.lacksStart)
    }

    /// Several files of one scenario may have the same key: in one text it stands once, with what all of them list.
    private func joined(_ changes: [YAMLPair]) -> [YAMLPair] {
        var keys: [String] = [], items: [String: [YAMLNode]] = [:]
        for change in changes {
            if items[change.key] == nil { keys.append(change.key) }
            items[change.key, default: []] += change.value.items ?? [change.value]
        }
        return keys.map { YAMLPair($0, .list(items[$0, default: []])) }
    }

    private mutating func note(_ problem: FileProblem) {
        problems.note(problem)
    }
}

extension String {
    var withoutLastSlash: String { count > 1 && hasSuffix("/") ? String(dropLast()) : self }
}
