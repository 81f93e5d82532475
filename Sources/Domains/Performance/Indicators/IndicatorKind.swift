public import Records

extension Indicator {
    static let sets = [
        Choice("national", "National indicator, 2008 to 2011"), Choice("today", "National measure of today"),
        Choice("local", "Local indicator"),
    ]
    static let polarities = [
        Choice("high", "High is good"), Choice("low", "Low is good"), Choice("band", "Best within a band"),
        Choice("neither", "Neither is good"),
    ]
    static let charts = [
        Choice("xmr", "Measurements (XmR)"), Choice("p", "Shares (p)"), Choice("u", "Rates (u)"),
        Choice("run", "Run chart"),
    ]
    static let targetKinds = [
        Choice("agreed", "Agreed by a body"), Choice("proposed", "Proposed, and not agreed"),
        Choice("example", "Made for an example: nobody agreed it"),
    ]
    static let evidence = [Choice("verified", "Verified"), Choice("unverified", "Not verified")]

    public static let kind = Kind(
        "indicator", plural: "indicators", room: "performance", title: "Indicator",
        about: "What a priority is measured by, for one place: baseline, target, and who answers for it.",
        fields: [
            Field("name", "Name", .text(max: 250), required: true, "What it is called."),
            Field("code", "Code", .text(max: 20), alsoName: true, "What a set calls it, such as NI 62."),
            Field("set", "Set", .choice(sets), "Whose it is: local when empty."),
            Field("priority", "Priority", .reference(["priority"]), "The priority of the plan that it measures."),
            Field("measure", "Measure", .reference(["measure"]), required: true, "The measure whose figures it reads."),
            Field(
                "place", "Place", .text(max: 40), required: true,
                "The code of the place whose figures they are, such as E08000035."),
            Field("breakdown", "Breakdown", .text(max: 250), "Which part of the people counted; everybody when empty."),
            Field("definition", "Definition", .prose(max: 4_000), "What is counted, and out of what."),
            Field("evidence", "Definition is", .choice(evidence), "Whether the source of the definition was read."),
            Field("polarity", "Which way is good", .choice(polarities), "As its measure says, when empty."),
            Field("band-from", "Band from", .text(max: 20), "The lower end of the band that is best."),
            Field("band-to", "Band to", .text(max: 20), "The upper end of it."),
            Field("baseline", "Baseline", .text(max: 20), "Where it stood at first, such as 12.5."),
            Field("baseline-period", "Baseline period", .text(max: 40), "When that was, as its publisher calls it."),
            Field("target", "Target", .text(max: 20), "Where it should be, in the measure's unit."),
            Field("target-by", "Target by", .day, "By which day."),
            Field(
                "trajectory", "Steps on the way", .prose(max: 2_000),
                "A line for each period, with what it should be then: 2008/09 12.5."),
            Field(
                "tolerance", "Tolerance", .text(max: 20),
                "How far it may fall short and still be near its target, in the measure's unit."),
            Field("owner", "Owner", .reference(["post"]), "The post that answers for it."),
            Field("overseer", "Overseeing body", .reference(["body"]), "The body that it is reported to."),
            Field("cycle", "Reported every", .integer(1...24), "Months between one report and the next; 3 when empty."),
            Field(
                "stale-after", "Stale after", .integer(1...120),
                "Months after the end of its last period by which a new figure is missed; 18 when empty."),
            Field("chart", "Chart", .choice(charts), "How it is charted: as measurements when empty."),
            Field("published", "Published", .day, "Since which day the public may see it."),
            Field(
                "target-is", "The target is", .choice(targetKinds),
                "Whose the target, its steps and the tolerance are; the source says which body agreed them."),
        ])
}
