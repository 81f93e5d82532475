public import Doors
import Plan

/// What plans say to the arrangements check: priorities nobody answers for, plans agreed by the wrong body.
public enum PlanContribution {
    public static let toCheck = Contribution(findings: { book, day in PlanChecks.findings(in: book, on: day) })
}
