import Kernel
import Partners
import Records

/// Whether a statutory board's members speak for everybody the law names. Coverage, not head-count: one person may
/// speak for several (CTB-05, LSCB-03). Attendees do not count.
struct Coverage {
    /// Organisations or whole categories with no member to speak for them, each with its category in brackets.
    private(set) var missing: [String] = []
    /// Seats said to be lacking for an organisation that must be represented.
    private(set) var lacking: [Held<Seat>] = []
    let isComplete: Bool
    let hasMembers: Bool

    init(of categories: [PartnerCategory], at body: ID<Body>, in trust: Trust) {
        let members = trust.members(of: body)
        let spokenFor = Set(members.flatMap { trust.organisations(of: $0) })
        // A seat for a sector speaks for it where it names nobody: one for a university speaks for no school.
        let sectors = Set(members.filter { trust.organisations(of: $0).isEmpty }.compactMap(\.noun.sector))
        isComplete = trust.seatsAreComplete(at: body)
        hasMembers = !members.isEmpty
        for category in categories where !category.organisations.isEmpty {
            let uncovered = category.organisations.filter { !spokenFor.contains($0.noun.id) }
            if category.listed.isClass {
                // Schools and colleges are too many to sit: one member for any of a category, or for their sector at
                // large, speaks for all of it.
                let isHeard =
                    uncovered.count < category.organisations.count
                    || category.organisations.contains { sectors.contains($0.noun.sector) }
                if !isHeard { missing.append(category.listed.label) }
            } else {
                missing += uncovered.map { "\($0.noun.name) (\(category.listed.label))" }
            }
        }
        let owed = Set(categories.flatMap(\.organisations).map(\.noun.id))
        lacking = trust.seats(at: body).filter { seat in
            seat.noun.isMember && seat.record.standing == .lacking && seat.record.provenance != .proposed
                && !owed.isDisjoint(with: trust.organisations(of: seat))
                && spokenFor.isDisjoint(with: trust.organisations(of: seat))
        }
    }

    /// Whether the facts decide that somebody is missing; a list of seats that may be partial decides nothing.
    var severity: Severity { !lacking.isEmpty || (isComplete && hasMembers) ? .error : .cannotTell }

    func found(at body: Held<Body>, owedTo what: String, _ trust: Trust) -> Found? {
        guard !missing.isEmpty || !lacking.isEmpty else { return nil }
        let name = Words.sentence(Words.the(body.noun.name)), subject = trust.subject(body.record.id)
        let names =
            missing.isEmpty
            ? lacking.map { Words.list(trust.organisations(of: $0).map { trust.name($0.text) }) } : missing
        let message =
            switch (severity, hasMembers) {
            case (.cannotTell, false):
                "\(name) must include \(what); no member's seat is held. It would have to cover "
                    + "\(names.joined(separator: "; "))"
            case (.cannotTell, true):
                "\(name) must include \(what); no member's seat is held for \(names.joined(separator: "; ")), and "
                    + "the seats held may not be all"
            default: "\(name) must include \(what); nobody represents \(names.joined(separator: "; "))"
            }
        return Found(
            severity, subject, message,
            mend:
                "Give each a member's seat, or name it in the seat of somebody who represents it (represents); "
                + "record the body's size so that the list is known to be whole",
            facts: lacking.map(\.record) + [body.record])
    }
}
