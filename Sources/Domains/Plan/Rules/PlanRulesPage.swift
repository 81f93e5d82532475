import Kernel
import Partners
import Records

/// `docs/rules/plan.md`: the rules of this room, written from the code.
public enum PlanRulesPage {
    public static func markdown() -> String {
        """
        # The rules of the plan

        Written from the code by `bin/golden`; change the rule, not this page. "Ours" is our choice, where no source
        was found. The evidence says how far a row can be trusted: what rests on a row that nobody has confirmed is
        found as "cannot tell". A plan that is known from papers about it, and not from its own text, is not said to
        lack what those papers do not mention.

        ## Law, guidance and our choices

        \(rows.map(\.section).joined(separator: "\n\n"))

        ## What the check looks for

        These are printed with the rest of `thinkchild check`. They read what is published, and nothing else.

        \(PlanChecks.all.map(\.section).joined(separator: "\n\n"))

        ## What must be true of the records

        Asked of forms, the API, the terminal and imports alike.

        \(invariants.map { "- \($0)." }.joined(separator: "\n"))

        """
    }

    private static var invariants: [String] {
        var all: [String] = []
        let rules = PlanInvariants.all.map(\.rule) + PlanSafeguards.all.map(\.rule)
        for rule in rules where !all.contains(rule) { all.append(rule) }
        return all
    }
}
