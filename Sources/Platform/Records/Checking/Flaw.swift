public import Kernel

/// One thing wrong with what was given: at which key, what, and what to do about it.
public struct Flaw: Error, Equatable, Sendable {
    /// A field's name or a common key.
    public let key: String
    public let message: String
    /// What would mend it, as an instruction.
    public let mend: String

    public init(_ key: String, _ message: String, mend: String) {
        self.key = key
        self.message = message
        self.mend = mend
    }

    /// As a form shows it beside the field.
    public var problem: Problem { Problem(key, "\(message). \(mend)") }
}

/// Every flaw of one thing that was given.
public struct Flaws: Error, Equatable, Sendable {
    public let all: [Flaw]

    public init(_ all: [Flaw]) { self.all = all }
    init(_ key: String, _ message: String, mend: String) { all = [Flaw(key, message, mend: mend)] }

    public var refusal: Refusal { .invalid(all.map(\.problem)) }
}

extension StringProtocol {
    /// Text from outside, short enough to say back.
    var shown: String { count > 60 ? String(prefix(57)) + "…" : String(self) }
}
