/// Why a text cannot be taken as YAML: where, what, and what to do.
public struct YAMLProblem: Equatable, Sendable {
    /// Counted from 1.
    public let line: Int
    /// In characters, counted from 1.
    public let column: Int
    public let message: String
    /// What would mend it, as an instruction.
    public let mend: String

    public init(line: Int, column: Int, _ message: String, mend: String) {
        self.line = line
        self.column = column
        self.message = message
        self.mend = mend
    }
}

/// Every problem with one text. Nothing of it is taken.
public struct YAMLRefusal: Error, Equatable, Sendable {
    public let problems: [YAMLProblem]

    public init(_ problems: [YAMLProblem]) { self.problems = problems }
    init(_ line: Int, _ column: Int, _ message: String, _ mend: String) {
        problems = [YAMLProblem(line: line, column: column, message, mend: mend)]
    }
}

/// How much one text may hold.
public struct YAMLLimits: Sendable {
    public var bytes: Int
    /// Lists and mappings inside one another.
    public var depth: Int
    /// Scalars, lists and mappings together, keys included.
    public var nodes: Int
    /// Bytes of one scalar.
    public var scalarBytes: Int
    /// Problems told of one text.
    public var problems: Int

    public init(
        bytes: Int = 8 * 1_024 * 1_024, depth: Int = 64, nodes: Int = 2_000_000, scalarBytes: Int = 1_024 * 1_024,
        problems: Int = 100
    ) {
        self.bytes = bytes
        self.depth = depth
        self.nodes = nodes
        self.scalarBytes = scalarBytes
        self.problems = problems
    }

    public static let standard = YAMLLimits()
}
