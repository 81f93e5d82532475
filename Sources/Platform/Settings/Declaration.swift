/// What can be said of a setting without knowing its value's type: all that a table, or a reader of files, needs.
public struct Declaration: Sendable {
    /// As the settings file writes it: `listen.port`.
    public let name: String
    /// As the environment writes it: `THINKCHILD_PORT`.
    public let variable: String
    /// What its value may be, in words: `a whole number from 0 to 65535`.
    public let kind: String
    /// What holds when nobody decides, as text; empty when nothing does.
    public let usual: String
    /// One sentence.
    public let meaning: String
    /// Whether it is never printed, or printed with a part left out; such a one may be given as a file's path too.
    public let isSecret: Bool
    /// A text for the setting as it may be printed.
    let shown: @Sendable (String) -> String
    let check: @Sendable (String) throws(Unfit) -> Void

    /// The setting that holds the path of a file to read this one from: for secrets.
    var fileName: String { name + "-file" }
    var fileVariable: String { variable + "_FILE" }
}

/// A text that will not do for a setting, and why: a clause that follows the setting's name.
public struct Unfit: Error, Equatable {
    /// `is a whole number from 0 to 65535, and “http” is not`
    public let clause: String

    public init(_ clause: String) { self.clause = clause }
}

/// A value that is never printed.
public struct Secret: Sendable, Equatable, CustomStringConvertible, CustomDebugStringConvertible {
    /// As it was given, without white space around it.
    public let text: String

    public init(_ text: String) { self.text = text }

    public var bytes: [UInt8] { Array(text.utf8) }
    public var description: String { "set" }
    public var debugDescription: String { description }
}
