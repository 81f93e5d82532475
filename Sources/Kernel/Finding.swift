/// How much a finding matters. "Quiet" means no error and no warning.
public enum Severity: String, Sendable, Codable, CaseIterable {
    case error, warning
    /// The facts that would decide it are not held, which is not "fine".
    case cannotTell = "cannot-tell"
}

/// How a finding came about.
public enum Basis: String, Sendable, Codable, CaseIterable {
    /// Computed from facts by a rule.
    case derived
    /// Somebody named said so, and the record does not say what was done.
    case reported
}

/// Where a fact stands in the files it was read from: 1-based line; `file` relative to the path that was asked.
public struct Place: Hashable, Sendable, Codable {
    public let file: String
    public let line: Int

    public init(file: String, line: Int) {
        self.file = file
        self.line = line
    }
}

/// One thing the check has to say: what is wrong, with what, on whose authority, and what would mend it.
public struct Finding: Sendable, Equatable {
    public let code: String
    public let severity: Severity
    public let basis: Basis
    public let title: String
    public let message: String
    public let mend: String
    public let subject: Subject
    public let sources: [Citation]
    public let place: Place?

    public init(
        code: String, severity: Severity, basis: Basis, title: String, message: String, mend: String,
        subject: Subject, sources: [Citation], place: Place? = nil
    ) {
        self.code = code
        self.severity = severity
        self.basis = basis
        self.title = title
        self.message = message
        self.mend = mend
        self.subject = subject
        self.sources = sources
        self.place = place
    }
}
