import Arrangements
import Kernel
import Partners
import Places
import Records

// Whom the city has: a council, its statutory partners, and schools and charities to make up the number.
extension SampleTrust {
    static let wedges = ["north", "east", "south", "west", "centre"]
    static let functions = [
        ("education", "education"), ("early-years", "education"), ("social-care", "local-authority"),
        ("safeguarding", "police"),
        ("youth-support", "voluntary"), ("child-health", "health"), ("commissioning", "health"),
        ("performance", "local-authority"),
    ]

    /// Identifier, name, sector, type, category under section 10, categories under section 13.
    static let statutoryPartners: [(String, String, String, String, [String], [String])] = [
        ("police", "Sample Police", "police", "police-force", ["chief-officer-of-police"], ["chief-officer-of-police"]),
        ("police-authority", "Sample Police Authority", "police", "police-authority", ["police-authority"], []),
        ("probation", "Sample Probation Board", "probation", "probation-board", ["probation"], ["probation"]),
        (
            "yot", "Sample Youth Offending Team", "youth-justice", "youth-offending-team", ["youth-offending-team"],
            ["youth-offending-team"]
        ),
        (
            "sha", "Sample Strategic Health Authority", "health", "strategic-health-authority",
            ["strategic-health-authority"], ["strategic-health-authority"]
        ),
        (
            "pct", "Sample Primary Care Trust", "health", "primary-care-trust", ["primary-care-trust"],
            ["primary-care-trust"]
        ),
        ("connexions", "Sample Connexions", "employment-skills", "connexions", ["connexions"], ["connexions"]),
        (
            "lsc", "Sample Learning and Skills Council", "employment-skills", "learning-and-skills-council",
            ["learning-and-skills-council"], []
        ),
        ("hospitals", "Sample Hospitals", "health", "nhs-trust", [], ["nhs-trust"]),
        ("cafcass", "Cafcass", "independent", "cafcass", [], ["cafcass"]),
    ]

    mutating func makeState() {
        add(
            StateOfKnowledge.kind, "sample", ["name": .text("The sample city"), "on": .day(SampleTrust.lastDay)],
            from: SampleTrust.lastDay)
    }

    mutating func makeAreas() {
        add(Area.kind, "sample-city", ["name": .text("Sample City"), "type": .text("city")])
        for wedge in SampleTrust.wedges {
            add(
                Area.kind, "wedge-\(wedge)",
                [
                    "name": .text("\(wedge.capitalized) wedge"), "type": .text("wedge"), "within": .text("sample-city"),
                ])
        }
    }

    mutating func makeOrganisations() {
        add(
            Organisation.kind, "council",
            [
                "name": .text("Sample City Council"), "sector": .text("local-authority"), "type": .text("council"),
                "safeguarding-duty": .list(["childrens-services-authority"]),
            ])
        for (id, name, sector, type, cooperation, board) in SampleTrust.statutoryPartners {
            add(
                Organisation.kind, id,
                [
                    "name": .text(name), "sector": .text(sector), "type": .text(type),
                    "relevant-partner": .list(cooperation), "board-partner": .list(board),
                ])
        }
        for number in (SampleTrust.statutoryPartners.count + 1)..<scale.organisations {
            let isSchool = number % 3 != 0
            add(
                Organisation.kind, "organisation-\(number)",
                [
                    "name": .text(isSchool ? "School no. \(number)" : "Charity no. \(number)"),
                    "sector": .text(isSchool ? "education" : "voluntary"),
                    "type": .text(isSchool ? "schools" : "charity"),
                ])
        }
    }

    mutating func makeFunctions() {
        add(Function.kind, "childrens-services", ["name": .text("Children's services")])
        for (id, sector) in SampleTrust.functions {
            add(
                Function.kind, id,
                [
                    "name": .text(id), "part-of": .text("childrens-services"), "sector": .text(sector),
                    "provider-service": .flag(id == "education" || id == "early-years" || id == "social-care"),
                ])
        }
    }

    func organisationID(_ number: Int) -> String {
        guard number > 0 else { return "council" }
        let partners = SampleTrust.statutoryPartners
        return number <= partners.count ? partners[number - 1].0 : "organisation-\(number)"
    }
}
