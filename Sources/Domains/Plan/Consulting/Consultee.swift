public import Records

/// Those who are to be asked about a plan, as far as the row CYPP-10 of docs/rules/plan.md can be trusted.
public enum Consultee {
    public static let choices = [
        Choice("young-people", "Children and young people"), Choice("parents", "Parents and carers"),
        Choice("relevant-young-persons", "Relevant young persons"),
        Choice("lscb", "The Local Safeguarding Children Board"), Choice("schools", "Schools and their governors"),
        Choice("schools-forum", "The schools forum"), Choice("admission-forum", "The admission forum"),
        Choice("diocesan", "The diocesan authority of church schools"),
        Choice("voluntary", "Voluntary and community organisations"), Choice("partners", "Partner organisations"),
        Choice("others", "Others"),
    ]

    /// `8,000`.
    static func grouped(_ number: Int) -> String {
        var digits = String(number), groups: [String] = []
        while digits.count > 3 {
            groups.insert(String(digits.suffix(3)), at: 0)
            digits = String(digits.dropLast(3))
        }
        return ([digits] + groups).joined(separator: ",")
    }
}
