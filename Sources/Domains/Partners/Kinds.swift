public import Records

/// The kinds of record this room owns, in the order a newcomer should meet them.
public enum PartnersKinds {
    public static let all: [Kind] = [
        Organisation.kind, Person.kind, Function.kind, Post.kind, Establishment.kind, Appointment.kind, Line.kind,
        Deputy.kind,
        Responsibility.kind, Duty.kind, Delegation.kind,
    ]
}
