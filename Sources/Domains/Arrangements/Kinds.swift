public import Records

/// The kinds of record this room owns, in the order a newcomer should meet them.
public enum ArrangementsKinds {
    public static let all: [Kind] = [
        StateOfKnowledge.kind, Body.kind, Terms.kind, Seat.kind, ReportingLine.kind, Remit.kind, Size.kind,
        Attendance.kind,
        Absence.kind, ReportCount.kind, Judgement.kind, Programme.kind, Project.kind, Concern.kind, Answer.kind,
        Decision.kind,
        Threshold.kind, Scenario.kind,
    ]
}
