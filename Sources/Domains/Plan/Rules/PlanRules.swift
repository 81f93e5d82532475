import Partners
import Records

extension PlanRulesPage {
    /// Every rule, in the order of its identifier.
    static let rows = authority + board + choice + ours

    private static let authority = [
        RuleRow(
            id: "CYPP-01",
            statement: """
                Until 31 March 2010 the authority prepares and publishes the plan: its own strategy for children and \
                relevant young people, for three years at a time, reviewed every year.
                """,
            source: "Children Act 2004 s17 as made; its Explanatory Notes, paragraphs 95 to 98. SI 2005/2149 not seen",
            evidence: .verified, heldBy: ["`PlanLaw.regime`", "P04", "P06", "P09", "P11"]),
        RuleRow(
            id: "CYPP-02",
            statement: """
                The first plan was due by 1 April 2006; excellent and four-star authorities were exempt (that they \
                were is from knowledge, medium). The day it was published is held as it was.
                """,
            source: "guidance on the first plans; P06 2.3", evidence: .verified, heldBy: ["P10"]),
        RuleRow(
            id: "CYPP-03",
            statement: """
                The authority's plan has a vision, key outcomes, an analysis of needs, actions with their days, \
                planning with key partners, managing of performance with review, the consultation undertaken, and a \
                budget.
                """,
            source: "Explanatory Notes, paragraph 97; the budget from knowledge, high", evidence: .verified,
            heldBy: ["`PlanLaw.contents`", "P07"]),
        RuleRow(
            id: "CYPP-04",
            statement: "The plan took the place of seven others, of education, early years and children's services.",
            source: "Explanatory Notes, paragraph 95", evidence: .verified, heldBy: ["nothing: it asks for nothing"]),
        RuleRow(
            id: "CYPP-05",
            statement: """
                In Leeds about 8,000 people were asked before the plan of 2006, whose vision is of children who are \
                happy, healthy, safe, successful and free from the effects of poverty.
                """,
            source: "P06 2.3 and 3.6", evidence: .paper, heldBy: ["`examples/leeds/2006/plan.yaml`"]),
        RuleRow(
            id: "GOV-34",
            statement: """
                The authority's plan was part of its policy framework: the full council adopted it on the advice of \
                its executive. The executive's agreement is taken as the authority's own; a committee of the whole \
                council cannot be told from another.
                """,
            source: "SI 2000/2853, from knowledge; another authority's papers of 2006", evidence: .knowledgeHigh,
            heldBy: ["`PlanLaw.entitlement`", "P06"]),
    ]

    private static let board = [
        RuleRow(
            id: "CYPP-06",
            statement: """
                From 1 April 2010 the Children's Trust Board prepares and publishes the plan: how those represented \
                on it will co-operate.
                """,
            source: "Apprenticeships, Skills, Children and Learning Act 2009 s194(3)", evidence: .verified,
            heldBy: ["`PlanLaw.regime`", "`AgreePlan`", "`PublishPlan`", "P06", "P11"]),
        RuleRow(
            id: "CYPP-07", statement: "The Board's plan covers all five outcomes and states its period.",
            source: "SI 2010/591 reg 3", evidence: .verified, heldBy: ["`PublishPlan`", "P07", "P09"]),
        RuleRow(
            id: "CYPP-08", statement: "The Board's plan has an assessment of needs.",
            source: "SI 2010/591 reg 4(1)(a)", evidence: .verified, heldBy: ["P07"]),
        RuleRow(
            id: "CYPP-09",
            statement: """
                The rest of regulation 4 was not seen. The list held here (co-operation, priorities and targets, \
                integration, early intervention, safeguarding, child poverty, workforce, resources, performance) is a \
                list to work through, not a quotation: what is missing by it is said to be "cannot tell".
                """,
            source: "SI 2010/591 reg 4, not seen", evidence: .knowledgeLow, heldBy: ["`PlanLaw.contents`", "P07"]),
        RuleRow(
            id: "CYPP-10",
            statement: """
                Those whom the Board must ask: children and young people, parents and carers, relevant young persons, \
                the safeguarding board, schools and governors, the schools forum, the admission forum, the diocesan \
                authority of church schools, voluntary and community organisations. That the regulations name \
                consultees, and the diocesan authority, was seen; the list is from knowledge.
                """,
            source: "SI 2010/591 reg 2; the list not seen", evidence: .knowledgeMedium,
            heldBy: ["`PlanLaw.consultees`", "P08"]),
        RuleRow(
            id: "CYPP-11",
            statement: """
                The first plan of the new kind was due by April 2011, to be reviewed every year; the Board monitors \
                how far the partners act on it, and reports each year.
                """,
            source: "P10 4.6.1; the rest from a summary of the guidance", evidence: .paper,
            heldBy: ["`PlanLaw.reviewDue`", "`ReviewPlan`", "P04"]),
        RuleRow(
            id: "CTB-07",
            statement: "The Board develops, publishes, reviews, revises and monitors the plan.",
            source: "P10 4.6.1; Children Act 2004 s12B, from knowledge", evidence: .paper,
            heldBy: ["`PlanLife`", "P02"]),
    ]

