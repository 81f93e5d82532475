/// What this room contributes to the arrangements check: everything that posts, lines and organisations can decide.
public enum AccountabilityChecks {
    public static let all: [Check<Accountability>] =
        [DeputyChecks.named, ContestChecks.oneAnswers] + ServiceLineChecks.all + [VacancyChecks.vacant]
        + OfficeChecks.all
        + [DelegationChecks.concurrent, PartnerChecks.everyCategory]
}
