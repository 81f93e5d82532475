public import Records

extension Measure {
    /// As an oldest age: everybody, however old.
    static let ageMax = 120

    static let polarities = Polarity.allCases.map { Choice($0.rawValue, $0.words) }
    static let frequencies = [
        Choice("annual", "Each year"), Choice("termly", "Each term"), Choice("quarterly", "Each quarter"),
        Choice("monthly", "Each month"), Choice("occasional", "Now and then"),
    ]
    static let waysUp = [
        Choice("summed", "Summed: it is a count"), Choice("weighted", "A mean, weighted by what divides it"),
        Choice("not", "Not at all: ranks and deciles, for instance"),
    ]

    public static let kind = Kind(
        "measure", plural: "measures", room: "needs", title: "Measure",
        about: "Something counted or worked out for places and periods, with what its figures mean.",
        fields: [
            Field("name", "Title", .text(max: 250), required: true, "What people call it."),
            Field(
                "code", "Code", .text(max: 80), required: true, alsoName: true, "What its publisher's files call it."),
            Field("topic", "Topic", .text(max: 80), "What it is listed under."),
            Field("definition", "Definition", .prose(max: 4000), "What exactly is counted, in its publisher's sense."),
            Field("unit", "Unit", .text(max: 80), "Such as %, or Rate per 10,000."),
            Field("numerator", "Numerator", .prose(max: 2000), "What is counted above the line."),
            Field("denominator", "Denominator", .prose(max: 2000), "What it is a share or a rate of."),
            Field("per", "For so many", .integer(1...1_000_000), "100 for a percentage, 10000 for a rate per 10,000."),
            Field(
                "divided-by", "Divided by", .reference(["measure"]),
                "The measure whose figure of the same place and time divides this one, or weighs it."),
            Field(
                "youngest", "Youngest age counted", .integer(0...ageMax),
                "Of those it is a share of, where ages matter."),
            Field(
                "oldest", "Oldest age counted", .integer(0...ageMax),
                "Of those it is a share of, where ages matter."),
            Field("polarity", "Which way is better", .choice(polarities), required: true, "As its publisher has it."),
            Field("decimals", "Decimal places", .integer(0...9), "How many it is shown with."),
            Field("carried-up", "Carried up to larger areas", .choice(waysUp), "Not at all when empty."),
            Field("year-type", "Kind of year", .choice(YearType.choices), "What its year 2024 is."),
            Field("frequency", "How often", .choice(frequencies), "How often it is published."),
            Field("collection", "Collection", .text(max: 250), "The release or collection its figures are from."),
            Field("publisher", "Publisher", .text(max: 250), "Whose figures they are."),
            Field("method", "How it is worked out", .prose(max: 4000), "Its publisher's notes on method."),
            Field("link", "Where it is published", .text(max: 400), "An address on the web."),
            Field("licence", "Licence", .text(max: 200), "Under which its figures may be used."),
        ])
}
