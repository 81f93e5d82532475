import Kernel
import Partners

/// Sections 10, 11 and 17 to 19 of the Children Act 2004: co-operation, safeguarding, the plan and the two offices.
extension LawRow {
    static let cooperation = [
        LawRow(
            "CA10-01", "CA 2004 s10(1)", .verified, from: "2005-04-01",
            """
            The authority makes arrangements to promote co-operation between itself, each of its relevant partners, \
            and others it thinks fit. So every category of relevant partner that exists in the area has an \
            organisation in the arrangements. The day of commencement is from knowledge, medium.
            """),
        LawRow(
            "CA10-04", "CA 2004 s10(4) as enacted", .verified, from: "2005-04-01",
            """
            The first relevant partners: district councils in counties; the police authority and the chief officer; \
            the probation board; the youth offending team; the strategic health authority and the primary care trust; \
            the Connexions provider; the Learning and Skills Council.
            """),
        LawRow(
            "CA10-05", "ASCL Act 2009 s193", .verified, from: "2010-01-12",
            """
            Added: governing bodies of maintained schools, proprietors of non-maintained special schools and of \
            academies, colleges, and Jobcentre Plus; pupil referral units by regulations of their own. The Learning \
            and Skills Council was left out from 1 April 2010. Both dates are from knowledge, medium; a later repeal \
            was not seen.
            """),
        LawRow(
            "CA10-06", "CA 2004 s10(4) as amended", .verified, from: "2008-04-01",
            """
            Later substitutions: the Secretary of State and other providers of probation services, the local policing \
            body in place of the police authority from 22 November 2012, new health bodies from 1 April 2013 and \
            1 July 2022; the days are from knowledge, high.
            """),
        LawRow(
            "CA10-07", "CA 2004 s10(5)", .verified, from: "2005-04-01",
            """
            Relevant partners must co-operate in the making of the arrangements. Staying away is evidence, not a \
            finding of law.
            """),
        LawRow(
            "CA10-11", "S10 applied to Leeds; P10 names most of them", .knowledgeHigh, from: "2006-10-01",
            """
            Leeds is a metropolitan district, so no district council is ever a partner. Its partners in 2006 were the \
            police authority and the chief constable, probation, the youth offending service, the strategic health \
            authority, one primary care trust from 1 October 2006, Connexions, and the Learning and Skills Council.
            """),
        LawRow(
            "CA11-02", "CA 2004 s11(1)", .knowledgeHigh, from: "2005-10-01",
            """
            Who must have regard to the need to safeguard children: a list of its own. Schools and colleges are not on \
            it; the Education Act 2002 binds them.
            """),
    ]

    static let offices = [
        LawRow(
            "DCS-01", "CA 2004 s18", .verified, from: "2008-01-01",
            """
            Every children's services authority appoints a Director of Children's Services. One holder, or an interim \
            one, on every day. That the last day for a first appointment was 1 January 2008 is from knowledge, high.
            """),
        LawRow(
            "DCS-02", "P10 3.1.8 and 3.6.2", .paper,
            """
            A deputy is named for each statutory function while the Director is away. Leeds could not say which of its \
            deputies acted.
            """),
        LawRow(
            "DCS-03", "P10 3.1.1 and 6.2.3", .paper,
            """
            A Director may answer for services without line managing those who run them, so accountability and line \
            management are two different lines.
            """),
        LawRow(
            "LM-01", "CA 2004 s19", .verified, from: "2008-01-01",
            """
            The authority designates one Lead Member for the same functions as the Director. Others may help.
            """),
        LawRow(
            "LM-03", "P10 4.1.5", .paper,
            """
            In Leeds the Lead Member chaired the partnership and the Director the commissioning board. Whoever chairs \
            a body that monitors a person should not be that person.
            """),
    ]

    static let plan = [
        LawRow(
            "CYPP-02", "Guidance on the first plans; P06 2.3", .verified, until: "2010-04-01",
            """
            The first plan was due by 1 April 2006. Leeds published its own in July 2006; the day it was published is \
            what is held.
            """),
        LawRow(
            "CYPP-06", "ASCL Act 2009 s194(3)", .verified, from: "2010-04-01", until: "2010-10-31",
            """
            The Children's Trust Board prepares and publishes the plan, which is the strategy of those represented on \
            it.
            """),
        LawRow(
            "CYPP-11", "P10 4.6.1", .paper, from: "2010-04-01", until: "2010-10-31",
            """
            The first plan of the new kind by April 2011, reviewed each year; the Board monitors how far the partners \
            act on it, and reports each year.
            """),
        LawRow(
            "CYPP-12", "Revoking regulations of 2010; the department's notice", .verified, from: "2010-10-31",
            """
            On 31 October 2010 the regulations on the plan were revoked and the statutory guidance on Children's \
            Trusts was withdrawn.
            """),
    ]
}
