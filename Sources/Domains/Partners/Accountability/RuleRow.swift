import Kernel

/// A rule of a room, where it comes from, and what holds it here: one section of that room's page under `docs/rules`.
public struct RuleRow: Sendable {
    /// One identifier, or several with commas: `GOV-01`.
    public let id: String
    /// What must be, in a sentence or more.
    public let statement: String
    public let source: String
    public let evidence: Evidence
    /// The invariants' own words, the check, or the code that asks.
    public let heldBy: [String]

    public init(id: String, statement: String, source: String, evidence: Evidence, heldBy: [String]) {
        (self.id, self.statement, self.source) = (id, statement, source)
        (self.evidence, self.heldBy) = (evidence, heldBy)
    }

    /// As a section of a page, in Markdown.
    public var section: String {
        """
        ### \(id)

        \(statement)

        - **Source:** \(source) (\(evidence.words)).
        - **Held by:** \(heldBy.joined(separator: "; ")).
        """
    }
}

extension Check {
    /// As a section of a room's page under `docs/rules`, in Markdown.
    public var section: String {
        """
        ### \(code) \(title)

        - **At worst:** \(severity.rawValue).
        - **Source:** \(sources.map(\.description).joined(separator: "; ")) (\(evidence.words)).
        - **Reads:** \(needs).
        - **Applies to:** \(applies)
        """
    }
}
