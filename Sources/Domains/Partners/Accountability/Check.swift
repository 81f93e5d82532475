public import Kernel
import Records

/// A rule as a value: what it looks for, on whose authority, in which facts, and since when.
public struct Check<Model: Sendable>: Sendable {
    public let code: String
    public let title: String
    /// The worst it says; where the deciding facts are missing it says `cannotTell`.
    public let severity: Severity
    /// Where the rule comes from: a paragraph of a paper, a row of docs/rules/law.md, a provision.
    public let sources: [Citation]
    /// Which kinds of fact it reads, in words.
    public let needs: String
    /// To what it applies, and for what it says "cannot tell", in words.
    public let applies: String
    public let evidence: Evidence
    /// When the rule itself is in force; on other days it has nothing to say.
    public let inForce: Period
    private let look: @Sendable (Model) -> [Found]

    public init(
        _ code: String, _ title: String, _ severity: Severity, sources: [Citation], needs: String, applies: String,
        evidence: Evidence = .paper, inForce: Period = .always, look: @escaping @Sendable (Model) -> [Found]
    ) {
        self.code = code
        self.title = title
        self.severity = severity
        self.sources = sources
        self.needs = needs
        self.applies = applies
        self.evidence = evidence
        self.inForce = inForce
        self.look = look
    }

    /// What is wrong in the model, which stands for one day: the day asked about. Nothing when the rule is not in
    /// force.
    public func find(in model: Model, on day: Day) -> [Finding] {
        guard inForce.holds(on: day) else { return [] }
        return look(model).map(finding)
    }

    /// The same rule, for a model of which the one it reads is a part.
    public func reading<Wider>(_ part: @escaping @Sendable (Wider) -> Model) -> Check<Wider> {
        Check<Wider>(
            code, title, severity, sources: sources, needs: needs, applies: applies, evidence: evidence,
            inForce: inForce
        ) { look(part($0)) }
    }

    private func finding(_ found: Found) -> Finding {
        var all = sources
        for source in found.sources + found.facts.flatMap(\.sources) where !all.contains(source) { all.append(source) }
        return Finding(
            code: code, severity: found.severity, basis: found.basis, title: title, message: found.message,
            mend: found.mend,
            subject: found.subject, sources: all, place: found.facts.lazy.compactMap(\.place).first)
    }
}

/// What a check found, before the check puts its name and sources to it.
public struct Found: Sendable {
    public let severity: Severity
    public let basis: Basis
    public let subject: Subject
    public let message: String
    public let mend: String
    /// The records it rests on, the deciding one first: their sources are cited and the first place is shown.
    public let facts: [Record]
    /// Further sources, beyond the rule's and the facts' own.
    public let sources: [Citation]

    public init(
        _ severity: Severity, _ subject: Subject, _ message: String, mend: String, facts: [Record] = [],
        basis: Basis = .derived, sources: [Citation] = []
    ) {
        self.severity = severity
        self.basis = basis
        self.subject = subject
        self.message = message
        self.mend = mend
        self.facts = facts
        self.sources = sources
    }
}

/// How far a rule's source can be trusted.
public enum Evidence: String, Sendable {
    case verified, paper
    case knowledgeHigh = "knowledge-high"
    case knowledgeMedium = "knowledge-medium"
    case knowledgeLow = "knowledge-low"
    case own

    public var words: String {
        switch self {
        case .verified: "verified: the words of the source were read"
        case .paper: "verified in the papers: they say it, which does not make it law"
        case .knowledgeHigh: "from knowledge, high: not seen in a source, the provision is cited"
        case .knowledgeMedium: "from knowledge, medium: probably right, to be confirmed"
        case .knowledgeLow: "from knowledge, medium to low: not seen; a person has to confirm it"
        case .own: "our own: how this service was built"
        }
    }
}

extension Citation {
    /// A paragraph of the review of 1 March 2010.
    public static func p10(_ paragraph: String) -> Citation { Citation("P10", paragraph) }
    /// A paragraph of the report of 7 December 2006.
    public static func p06(_ paragraph: String) -> Citation { Citation("P06", paragraph) }
    /// A row of docs/rules/law.md.
    public static func rules(_ row: String) -> Citation { Citation("Rules", row) }
    /// A provision of the Children Act 2004.
    public static func act(_ provision: String) -> Citation { Citation("CA2004", provision) }
}
