public import Records

/// The kinds of record this room owns, in the order a newcomer should meet them.
public enum PlanKinds {
    public static let all: [Kind] = [
        TrustPlan.kind, PlanSection.kind, Outcome.kind, Priority.kind, PlanNeed.kind, PlanAction.kind,
        SuccessMeasure.kind, PlanConsultation.kind, PlanResource.kind, PlanAgreement.kind, PlanReview.kind,
    ]
}