    private static let choice = [
        RuleRow(
            id: "CYPP-12",
            statement: """
                On 31 October 2010 the regulations were revoked. A plan then in being ran to the end of its period \
                unless it was replaced; nobody had to review it or prepare another. That day is taken as the first \
                without them.
                """,
            source: "the revoking regulations of 2010; the department's notice", evidence: .verified,
            heldBy: ["`PlanLaw.regime`", "P04", "P06"]),
        RuleRow(
            id: "CYPP-13",
            statement: "Since then a plan is by choice: any body may agree it, and only it says what it holds.",
            source: "plans kept by choice, 2011 to 2028", evidence: .verified, heldBy: ["`PlanLaw.entitlement`"]),
        RuleRow(
            id: "LDS-05",
            statement: """
                An area's partnership delivers and watches over what its area delivery plan says of children, and \
                supports local priorities.
                """,
            source: "P10 4.5.5", evidence: .paper, heldBy: [Priority.picksUpTheCitys.rule, "P05"]),
    ]

    private static let ours = [
        RuleRow(
            id: "OWN-1",
            statement: """
                A plan is judged by the law of the day it was published; before that, of the day it was agreed; before \
                that, of the day asked about.
                """, source: "ours, after domain rule 0.2", evidence: .own, heldBy: ["`PlanLaw.trigger`"]),
        RuleRow(
            id: "OWN-2",
            statement: """
                A draft is for those who write it: the clerk, the director, the administrator. Everybody reads what \
                is published, and no page, file or finding for everybody speaks of anything else.
                """, source: "ours", evidence: .own, heldBy: ["`PlanSight`", "`PlansOnADay`"]),
        RuleRow(
            id: "OWN-3",
            statement: """
                What an agreed plan says is changed by a new edition; two editions are compared side by side. Who \
                answers, who watches, what became of actions and who else supports it may be recorded since.
                """,
            source: "ours", evidence: .own, heldBy: ["`PlanSafeguards`", "`RevisePlan`", "`ComparedPlans`"]),
        RuleRow(
            id: "OWN-4",
            statement: "Every priority has a post that answers for it and a body that watches over it.",
            source: "ours, after P10 3.2.1: strategy was not seen to reach the ground", evidence: .own,
            heldBy: ["P01", "P02", "P03"]),
        RuleRow(
            id: "OWN-5",
            statement: "Words for young people are in sentences of at most \(YoungWords.wordsMax) words.",
            source: "ours", evidence: .own, heldBy: YoungWords.short.prefix(1).map(\.rule)),
        RuleRow(
            id: "OWN-6",
            statement: """
                A review in the \(PlanLaw.nearDays) days before the day that a plan says itself, or after it, is the \
                one that was due.
                """, source: "ours", evidence: .own, heldBy: ["`PlanLaw.reviewDue`", "P04"]),
        RuleRow(
            id: "OWN-7", statement: "The city has one plan in use at a time.", source: "ours", evidence: .own,
            heldBy: ["`PublishPlan`", "P12"]),
        RuleRow(
            id: "OWN-8",
            statement: "A plan is agreed once the consultation on it is closed, by a decision of that day or before.",
            source: "ours", evidence: .own, heldBy: ["`AgreePlan`"]),
    ]
}
