public import Kernel
public import Partners

/// Everything the check has to say of one state on one day, in an order that never varies: severity, code, subject.
public struct FindingsReport: Sendable, Equatable {
    public let on: Day
    /// The path or the database that was asked about.
    public let state: String
    public let findings: [Finding]

    public init(on: Day, state: String, findings: [Finding]) {
        self.on = on
        self.state = state
        self.findings = findings.sorted(by: FindingsReport.precedes)
    }

    /// Runs every check over a trust.
    ///
    /// - Parameter also: what the rules of other rooms found.
    public init(
        checking trust: Trust, state: String, with checks: [Check<Trust>] = ArrangementsChecks.all,
        also findings: [Finding] = []
    ) {
        self.init(
            on: trust.day, state: state, findings: checks.flatMap { $0.find(in: trust, on: trust.day) } + findings)
    }

    /// The lowest severity that makes a run fail: `--fail-on`.
    public enum FailOn: String, Sendable, CaseIterable {
        case error, warning
        case cannotTell = "cannot-tell"
    }

    /// 0 when nothing is found at the level asked for or above it, 1 otherwise.
    public func exitCode(failOn level: FailOn = .warning) -> Int32 {
        let limit = Severity(rawValue: level.rawValue)?.rank ?? 0
        return findings.contains { $0.severity.rank <= limit } ? 1 : 0
    }

    public func count(of severity: Severity) -> Int { findings.count { $0.severity == severity } }

    /// No error and no warning; what cannot be told is not held against it.
    public var isQuiet: Bool { exitCode(failOn: .warning) == 0 }

    private static func precedes(_ one: Finding, _ other: Finding) -> Bool {
        let keys = { (finding: Finding) in (finding.severity.rank, finding.code, finding.subject.id, finding.message) }
        return keys(one) < keys(other)
    }
}

extension Severity {
    /// 0 is the worst.
    var rank: Int {
        switch self {
        case .error: 0
        case .warning: 1
        case .cannotTell: 2
        }
    }
}

// MARK: - As a compiler prints

extension FindingsReport {
    /// A line a finding, its mend indented beneath, and a summary: `file:line: severity: code: message [P10 3.1.8]`.
    ///
    /// A finding that no file holds begins with its subject, as in `body/iscb: error: …`.
    public var text: String {
        findings.map(FindingsReport.lines).joined() + summary + "\n"
    }

    /// `3 errors, 1 warning and 12 that cannot be told, on 31 December 2009 in examples/leeds/2009`.
    public var summary: String {
        let counts = [
            Words.count(count(of: .error), "error"), Words.count(count(of: .warning), "warning"),
            "\(count(of: .cannotTell)) that cannot be told",
        ]
        return "\(Words.list(counts)), on \(on.long) in \(state)"
    }

    private static func lines(_ finding: Finding) -> String {
        let place = finding.place.map { "\($0.file):\($0.line)" } ?? "\(finding.subject.kind)/\(finding.subject.id)"
        let sources = finding.sources.isEmpty ? "" : " [\(finding.sources.map(\.description).joined(separator: "; "))]"
        return
            "\(oneLine(place)): \(finding.severity.rawValue): \(finding.code): "
            + "\(oneLine(finding.message))\(oneLine(sources))\n"
            + "    mend: \(oneLine(finding.mend))\n"
    }

    /// With every control character as a space, so that what is in a record cannot move the cursor or forge a line.
    private static func oneLine(_ text: String) -> String {
        String(
            String.UnicodeScalarView(text.unicodeScalars.map { $0.properties.generalCategory == .control ? " " : $0 }))
    }
}
