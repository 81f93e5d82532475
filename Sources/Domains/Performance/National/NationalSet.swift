extension NationalIndicator {
    static let health = [
        NationalIndicator(
            "50", "Emotional health of children", "share of surveyed children whose answers show good emotional health",
            .high, "Annual", title: true, definition: true),
        NationalIndicator(
            "51", "Effectiveness of child and adolescent mental health services",
            "sum of four items that services scored themselves, 1 to 4 each", .high, "Annual"),
        NationalIndicator(
            "52", "Take-up of school lunches (primary, secondary)", "pupils who take them / pupils on roll", .high,
            "Annual"),
        NationalIndicator(
            "53", "Breastfeeding at 6 to 8 weeks", "infants wholly or partly breastfed / infants due a check", .high,
            "Quarterly"),
        NationalIndicator(
            "54", "Services for disabled children", "score of parents' answers on the core offer, 0 to 100", .high,
            "Annual"),
        NationalIndicator(
            "55", "Obesity in Reception", "children at or above the 95th centile / children measured", .low, "Annual"),
        NationalIndicator(
            "56", "Obesity in Year 6", "children at or above the 95th centile / children measured", .low, "Annual"),
        NationalIndicator(
            "57", "Children's participation in high-quality PE and sport", "pupils with the hours a week / pupils",
            .high,
            "Annual"),
        NationalIndicator(
            "58", "Emotional and behavioural health of looked-after children",
            "mean SDQ score of those aged 4 to 16 looked after for a year", .low, "Annual",
            today: "SDQ in the outcomes block of SSDA903"),
    ]

    static let staySafe = [
        NationalIndicator(
            "59", "Initial assessments within 7 working days of referral",
            "assessments completed in 7 working days / assessments completed in the year", .high, "Quarterly",
            title: true, today: "Assessments completed within 45 working days (CIN census)",
            measures: ["lait-continue-assess-comp"]),
        NationalIndicator(
            "60", "Core assessments within 35 working days of their start",
            "assessments completed in 35 working days / assessments completed in the year", .high, "Quarterly",
            title: true, today: "Assessments completed within 45 working days (CIN census)",
            measures: ["lait-continue-assess-comp"]),
        NationalIndicator(
            "61", "Timely placements for adoption after the decision",
            "children adopted who were placed within 12 months of it, in that placement / children adopted", .high,
            "Annual", title: true, definition: true),
        NationalIndicator(
            "62", "Stability of looked-after children's placements: moves",
            "children at 31 March with three or more placements in the year / children at 31 March", .low, "Quarterly",
            today: "Three or more placements in the year (SSDA903)",
            measures: ["lait-lacstable-2016on"]),
        NationalIndicator(
            "63", "Stability of looked-after children's placements: length",
            """
            under 16, looked after for 2.5 years, two years in one placement, or placed for adoption and two years in \
            that placement and the one before it together / under 16, looked after for 2.5 years
            """,
            .high, "Quarterly", title: true, definition: true, today: "The same, two years with one carer (SSDA903)",
            measures: ["lait-lac-longstable"]),
        NationalIndicator(
            "64", "Child protection plans lasting two years or more",
            "plans ended in the year after two years or more / plans ended in the year", .low, "Quarterly", title: true,
            today: "Child protection plans of two years or more (CIN census)",
            measures: ["lait-cpplans2yrs"]),
        NationalIndicator(
            "65", "Children with a second or later child protection plan",
            "of those who became subject to a plan in the year, the ones who had one of that council before", .band,
            "Quarterly", title: true, definition: true, today: "More than one child protection plan (CIN census)",
            measures: ["lait-prevregcpr"]),
        NationalIndicator(
            "66", "Looked-after children's cases reviewed in time",
            "children with all reviews of the year in time / children looked after for four weeks", .high, "Quarterly"),
        NationalIndicator(
            "67", "Child protection cases reviewed in time",
            "children with all reviews in time / children on a plan for three months", .high, "Quarterly",
            today: "Child protection plans reviewed within timescales (CIN census)",
            measures: ["lait-cpp-reviewed-inreqtimescl"]),
        NationalIndicator(
            "68", "Referrals going on to initial assessment", "referrals that led to one / referrals", .neither,
            "Quarterly", title: true,
            today: "Referrals with no further action; re-referrals within 12 months (CIN census)",
            measures: ["lait-cin-refferals-nfa", "lait-rereferral"]),
        NationalIndicator(
            "69", "Children who have experienced bullying", "share of surveyed children who were bullied", .low,
            "Annual",
            title: true),
        NationalIndicator(
            "70", "Hospital admissions caused by injuries", "emergency admissions for each 10,000 aged 0 to 17", .low,
            "Annual"),
        NationalIndicator(
            "71", "Children who have run away overnight",
            "sum of five items that councils scored themselves, 0 to 3 each",
            .high, "Annual"),
    ]

    static let earlyLearning = [
        NationalIndicator(
            "72", "78 points across the early years, with 6 in each scale of two areas",
            "children who reach it / children",
            .high, "Annual"),
        NationalIndicator(
            "73", "Level 4 in English and maths at 11", "pupils who reach both / pupils", .high, "Annual"),
        NationalIndicator("74", "Level 5 in English and maths at 14 (dropped)", nil, .high, "Annual"),
        NationalIndicator(
            "75", "Five good GCSEs with English and maths", "pupils / pupils at the end of key stage 4", .high, "Annual"
        ),
        NationalIndicator("76", "Schools below the floor at 11", "number of schools", .low, "Annual"),
        NationalIndicator("77", "Schools below the floor at 14 (dropped)", nil, .low, "Annual"),
        NationalIndicator("78", "Schools below the floor at GCSE", "number of schools", .low, "Annual"),
        NationalIndicator("79, 80", "Level 2, and level 3, by the age of 19", "share of the cohort", .high, "Annual"),
        NationalIndicator("81, 82", "Gap in level 3, and level 2, by 19", "percentage points", .low, "Annual"),
        NationalIndicator("83", "Level 5 in science at 14 (dropped)", nil, .high, "Annual"),
        NationalIndicator("84", "Two good science GCSEs", "share of pupils", .high, "Annual"),
        NationalIndicator("85", "Physical sciences after 16", "numbers of A levels", .high, "Annual"),
    ]
}
