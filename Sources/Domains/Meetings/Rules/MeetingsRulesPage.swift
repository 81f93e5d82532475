import Kernel
import Partners
import Records

/// `docs/rules/meetings.md`: the rules of this room, written from the code.
public enum MeetingsRulesPage {
    public static func markdown() -> String {
        """
        # The rules of meetings

        Written from the code by `bin/golden`; change the rule, not this page. "Ours" is our choice, where no source
        was found. The evidence says how far a row can be trusted. What a source of the past attests is kept as it says,
        and is not judged by rules about how business is done here.

        ## Law, guidance and our choices

        \(rows.map(\.section).joined(separator: "\n\n"))

        ## What the check looks for

        These are printed with the rest of `thinkchild check`. What the public may not read of, they name only as one of
        its meeting's.

        \(MeetingsChecks.all.map(\.section).joined(separator: "\n\n"))

        ## What must be true of the records

        Asked of forms, the API, the terminal and imports alike.

        \(invariants.map { "- \($0)." }.joined(separator: "\n"))

        """
    }

    private static var invariants: [String] {
        var all: [String] = []
        for invariant in MeetingsInvariants.all where !all.contains(invariant.rule) { all.append(invariant.rule) }
        return all + Minutes.safeguards.map(\.rule) + [PublicationDay.rule]
    }
}
