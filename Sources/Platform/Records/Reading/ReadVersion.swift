internal import Kernel

/// One version as it was read, with the lines its keys stand on.
struct ReadVersion: Sendable {
    var record: Record
    /// One for each of `kind.keys`; 0 where the key was not given.
    var lines: [Int32]
    /// Whether neither `from` nor `as-at` was given.
    var lacksStart: Bool

    /// One that was not read from these files.
    init(held record: Record) {
        self.record = record
        lines = []
        lacksStart = false
    }

    init(_ record: Record, lines: [Int32], lacksStart: Bool) {
        self.record = record
        self.lines = lines
        self.lacksStart = lacksStart
    }

    func problem(_ flaw: Flaw) -> FileProblem {
        let place = record.place
        var line = place?.line ?? 1
        if let slot = record.kind.slot(of: flaw.key), slot < lines.count, lines[slot] > 0 { line = Int(lines[slot]) }
        return FileProblem(file: place?.file ?? "", line: line, key: flaw.key, flaw.message, mend: flaw.mend)
    }
}

/// Something to be done to a thing that is there already: change, end or correct. What it may say depends on the
/// thing's kind, which is known only when it is laid.
struct GivenOperation: Sendable {
    enum What: String, Sendable, CaseIterable { case correct, change, end }

    let what: What
    let id: String
    let place: Place
    /// Field by field, as under `set`, with their lines.
    var set: [(key: String, given: Given, line: Int)] = []
    /// The entry's own keys, with their lines.
    var own: [(key: String, given: Given, line: Int)] = []

    func given(_ key: String) -> Given? { own.first { $0.key == key }?.given }

    func line(of key: String) -> Int {
        (set.first { $0.key == key } ?? own.first { $0.key == key })?.line ?? place.line
    }

    func problem(_ flaw: Flaw) -> FileProblem {
        FileProblem(file: place.file, line: line(of: flaw.key), key: flaw.key, flaw.message, mend: flaw.mend)
    }
}
