/// One thing wrong in a file: where, at which key, what, and what to do.
public struct FileProblem: Equatable, Sendable, Codable {
    /// Relative to the path that was asked.
    public let file: String
    /// Counted from 1.
    public let line: Int
    /// The key it stands at; empty when the file as a whole is meant.
    public let key: String
    public let message: String
    public let mend: String

    public init(file: String, line: Int, key: String, _ message: String, mend: String) {
        self.file = file
        self.line = line
        self.key = key
        self.message = message
        self.mend = mend
    }
}

extension FileProblem: CustomStringConvertible {
    /// `bodies.yaml:12: role: membr is not a word role may be. Write member`
    public var description: String {
        "\(file):\(line): " + (key.isEmpty ? "" : "\(key): ") + "\(message). \(mend)"
    }
}
