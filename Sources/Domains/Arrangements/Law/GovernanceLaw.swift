import Kernel
import Partners

/// Local government's own rules, and what holds in Leeds.
extension LawRow {
    static let governance = [
        LawRow(
            "GOV-10", "LGA 1972 Sch 12; procedure rules", .knowledgeHigh,
            """
            A quarter of the members make a quorum of full council; a body's own rules set its own. Observers and \
            attendees never count. The numbers of Leeds's bodies were not found.
            """),
        LawRow(
            "GOV-32", "P10 6.2.3 and 6.3.1", .paper,
            """
            Under a concurrent delegation an officer may do what the Director may; the Director still answers and \
            still manages the officer.
            """),
    ]

    static let localities = [
        LawRow(
            "COR-01", "P06 3.22", .paper, from: "2006-12-07",
            """
            Leeds's Corporate Carers' Group is ten councillors, one from each inner and each outer area.
            """),
        LawRow(
            "LDS-01", "Leeds, papers of the area committees", .verified, from: "2004-06-10", until: "2014-06-01",
            """
            Ten area committees, inner and outer for each of five wedges, made up of the councillors of their wards: \
            three for each ward. The first and the last day are from knowledge, medium.
            """),
        LawRow(
            "LDS-10", "Leeds, the council's minutes and papers", .paper,
            """
            The meetings that decided: the Executive Board on 20 September 2006, in December 2009, on 10 March and on \
            7 April 2010; two area committees on 7 December 2006.
            """),
        LawRow(
            "8.2", "P06, P10, and the council's minutes", .paper,
            """
            Facts of Leeds that the sources give and no rule decides: its bodies, its decisions, its assessments.
            """),
    ]
}
