import Kernel
import Partners
import Records

/// L27: the arrangements of the safeguarding partners of sections 16E to 16J, who took the boards' place.
enum SafeguardingPartnerChecks {
    static let inPlace = Check<Trust>(
        "L27", "The safeguarding partners' arrangements are in force", .warning,
        sources: [.act("s16E"), .rules("MASA-01")],
        needs: "bodies and the statutory body each is, the authority",
        applies: """
            The authority, from 29 September 2019. Cannot tell when no body is held as the arrangements of the \
            safeguarding partners; that there are none is said only where somebody says it.
            """,
        evidence: .knowledgeHigh, inForce: Period(trusting: Day(2019, 9, 29), until: nil, attested: nil)
    ) { trust in
        guard trust.bodies(holding: Trust.safeguardingPartners).isEmpty, let authority = trust.accountability.authority
        else { return [] }
        let denied = trust.bodies.denied.first { $0.noun.office == Trust.safeguardingPartners }
        return [
            Found(
                denied == nil ? .cannotTell : .warning, trust.subject(authority.record.id),
                denied == nil
                    ? "Whether \(authority.noun.name), the police and the health commissioner have safeguarding "
                        + "partners' arrangements is not held"
                    : "\(authority.noun.name), the police and the health commissioner must have safeguarding "
                        + "partners' arrangements, and are said to have none",
                mend: "Record the arrangements as a body (statutory: safeguarding-partners)",
                facts: [denied?.record, authority.record].compactMap { $0 })
        ]
    }
}
