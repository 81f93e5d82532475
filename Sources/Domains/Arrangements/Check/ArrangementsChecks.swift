public import Partners

/// Every check there is, of this room and of the rooms it reads, in the order of their codes.
public enum ArrangementsChecks {
    public static let all: [Check<Trust>] =
        (AccountabilityChecks.all.map { $0.reading(\.accountability) } + BodyChecks.all + AttendanceChecks.all
        + FunctionChecks.all
        + ConcernChecks.all + TrustBoardChecks.all + SafeguardingBoardChecks.all + ConductChecks.all
        + LocalityChecks.all + [SafeguardingPartnerChecks.inPlace, LeadMemberChecks.onExecutive])
        .sorted { $0.code < $1.code }
}
