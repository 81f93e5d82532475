public import Kernel
public import Records

extension Post {
    /// Who holds a post with an organisation at any time that a record is about: those who are concerned in what is
    /// decided on it (AC-31).
    ///
    /// - Returns: identifiers of people; empty where nobody's name is held.
    public static func holders(at organisation: String, during period: Period, on shelf: any Shelf) throws -> [String] {
        try shelf.records(of: Post.kind, where: "organisation", is: organisation).filter {
            $0.period.overlaps(period)
        }.flatMap { post in
            try shelf.records(of: Appointment.kind, where: "post", is: post.id).filter {
                $0.period.overlaps(period) && $0.text("status") != "vacant"
            }.compactMap { $0.text("person") }
        }
    }
}

extension Safeguard {
    /// That whoever holds a post with an organisation does not decide on it: a commissioner on a provider.
    ///
    /// - Parameters:
    ///   - kind: the name of the kind that is decided on, such as a contract.
    ///   - decision: the fields that say what was decided.
    ///   - field: the field that names the organisation.
    public static func notByHolderOfPost(
        _ separation: SeparationOfDuties, of kind: String, deciding decision: [String], withOrganisationIn field: String
    ) -> Safeguard {
        notBy(separation, of: kind, deciding: decision) { record, shelf in
            guard let organisation = record.text(field) else { return [] }
            return try Post.holders(at: organisation, during: record.period, on: shelf)
        }
    }
}

extension SeparationOfDuties {
    /// The review of 2010 found commissioners and providers not apart.
    public static let commissionerAndProvider = SeparationOfDuties(
        "AC-31", "Nobody decides on an organisation that they hold a post with")
}
