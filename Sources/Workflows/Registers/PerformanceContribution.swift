public import Doors
import Performance

/// What performance says to the arrangements check: priorities that nothing measures, indicators nobody answers for.
public enum PerformanceContribution {
    public static let toCheck = Contribution(findings: { book, day in PerformanceChecks.findings(in: book, on: day) })
}
