extension NationalIndicator {
    static let attainment = [
        NationalIndicator(
            "86", "Secondary schools with good or outstanding behaviour", "schools judged so / schools inspected",
            .high,
            "Termly"),
        NationalIndicator(
            "87", "Persistent absence from secondary school",
            "pupils absent for 64 half days of five half terms (52 of two terms) / enrolments at maintained schools",
            .low,
            "Annual", title: true, definition: true, today: "Absence of 10% of sessions or more (school census)",
            measures: ["lait-sfsecperabnew"]),
        NationalIndicator("88", "Extended schools", "schools with the whole core offer / schools", .high, "Quarterly"),
        NationalIndicator("89", "Schools in special measures", "number, and months", .low, "Termly"),
        NationalIndicator("90", "Take-up of diplomas from 14 to 19", "number", .high, "Annual"),
        NationalIndicator("91", "17-year-olds in education or training", "share", .high, "Annual"),
        NationalIndicator(
            "92", "Gap between the lowest fifth in the early years and the rest",
            "(median of all less the mean of the lowest fifth) / median", .low, "Annual"),
        NationalIndicator(
            "93, 94", "Two levels' progress to 11 in English, in maths", "share of pupils", .high, "Annual"),
        NationalIndicator("95, 96", "Progress to 14 in English, in maths (dropped)", nil, .high, "Annual"),
        NationalIndicator("97, 98", "Progress to 16 in English, in maths", "share of pupils", .high, "Annual"),
    ]

    static let gaps = [
        NationalIndicator(
            "99, 100", "Looked-after children at level 4 at 11, in English, in maths",
            "looked after for a year and reaching it / eligible", .high, "Annual", title: true),
        NationalIndicator(
            "101", "Looked-after children with five good GCSEs with English and maths",
            "looked after for a year and reaching it / eligible", .high, "Annual", title: true),
        NationalIndicator(
            "102", "Gap between pupils on free school meals and others, at 11 and 16", "percentage points", .low,
            "Annual", title: true),
        NationalIndicator(
            "103", "Statements of special needs within 26 weeks", "statements in time / statements issued", .high,
            "Quarterly"),
        NationalIndicator("104, 105", "Gap by special needs, at 11, at GCSE", "percentage points", .low, "Annual"),
        NationalIndicator("106", "Gap in going to university by income", "percentage points", .low, "Annual"),
        NationalIndicator(
            "107, 108", "Attainment of minority ethnic groups, at 11, at 16", "share, by group", .high, "Annual"),
    ]

    static let wider = [
        NationalIndicator(
            "109", "Delivery of Sure Start children's centres", "centres designated against centres planned", .high,
            "Quarterly"),
        NationalIndicator(
            "110", "Young people in positive activities",
            "share of surveyed who took part in one led by an adult in four weeks", .high, "Annual", title: true),
        NationalIndicator(
            "111", "First-time entrants to the youth justice system",
            "number, and for each 100,000, of those aged 10 to 17, from the Police National Computer", .low, "Annual",
            title: true, definition: true),
        NationalIndicator(
            "112", "Under-18 conceptions", "change since 1998 in conceptions for each 1,000 women of 15 to 17", .low,
            "Annual", title: true),
        NationalIndicator("113", "Chlamydia in under-25s", "tested / population of 15 to 24", .high, "Quarterly"),
        NationalIndicator("114", "Permanent exclusions", "exclusions / school population", .low, "Annual"),
        NationalIndicator(
            "115", "Substance misuse by young people",
            "share of surveyed who often use drugs, alcohol or volatile substances",
            .low, "Annual", title: true),
        NationalIndicator(
            "116", "Children in poverty", "children of families on low income / children", .low, "Annual"),
        NationalIndicator(
            "117", "16 to 18-year-olds not in education, employment or training",
            """
            those who are not / the cohort, as the mean of the ends of November, December and January; without those \
            in custody and asylum seekers without citizenship; who is not known is counted apart
            """,
            .low,
            "Monthly",
            title: true, definition: true, today: "NEET and not known at 16 and 17 (NCCIS)",
            measures: ["lait-16-17-not-known-neet"]),
        NationalIndicator(
            "118", "Take-up of childcare by working families on low incomes", "families that take it up / families",
            .high,
            "Annual"),
        NationalIndicator(
            "199", "Children's satisfaction with parks and play areas", "share of surveyed children", .high, "Annual",
            title: true),
    ]
}
