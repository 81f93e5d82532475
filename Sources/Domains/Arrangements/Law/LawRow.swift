public import Kernel
public import Partners

/// One rule of law, guidance or local fact, cited elsewhere as `Rules CTB-01`: what it says, where it is, since when.
public struct LawRow: Sendable {
    public let id: String
    /// What it says, in our own words.
    public let statement: String
    /// The provision or the paper.
    public let source: String
    public let evidence: Evidence
    /// As far as it is known; where a date is not verified, `statement` says so.
    public let period: Period

    init(
        _ id: String, _ source: String, _ evidence: Evidence, from: String? = nil, until: String? = nil,
        _ statement: String
    ) {
        self.id = id
        self.statement = statement
        self.source = source
        self.evidence = evidence
        period = Period(trusting: from.flatMap { Day($0) }, until: until.flatMap { Day($0) }, attested: nil)
    }

    /// Every row, in the order of docs/rules/law.md.
    public static let all = cooperation + offices + plan + trustBoard + safeguardingBoard + governance + localities

    public static func row(_ id: String) -> LawRow? { all.first { $0.id == id } }

    /// The checks that cite this row.
    public func checks(among all: [Check<Trust>]) -> [Check<Trust>] { all.filter { $0.sources.contains(.rules(id)) } }
}
