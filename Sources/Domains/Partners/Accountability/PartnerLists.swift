public import Kernel
import Records

/// The statutory lists of partners as they stood on a day: a category binds only while it is on its list.
public enum PartnerLists {
    /// A category of partner and when it is on the list.
    public struct Listed: Sendable {
        public let category: String
        public let label: String
        /// From the commencement or the amendment, until it was replaced; see docs/rules/law.md.
        public let period: Period
        /// Whether one seat for any of them covers the category, because there are too many of them to sit.
        public let isClass: Bool
        /// Whether it exists in county areas only, so that its absence means nothing elsewhere.
        public let isOptional: Bool
    }

    /// Section 10(4): CA10-04 as enacted, CA10-05 as widened on 12 January 2010, CA10-06 for the substitutions.
    public static let cooperation = StatutoryLists.relevantPartners.map { choice in
        let widened = [
            "maintained-schools", "non-maintained-special-schools", "academies", "further-education",
            "jobcentre-plus", "short-stay-schools",
        ]
        let ends: [String: Day?] = [
            "learning-and-skills-council": Day(2010, 4, 1), "strategic-health-authority": Day(2013, 4, 1),
            "primary-care-trust": Day(2013, 4, 1), "police-authority": Day(2012, 11, 22),
            "clinical-commissioning-group": Day(2022, 7, 1),
        ]
        return Listed(
            category: choice.value, label: choice.label,
            period: Period(
                trusting: begins[choice.value] ?? (widened.contains(choice.value) ? Day(2010, 1, 12) : Day(2005, 4, 1)),
                until: ends[choice.value].flatMap { $0 }, attested: nil),
            isClass: widened.contains(choice.value) && choice.value != "jobcentre-plus",
            isOptional: ["district-council", "non-maintained-special-schools", "academies"].contains(choice.value))
    }

    /// When others took the place of those that had gone (CA10-06, LSCB-02); the days are from knowledge.
    private static let begins: [String: Day?] = [
        "local-policing-body": Day(2012, 11, 22), "nhs-commissioning-board": Day(2013, 4, 1),
        "clinical-commissioning-group": Day(2013, 4, 1), "integrated-care-board": Day(2022, 7, 1),
    ]

    /// Section 13(3): LSCB-02, from 1 April 2006 until the boards gave way to safeguarding partners (MASA-01).
    public static let safeguarding = StatutoryLists.boardPartners.map { choice in
        let health = ["strategic-health-authority", "primary-care-trust"].contains(choice.value)
        return Listed(
            category: choice.value, label: choice.label,
            period: Period(
                trusting: begins[choice.value] ?? Day(2006, 4, 1),
                until: health ? Day(2013, 4, 1) : Day(2019, 9, 29), attested: nil),
            isClass: false, isOptional: ["district-council", "secure-training-centre", "prison"].contains(choice.value))
    }

    /// The categories of section 10 that are schools.
    public static let schools: Set = [
        "maintained-schools", "non-maintained-special-schools", "academies", "short-stay-schools",
    ]

    /// The categories of a list that are on it on a day, in the order of the Act.
    public static func inForce(_ list: [Listed], on day: Day) -> [Listed] { list.filter { $0.period.holds(on: day) } }
}

/// A category in force, and the organisations that are held to belong to it on the day.
public struct PartnerCategory: Sendable {
    public let listed: PartnerLists.Listed
    public let organisations: [Held<Organisation>]
}

extension Accountability {
    /// The relevant partners of section 10 on the day, category by category.
    public var relevantPartners: [PartnerCategory] { categories(PartnerLists.cooperation) { $0.cooperation } }

    /// The Board partners of section 13 on the day, category by category.
    public var boardPartners: [PartnerCategory] { categories(PartnerLists.safeguarding) { $0.boardPartner } }

    private func categories(_ list: [PartnerLists.Listed], of organisation: (Organisation) -> [String])
        -> [PartnerCategory]
    {
        var members: [String: [Held<Organisation>]] = [:]
        for held in organisations.current {
            for category in organisation(held.noun) { members[category, default: []].append(held) }
        }
        return PartnerLists.inForce(list, on: day).map {
            PartnerCategory(listed: $0, organisations: members[$0.category, default: []])
        }
    }
}
