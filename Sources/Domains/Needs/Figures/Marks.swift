import Kernel

/// One publisher's marks, and what each means by them (rule NE-03; the table is in docs/rules/needs.md).
struct Marks: Sendable {
    /// What a mapping calls the table.
    let name: String
    /// Whose marks they are, and since when.
    let title: String
    /// Where the publisher says so, or how it was found out.
    let source: String
    let meanings: [(text: String, meaning: Mark.Meaning)]
    private let table: [String: Mark.Meaning]

    init(_ name: String, _ title: String, source: String, _ meanings: [(String, Mark.Meaning)]) {
        (self.name, self.title, self.source) = (name, title, source)
        self.meanings = meanings.map { (text: $0.0, meaning: $0.1) }
        table = Dictionary(meanings.map { ($0.0, $0.1) }) { first, _ in first }
    }

    /// The mark that a cell holds; nil when its publisher has none such.
    func mark(_ text: String) -> Mark? { table[text].map { Mark(text, $0) } }

    static func named(_ name: String) -> Marks? { all.first { $0.name == name } }

    static let all = [government, education, authorityTool, runaways, earlier, national]

    /// The shorthand of the Government Statistical Service since 2020, in square brackets or without.
    private static let shorthand: [(String, Mark.Meaning)] = [
        ("c", .suppressed), ("low", .negligible), ("u", .unreliable), ("w", .notAvailable), ("x", .notAvailable),
        ("z", .notApplicable),
    ]

    static let government = Marks(
        "gss", "Government Statistical Service, since 2020",
        source: "Analysis Function, guidance on symbols in tables (2020; from knowledge: high)",
        shorthand + shorthand.map { ("[\($0.0)]", $0.1) } + [("", .notGiven)])

    static let education = Marks(
        "dfe", "Department for Education, Explore Education Statistics",
        source: "The department's statistics releases since 2020, notes on symbols (from knowledge: high)",
        shorthand + [("k", .negligible), (":", .notAvailable), ("~", .notAvailable), ("", .notGiven)])

    /// The tool shows `-` for all of these and tells them apart nowhere.
    static let authorityTool = Marks(
        "lait", "Local Authority Interactive Tool of the Department for Education",
        source: "Found in its data: one mark stands for whatever is missing (11,020 of 109,359 rows)",
        [("-", .notGiven), ("x", .notAvailable), ("c", .suppressed), ("", .notGiven), ("NA", .notGiven)])

    /// 94 returns of six cells are missing, which is what its notes say: 121, 146, 152, 147, 150, 142 and 112 of 152
    /// authorities answered.
    static let runaways = Marks(
        "dcsf-ni71", "Department for Children, Schools and Families, NI 71 returns 2008 to 2010",
        source: "OSR 23/2010, notes: the responses to each of the seven returns add up to the cells with a dash",
        [("-", .noReturn), ("", .notGiven)])

    static let earlier = Marks(
        "dfe-earlier", "Department for Education and its forerunners, before 2020",
        source: "Statistical first releases, conventional signs (from knowledge: med)",
        [
            ("x", .suppressed), ("-", .negligible), (".", .notApplicable), ("..", .notAvailable), (":", .notAvailable),
            ("*", .suppressed), ("", .notGiven),
        ])

    static let national = Marks(
        "ons", "Office for National Statistics, before the shorthand of 2020",
        source: "Conventional signs of its tables (from knowledge: high)",
        [
            ("..", .notAvailable), (":", .notAvailable), ("-", .negligible), (".", .notApplicable), ("*", .suppressed),
            ("NA", .notAvailable), ("", .notGiven),
        ])
}
