/// What is wrong with one reading: the first problems in full, and how many there are besides.
///
/// A hostile file can be wrong a million times; what it costs to say so is bounded here.
struct Problems: Sendable {
    /// At most so many are told.
    static let toldMax = 100
    /// Once so many were found, whoever reads looks no further.
    static let foundMax = 1_000
    /// For so many of them it is worked out what was probably meant.
    static let suggestedMax = 20

    private(set) var told: [FileProblem] = []
    private(set) var more = 0

    var isEmpty: Bool { told.isEmpty }
    var isFull: Bool { told.count + more >= Problems.foundMax }
    var isSuggesting: Bool { told.count < Problems.suggestedMax }

    /// The problem is only made when it is told.
    mutating func note(_ problem: @autoclosure () -> FileProblem) {
        if told.count < Problems.toldMax { told.append(problem()) } else { more += 1 }
    }

    mutating func take(_ others: Problems) {
        for problem in others.told { note(problem) }
        more += others.more
    }

    /// Those told; then how many more there are, where the last of them stands.
    var all: [FileProblem] {
        guard more > 0, let last = told.last else { return told }
        let count = isFull ? "at least \(more)" : "\(more)"
        return told + [
            FileProblem(
                file: last.file, line: last.line, key: "", "There are \(count) more problems",
                mend: "Mend those above first")
        ]
    }
}
