internal import Kernel

/// Lays a layer over a book: adds, then corrects, changes and ends, then asks whether everything still hangs together.
struct Laying {
    let registry: Registry
    let book: Book
    /// What is known besides, though it is no part of what is being read: the database, for one uploaded file.
    let background: Book
    let purpose: Versions.Purpose
    private(set) var problems = Problems()
    private var changed: [String: [ReadVersion]] = [:]
    private var order: [String] = []

    init(over book: Book, beside background: Book = Book(), registry: Registry, purpose: Versions.Purpose) {
        (self.book, self.background, self.registry, self.purpose) = (book, background, registry, purpose)
    }

    /// - Returns: the book with everything in it that could be laid; whole only when there are no problems.
    /// - Parameter start: the day on which a scenario's changes count when they give none.
    mutating func lay(_ layer: Layer, startingOn start: Day? = nil) -> Book {
        for versions in [layer.state.map { [$0] }, layer.scenario.map { [$0] }].compactMap({ $0 }) { add(versions) }
        for versions in layer.additions { add(versions) }
        for what in GivenOperation.What.allCases {
            let operations = layer.operations.filter { $0.what == what }
            for operation in what == .change ? byDay(operations) : operations { perform(operation, start) }
        }
        checkReferences()
        checkAssumptions()
        var laid = book
        laid.set(each: order.compactMap { changed[$0]?.map(\.record) })
        checkInvariants(on: laid)
        return laid
    }

    /// The identifiers of what was added or changed, in order.
    var touched: [String] { order }

    // MARK: - Steps

    private mutating func add(_ versions: [ReadVersion]) {
        let first = versions[0], id = first.record.id
        if let held = changed[id]?.first?.record ?? book[id].first {
            let at = held.place.map { ", at \($0.file):\($0.line)" } ?? ""
            note(
                first.problem(
                    Flaw(
                        "id", "\(id) is already \(Nearest.article(held.kind.noun))\(at)",
                        mend: "Give another id, or write what changed under change")))
            return
        }
        changed[id] = versions
        order.append(id)
    }

    private func byDay(_ operations: [GivenOperation]) -> [GivenOperation] {
        func day(_ operation: GivenOperation) -> String {
            if case .text(let text)? = operation.given("from") { text } else { "" }
        }
        return operations.enumerated().sorted { (day($0.element), $0.offset) < (day($1.element), $1.offset) }.map(
            \.element)
    }

    private mutating func perform(_ operation: GivenOperation, _ start: Day?) {
        guard let held = held(operation.id) else {
            let near = problems.isSuggesting ? Nearest.word(to: operation.id, among: known) : nil
            note(
                operation.problem(
                    Flaw(
                        "id", "Nothing with the identifier \(operation.id.shown) is known",
                        mend: near.map { "Write \($0)" }
                            ?? "Add it first, or give the identifier of something that is there")))
            return
        }
        var versions = Versions(held.map(\.record))
        do throws(Flaws) {
            try operation.perform(on: &versions, purpose, start)
        } catch {
            for flaw in error.all { note(operation.problem(flaw)) }
            return
        }
        if changed[operation.id] == nil { order.append(operation.id) }
        let lines = Dictionary(held.map { ($0.record.place, $0.lines) }, uniquingKeysWith: { first, _ in first })
        changed[operation.id] = versions.all.map { ReadVersion($0, lines: lines[$0.place] ?? [], lacksStart: false) }
    }

    private var known: [String] {
        registry.kinds.flatMap { book.identifiers(of: $0.name) + background.identifiers(of: $0.name) } + order
    }

    private func held(_ id: String) -> [ReadVersion]? {
        if let versions = changed[id] { return versions }
        let versions = book.contains(id) ? book[id] : background[id]
        return versions.isEmpty ? nil : versions.map(ReadVersion.init(held:))
    }

    private mutating func checkReferences() {
        let check = ReferenceCheck(
            kindName: { [book, background, changed] in
                changed[$0]?[0].record.kind.name ?? book.kindName(of: $0) ?? background.kindName(of: $0)
            },
            identifiers: { [book, background, changed] kind in
                book.identifiers(of: kind) + background.identifiers(of: kind)
                    + changed.values.compactMap { $0[0].record.kind.name == kind ? $0[0].record.id : nil }.sorted()
            })
        for id in order {
            for version in changed[id, default: []] where !problems.isFull {
                for flaw in check.flaws(of: version.record, isSuggesting: problems.isSuggesting) {
                    note(version.problem(flaw))
                }
            }
        }
    }

    /// What might be, but is not known to be, has its place in a scenario.
    private mutating func checkAssumptions() {
        guard purpose == .history else { return }
        for id in order {
            for version in changed[id, default: []] {
                let held = book.contains(id) ? book[id] : background[id]
                if let flaw = version.record.assumptionFlaw(over: held) { note(version.problem(flaw)) }
            }
        }
    }

    private mutating func checkInvariants(on laid: Book) {
        let versions = order.flatMap { changed[$0, default: []] }
        RuleCheck(registry, IndexedShelf(laid)).ask(of: versions.map(\.record)) { position, problem in
            let flaw = Flaw(problem.field, problem.message, mend: "Mend it here, or where it says otherwise")
            note(versions[position].problem(flaw))
            return !problems.isFull
        }
    }

    private mutating func note(_ problem: FileProblem) { problems.note(problem) }
}

extension GivenOperation {
    /// - Parameter start: the day on which it takes effect when it gives none.
    func perform(on versions: inout Versions, _ purpose: Versions.Purpose, _ start: Day?) throws(Flaws) {
        let kind = versions.all[0].kind
        let draft = try draft(of: kind, start)
        switch what {
        case .change:
            try versions.change(by: draft, for: purpose, place: place)
        case .correct:
            guard let because = given("because"), because != .nothing else {
                throw Flaws("because", "Nothing says why \(id) is put right", mend: "Give because, in a sentence")
            }
            try versions.correct(version: try number(), by: draft, place: place)
        case .end:
            var flaws: [Flaw] = []
            let until = kind.day(.until, in: draft, &flaws)
            let sources = kind.sources(in: draft, &flaws), note = kind.note(in: draft, &flaws)
            _ = kind.provenance(in: draft, &flaws)
            guard flaws.isEmpty else { throw Flaws(flaws) }
            guard let until else {
                throw Flaws("until", "Nothing says when \(id) ends", mend: "Give until, as 2009-12-31")
            }
            try versions.end(on: until, sources: sources ?? [], note: note, for: purpose)
        }
    }

    private func draft(of kind: Kind, _ start: Day?) throws(Flaws) -> RecordDraft {
        var draft = RecordDraft(kind), flaws: [Flaw] = []
        let names = kind.fields.map(\.name)
        for (key, given, _) in set {
            if names.contains(key) {
                draft.give(key, given)
            } else {
                flaws.append(Nearest.unknown(key, of: kind.noun, known: names))
            }
        }
        for (key, given, _) in own where CommonKey(rawValue: key) != nil && key != "id" { draft.give(key, given) }
        if let start, what == .change, draft[.from] == nil { draft.give("from", .text(start.description)) }
        if let start, what == .end, draft[.until] == nil { draft.give("until", .text(start.description)) }
        guard flaws.isEmpty else { throw Flaws(flaws) }
        return draft
    }

    private func number() throws(Flaws) -> Int {
        switch given("version") {
        case nil, .nothing?: return 1
        case .text(let text)?:
            if let number = TextCheck.integer(text) { return number }
        default: break
        }
        throw Flaws(
            "version", "version is not a whole number", mend: "Give the number of the version, 1 being the first")
    }
}
