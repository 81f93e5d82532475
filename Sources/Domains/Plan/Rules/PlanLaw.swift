import Arrangements
public import Kernel
import Partners
import Records

/// The law of the plan by its dates: whose it is, what must be in it, and who must be asked.
public enum PlanLaw {
    /// Whose plan the law of a day has it be.
    public enum Regime: String, Sendable {
        /// Before the law asked for a plan.
        case none
        /// The authority's own (CYPP-01).
        case authority
        /// The Children's Trust Board's (CYPP-06).
        case board
        /// Nobody's duty: a plan is a choice (CYPP-12, CYPP-13).
        case choice
        /// An area's delivery plan, of which no law speaks (LDS-05).
        case area

        public var words: String {
            switch self {
            case .none: "Before the law asked for a plan"
            case .authority: "The authority's own plan, which the law asked for (until 31 March 2010)"
            case .board: "The Children's Trust Board's plan, which the law asked for (1 April to 30 October 2010)"
            case .choice: "A plan by choice: the regulations were revoked on 31 October 2010"
            case .area: "An area's delivery plan: no law asked for one, or says what is in it"
            }
        }
    }

    /// The whole year 2005 is taken: the day of that year was not verified.
    private static let asked = Day(2005, 1, 1)
    private static let boards = Day(2010, 4, 1)
    private static let revoked = Day(2010, 10, 31)

    public static func regime(on day: Day) -> Regime {
        if let revoked, day >= revoked { return .choice }
        if let boards, day >= boards { return .board }
        if let asked, day >= asked { return .authority }
        return .none
    }

    /// The same of one plan: the law speaks of the city's, and not of an area's.
    public static func regime(of plan: TrustPlan, on day: Day) -> Regime { plan.isLocal ? .area : regime(on: day) }

    /// The day by which the law judges a plan: when it was published, or else agreed, or else the day asked about.
    public static func trigger(of plan: TrustPlan, on day: Day) -> Day { plan.published ?? plan.agreed ?? day }

    // MARK: - Who may agree it

    /// Whether a body is one that the law lets agree a plan.
    public enum Entitlement: Sendable, Equatable {
        case yes
        case no(because: String)
        case cannotTell(because: String)
    }

    /// Of the city's plan. What an area's delivery plan takes is not in the law: whoever agrees it may.
    public static func entitlement(of body: Body, toAgree plan: TrustPlan, on day: Day) -> Entitlement {
        switch regime(of: plan, on: day) {
        case .none, .choice, .area: return .yes
        case .board:
            if body.office == "childrens-trust-board" { return .yes }
            return .no(because: "from 1 April to 30 October 2010 the plan was the Children's Trust Board's")
        case .authority:
            if body.office == "executive" { return .yes }
            // Other organisations have an executive too.
            if body.type == "executive" {
                return .cannotTell(
                    because: "until 31 March 2010 the plan was the authority's, and whether this is its executive "
                        + "is not said")
            }
            // It is part of the policy framework, which full council adopts (GOV-34).
            if body.type == "full-council" { return .yes }
            // Which some sources tell of as a committee.
            if body.type == "committee", body.area == nil, body.host != nil {
                return .cannotTell(
                    because: "until 31 March 2010 the plan was the authority's, and whether this is its full council "
                        + "is not said")
            }
            return .no(
                because: "until 31 March 2010 the plan was the authority's, and its executive or council agreed it")
        }
    }

    // MARK: - Whose it is

    /// Why whoever owns the city's plan may not by the law of a day; nil where they may, or the law does not say.
    ///
    /// - Parameter owner: the record of the organisation or body.
    static func whyNotOwned(_ plan: TrustPlan, by owner: Record, on day: Day) -> String? {
        switch regime(of: plan, on: day) {
        case .none, .choice, .area: return nil
        case .board:
            if owner.text("statutory") == "childrens-trust-board" { return nil }
            return "from 1 April to 30 October 2010 the Children's Trust Board prepared and published it"
        case .authority:
            if owner.text("sector") == "local-authority" || owner.text("statutory") == "executive" { return nil }
            return "until 31 March 2010 the authority prepared and published it"
        }
    }

    // MARK: - What must be in it

    /// Something a plan must say, by a law that held from one day until another.
    public struct Requirement: Sendable {
        /// A word of `PlanPart.choices`.
        public let part: String
        /// The row of docs/rules/plan.md.
        public let row: String
        public let evidence: Evidence

        /// Whether the row can be trusted far enough to say that something is missing.
        public var isFirm: Bool { evidence != .knowledgeLow }
    }

    public static func contents(of plan: TrustPlan, on day: Day) -> [Requirement] {
        switch regime(of: plan, on: day) {
        case .none, .choice, .area: []
        case .authority:
            ["vision", "outcomes", "needs", "actions", "joint-planning", "performance", "consultation"]
                .map { Requirement(part: $0, row: "CYPP-03", evidence: .verified) }
                + [Requirement(part: "budget", row: "CYPP-03", evidence: .knowledgeHigh)]
        case .board:
            [
                Requirement(part: "outcomes", row: "CYPP-07", evidence: .verified),
                Requirement(part: "needs", row: "CYPP-08", evidence: .verified),
            ]
                + [
                    "co-operation", "priorities", "integration", "early", "safeguarding", "poverty", "workforce",
                    "resources", "performance",
                ].map { Requirement(part: $0, row: "CYPP-09", evidence: .knowledgeLow) }
        }
    }

    // MARK: - Who must be asked

    /// Words of `Consultee.choices`; none where no row says.
    public static func consultees(of plan: TrustPlan, on day: Day) -> [String] {
        guard regime(of: plan, on: day) == .board else { return [] }
        return [
            "young-people", "parents", "relevant-young-persons", "lscb", "schools", "schools-forum", "admission-forum",
            "diocesan", "voluntary",
        ]
    }

    // MARK: - When it is looked at again

    /// Days before the one that a plan says itself on which a review is the one that was due. Ours.
    public static let nearDays = 31

    /// The day after which a plan is past its review; nil where neither the plan nor the law says one. While the law
    /// asked for a review each year, a plan could say an earlier day and no later one.
    ///
    /// - Parameter reviewed: the days on which the plan itself was reviewed; monitoring is none.
    public static func reviewDue(_ plan: TrustPlan, reviewed: [Day], on day: Day) -> Day? {
        let last = reviewed.filter { $0 <= day }.max()
        let said = plan.reviewDue.flatMap { due in
            last.map { $0 >= due.adding(days: -nearDays) } ?? false ? nil : due
        }
        guard [.authority, .board].contains(regime(of: plan, on: day)), let published = plan.published else {
            return said
        }
        let asked = (last ?? published).adding(months: 12)
        return said.map { min($0, asked) } ?? asked
    }

    /// Years that the authority's plan covered (CYPP-01).
    static let years = 3
    /// The day by which the first plan was to be published (CYPP-02).
    static let firstDue = Day(2006, 4, 1)
}
