public import Doors
import Meetings

/// What meetings say to the arrangements check: who came, and what was not done as it should be.
public enum MeetingsContribution {
    public static let toCheck = Contribution(
        evidence: { book, day in RegisterEvidence.laid(over: book, on: day) },
        findings: { book, day in MeetingsChecks.findings(in: book, on: day) })
}
