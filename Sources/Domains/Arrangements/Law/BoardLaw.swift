import Kernel
import Partners

/// Sections 12A to 12D and 13 to 16 of the Children Act 2004: the two statutory boards.
extension LawRow {
    private static let board = "2010-04-01"
    private static let lscb = "2006-04-01", lscbEnds = "2019-09-29"

    static let trustBoard = [
        LawRow(
            "CTB-01", "CA 2004 s12A(1); SI 2010/303", .verified, from: board,
            """
            The arrangements under section 10 must include arrangements to establish a Children's Trust Board. When \
            the section left the statute book is not verified; its end is a local setting, trust-board-duty-ends.
            """),
        LawRow(
            "CTB-02", "CA 2004 s12A(2)", .verified, from: board,
            """
            The Board must include a representative of the authority and of each relevant partner.
            """),
        LawRow(
            "CTB-03", "CA 2004 s12A(3)", .verified, from: board,
            """
            It may include others whom the authority thinks fit, after consulting each relevant partner.
            """),
        LawRow(
            "CTB-04", "CA 2004 s12A(4)", .verified, from: board,
            """
            Regulations may except descriptions of relevant partner. None is held here.
            """),
        LawRow(
            "CTB-05", "CA 2004 s12A(5)", .verified, from: board,
            """
            A separate representative for each is not required: one person may represent several. What counts is \
            coverage.
            """),
        LawRow(
            "CTB-06", "CA 2004 s12A(6)", .verified, from: board,
            """
            Two or more authorities may have one Board for their areas together.
            """),
        LawRow(
            "CTB-07", "CA 2004 s12B; P10 4.6.1", .paper, from: board,
            """
            The Board develops, publishes, reviews, revises and monitors the Children and Young People's Plan.
            """),
        LawRow(
            "CTB-09", "P10 4.6.1, on the draft guidance of November 2009", .paper, from: board,
            """
            A Board of its own within the city's strategic partnership. The authority appoints its chair, who may be \
            anyone fit for it, and watches how well the chair does.
            """),
        LawRow(
            "CTB-10", "Statutory guidance of 2010", .knowledgeHigh, from: board, until: "2010-10-31",
            """
            The Trust Board and the safeguarding board are separate and challenge one another, so one person should \
            not chair both; the safeguarding board's annual report goes to the Trust Board.
            """),
        LawRow(
            "CTB-11", "Leeds, minute 215 of the Executive Board of 7 April 2010", .verified, from: "2010-04-07",
            """
            Leeds approved a new Trust Board and a revised safeguarding board, and asked for three elected members on \
            the first, the Lead Executive Member among them, and for the Lead Executive Member on the second.
            """),
        LawRow(
            "CTB-12", "Announcements of 22 July 2010 and of 2011", .verified, from: "2010-07-22",
            """
            The government said that it would remove the requirement, and in 2011 that doing so was no high priority. \
            When it did was not established.
            """),
    ]

    static let safeguardingBoard = [
        LawRow(
            "LSCB-01", "CA 2004 s13(1)", .verified, from: lscb, until: lscbEnds,
            """
            The authority must establish a Local Safeguarding Children Board. It took the place of the Area Child \
            Protection Committee. The papers also call it the Local Children's Safeguarding Board.
            """),
        LawRow(
            "LSCB-02", "CA 2004 s13(3)", .verified, from: lscb, until: lscbEnds,
            """
            The Board partners: district councils in counties, the chief officer of police, probation, the youth \
            offending team, the strategic health authority and the primary care trust, NHS trusts with hospitals in \
            the area, Connexions, Cafcass, secure training centres, prisons that detain children. Not schools, not the \
            police authority, not the Learning and Skills Council.
            """),
        LawRow(
            "LSCB-03", "SI 2006/90 reg 3", .verified, from: lscb, until: lscbEnds,
            """
            At least one representative of the authority and of each Board partner; two or more may share one.
            """),
        LawRow(
            "LSCB-04", "SI 2006/90 reg 4", .verified, from: lscb, until: lscbEnds,
            """
            The authority appoints the chair after consulting the Board partners. The report of 2006 has the Director \
            appoint (P06 3.10): both are shown. That the chair should be independent comes from the guidance of 2010, \
            from knowledge, high.
            """),
        LawRow(
            "LSCB-05", "ASCL Act 2009 s196", .knowledgeHigh, from: board, until: lscbEnds,
            """
            The authority takes reasonable steps to have two lay members who represent the local community. Schools \
            are represented.
            """),
        LawRow(
            "LSCB-06", "CA 2004 s14", .verified, from: lscb, until: lscbEnds,
            """
            The Board co-ordinates what each body on it does to safeguard children, and makes sure that it works.
            """),
        LawRow(
            "LSCB-09", "CA 2004 s14A; P10 4.4.4", .knowledgeHigh, from: board, until: lscbEnds,
            """
            A report at least every 12 months, sent to the Trust Board. The review wanted it sent to the Chief \
            Executive as well.
            """),
        LawRow(
            "LSCB-10", "P10 4.4.3 and 4.4.4", .paper,
            """
            A strong line between the chair and the Director, who answers in the end; and a way for the chair to take \
            a serious worry to the Chief Executive.
            """),
        LawRow(
            "LSCB-11", "P10 4.4.5", .paper,
            """
            The chair comes to the commissioning board as a formal attendee, not as a member.
            """),
        LawRow(
            "LSCB-12", "P10 4.4.6; guidance of 2006 and 2010", .paper, from: lscb, until: lscbEnds,
            """
            Members must be able to speak for their organisation, commit it and hold it to account. Leeds had too many \
            and too few of them senior enough.
            """),
        LawRow(
            "MASA-01", "Children and Social Work Act 2017", .verified, from: "2018-06-29",
            """
            Boards gave way to arrangements of three safeguarding partners: the authority, the chief officer of police \
            and the health commissioner; in force by 29 September 2019, from knowledge, high.
            """),
    ]
}
