public import Records

/// The kinds of record this room owns, in the order a newcomer should meet them.
public enum MeetingsKinds {
    public static let all: [Kind] = [
        Cycle.kind, Meeting.kind, AgendaItem.kind, Report.kind, Paper.kind, RegisterEntry.kind, Declaration.kind,
        Resolution.kind, CallIn.kind, MeetingAction.kind, Minutes.kind, ForwardPlanEntry.kind,
    ]
}
