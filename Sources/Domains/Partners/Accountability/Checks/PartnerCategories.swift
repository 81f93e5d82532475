import Kernel
import Records

/// L06: every category of relevant partner has an organisation.
enum PartnerChecks {
    static let everyCategory = Check<Accountability>(
        "L06", "Every category of relevant partner has an organisation", .warning,
        sources: [.act("s10(1)"), .act("s10(4)"), .rules("CA10-01"), .rules("CA10-04"), .rules("CA10-05")],
        needs: "organisations with their categories of relevant partner",
        applies: """
            The authority, once any relevant partner is held or was; the list is the one in force on the day. A \
            warning when \
            the last organisation of a category ended with none after it; otherwise "cannot tell", since a category \
            may not exist in the area. District councils, academies and non-maintained special schools are not asked \
            for.
            """,
        evidence: .verified, inForce: Period(trusting: Day(2005, 4, 1), until: nil, attested: nil)
    ) { model in
        let categories = model.relevantPartners
        let listed = Set(categories.map(\.listed.category))
        guard let authority = model.authority,
            categories.contains(where: { !$0.organisations.isEmpty })
                || model.organisations.lapsed.contains(where: { !listed.isDisjoint(with: $0.noun.cooperation) })
        else { return [] }
        let subject = model.subject(authority.record.id), empty = categories.filter(\.organisations.isEmpty)
        let mend = "Record the organisation with its category (relevant-partner)"
        var found: [Found] = [], missing: [String] = []
        for category in empty {
            let past = model.organisations.lapsed.filter { $0.noun.cooperation.contains(category.listed.category) }
            if !past.isEmpty {
                found.append(
                    Found(
                        .warning, subject,
                        "\(category.listed.label): \(Words.list(past.map(\.noun.name))) ended, and no "
                            + "organisation is held in its place",
                        mend: mend, facts: past.map(\.record)))
            } else if !category.listed.isOptional {
                missing.append(category.listed.label)
            }
        }
        guard !missing.isEmpty else { return found }
        return found + [
            Found(
                .cannotTell, subject,
                "No organisation is held for \(Words.count(missing.count, "category", "categories")) of relevant "
                    + "partner in force on "
                    + "\(model.day.long): \(missing.joined(separator: "; "))", mend: mend, facts: [authority.record])
        ]
    }
}
