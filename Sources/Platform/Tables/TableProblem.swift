public import Kernel

/// Why one row of a file, or the file itself, cannot be taken: where it stands, and what is wrong.
public struct TableProblem: Error, Equatable, Sendable, CustomStringConvertible {
    /// The file's name, as the asker gave it.
    public let file: String
    /// Counted from 1, the heading being line 1; 0 where a line means nothing.
    public let line: Int
    /// The column's heading, or "column 5" where there is none; empty when the whole row is at fault.
    public let column: String
    /// One sentence without its full stop.
    public let reason: String

    public init(file: String, line: Int, column: String = "", _ reason: String) {
        self.file = file
        self.line = line
        self.column = column
        self.reason = reason
    }

    /// `schools.csv:12: OpenDate: 31-02-2004 is not a day`, as a compiler prints it.
    public var description: String {
        let place = line > 0 ? "\(file):\(line)" : file
        return column.isEmpty ? "\(place): \(reason)" : "\(place): \(column): \(reason)"
    }

    public var problem: Problem { Problem(line > 0 ? "\(file):\(line)" : file, description) }
}
