public import Kernel
public import Records

/// What one room adds to the check of another, which may not know it: evidence worked out of its own records, and
/// findings of its own. Nothing of it is kept.
public struct Contribution: Sendable {
    /// A book with what the room's records say of a day laid over it.
    public let evidence: @Sendable (Book, Day) -> Book
    /// What the room's own rules find in the book on the day.
    public let findings: @Sendable (Book, Day) -> [Finding]

    public init(
        evidence: @escaping @Sendable (Book, Day) -> Book = { book, _ in book },
        findings: @escaping @Sendable (Book, Day) -> [Finding] = { _, _ in [] }
    ) {
        self.evidence = evidence
        self.findings = findings
    }
}

extension [Contribution] {
    /// The book with everybody's evidence.
    public func evidence(over book: Book, on day: Day) -> Book { reduce(book) { $1.evidence($0, day) } }

    /// What everybody's rules find.
    public func findings(in book: Book, on day: Day) -> [Finding] { flatMap { $0.findings(book, day) } }
}
