import Kernel
import Partners
import Records

/// F25 and L07 to L10: the Children's Trust Board of sections 12A to 12D.
enum TrustBoardChecks {
    static let all = [established, covers, consulted, chairAppointed, chairsApart]

    /// CTB-01: from 1 April 2010. When the sections left the statute book is not verified: the end is a local setting.
    private static let sinceApril2010 = Period(trusting: Day(2010, 4, 1), until: nil, attested: nil)
    /// CYPP-12: the last day of the regulations and the guidance.
    private static let withdrawn = Day(2010, 10, 31)

    /// CTB-10: while there was a safeguarding board to have a chair (MASA-01).
    private static let whileBoth = Period(trusting: Day(2010, 4, 1), until: Day(2019, 9, 29), attested: nil)

    private static func isOwed(_ trust: Trust) -> Bool {
        trust.thresholds.trustBoardDutyEnds.map { trust.day < $0 } ?? true
    }

    private static func boards(_ trust: Trust) -> [Held<Body>] {
        isOwed(trust) ? trust.bodies(holding: Trust.trustBoard) : []
    }

    // MARK: - F25

    static let established = Check<Trust>(
        "F25", "A Children's Trust Board is established", .error,
        sources: [
            .act("s12A(1)"), .act("s12A(2)"), .rules("CTB-01"), .rules("CTB-02"), .rules("CTB-05"), .rules("CA10-04"),
            .rules("CA10-05"), .p10("4.1.4"),
        ],
        needs:
            "bodies and the statutory body each is, the authority, organisations with their categories of "
            + "relevant partner, decisions",
        applies: """
            The authority, from 1 April 2010 until the threshold trust-board-duty-ends. An error when no such board is \
            among the bodies described, or one is said to be lacking; after 31 October 2010 a warning, which says that \
            the regulations and guidance were withdrawn and that the end of the sections is not verified. A decision \
            to set one up is shown, and silences nothing. Cannot tell when no bodies are described, or it is not known \
            since when the board has been there.
            """,
        evidence: .verified, inForce: sinceApril2010
    ) { trust in
        guard isOwed(trust), trust.bodies(holding: Trust.trustBoard).isEmpty,
            let authority = trust.accountability.authority
        else { return [] }
        return [owed(by: authority, trust)]
    }

    private static func owed(by authority: Held<Organisation>, _ trust: Trust) -> Found {
        let known = trust.book.all(Body.kind.name).filter { $0.text("statutory") == Trust.trustBoard }
        let denied = trust.bodies.denied.filter { $0.noun.office == Trust.trustBoard }.map(\.record)
        let undated = known.filter { $0.isFact && $0.period.held(on: trust.day) == .unknown }
        let ids = Set(known.map(\.id))
        let decisions = trust.decisions.filter { decision in
            decision.record.text("approves") == Trust.trustBoard || !ids.isDisjoint(with: decision.record.list("about"))
        }
        let isDescribed = !trust.bodies.current.isEmpty || !denied.isEmpty
        let severity: Severity =
            !undated.isEmpty || !isDescribed ? .cannotTell : isAfterWithdrawal(trust) ? .warning : .error

        var sentences = [
            undated.isEmpty
                ? "\(authority.noun.name) owes a Children's Trust Board for its area, and none is established"
                : "\(authority.noun.name) owes a Children's Trust Board for its area; since when there has been "
                    + "one is not known",
            partners(trust),
        ]
        sentences += decisions.map {
            "It was decided on \($0.noun.on?.long ?? "a day not held"): \(Words.sentence($0.noun.name)); a "
                + "decision alone does not set one up"
        }
        if isAfterWithdrawal(trust) {
            sentences.append(withdrawal)
        }
        return Found(
            severity, trust.subject(authority.record.id), sentences.joined(separator: ". "),
            mend: "Establish the board and record it as a body (statutory: childrens-trust-board) with its seats",
            facts: denied + undated + decisions.map(\.record) + [authority.record],
            sources: isAfterWithdrawal(trust) ? [.rules("CYPP-12"), .rules("CTB-12")] : [])
    }

    private static let withdrawal =
        "The regulations and the guidance were withdrawn on 31 October 2010; when sections 12A to 12D left the statute "
        + "book is not verified, so the duty is taken to stand until the threshold trust-board-duty-ends says otherwise"

    /// A board that goes on after the withdrawal may do so by choice: what is wrong with it is then a warning.
    private static func softened(_ found: Found, _ trust: Trust) -> Found {
        guard found.severity == .error, isAfterWithdrawal(trust) else { return found }
        return Found(
            .warning, found.subject, "\(found.message). \(withdrawal)", mend: found.mend, facts: found.facts,
            sources: found.sources + [.rules("CYPP-12"), .rules("CTB-12")])
    }

    private static func isAfterWithdrawal(_ trust: Trust) -> Bool { withdrawn.map { trust.day > $0 } ?? false }

    private static func partners(_ trust: Trust) -> String {
        let categories = trust.accountability.relevantPartners.filter { !$0.organisations.isEmpty }
        guard !categories.isEmpty else {
            return
                "It would have to include a representative of the authority and of each relevant partner; no "
                + "relevant partner is held"
        }
        let names = categories.map { category in
            "\(Words.list(category.organisations.map(\.noun.name), max: 10)) (\(category.listed.label))"
        }
        return
            "It would have to include a representative of the authority and of each relevant partner: "
            + "\(names.joined(separator: "; "))"
    }

    // MARK: - L07

    static let covers = Check<Trust>(
        "L07", "The Children's Trust Board covers the authority and every relevant partner", .error,
        sources: [.act("s12A(2)"), .act("s12A(5)"), .rules("CTB-02"), .rules("CTB-05")],
        needs:
            "the board's seats with role, organisation and whom they represent, its size, organisations with "
            + "their categories",
        applies: """
            A Children's Trust Board while it is owed; the lists are those in force on the day. One member may speak \
            for several; schools and colleges are covered category by category, the others one by one. An error when \
            the seats held are known to be all, or a seat is said to be lacking, and a warning after 31 October 2010, \
            when the regulations and guidance were withdrawn; otherwise cannot tell.
            """,
        evidence: .verified, inForce: sinceApril2010
    ) { trust in
        boards(trust).flatMap { board in
            let coverage = Coverage(of: trust.accountability.relevantPartners, at: board.noun.id, in: trust)
            return [
                coverage.found(at: board, owedTo: "a representative of each relevant partner", trust),
                authoritysOwn(board, trust),
            ].compactMap { $0.map { softened($0, trust) } }
        }
    }

    /// Whether the authority itself has a member at a statutory board.
    static func authoritysOwn(_ board: Held<Body>, _ trust: Trust) -> Found? {
        // An independent chair speaks for nobody, whoever's the post is.
        let members = trust.members(of: board.noun.id).filter { !trust.isIndependent($0) }
        guard let authority = trust.accountability.authority, !members.isEmpty else { return nil }
        guard
            !members.contains(where: {
                trust.organisations(of: $0).contains(where: trust.accountability.isAuthoritysOwn)
            })
        else { return nil }
        return Found(
            trust.seatsAreComplete(at: board.noun.id) ? .error : .cannotTell, trust.subject(board.record.id),
            "\(Words.sentence(Words.the(board.noun.name))) must include a representative of "
                + "\(authority.noun.name); no member's seat is held for it",
            mend: "Record the seat of the authority's representative", facts: [board.record])
    }

    // MARK: - L08

    static let consulted = Check<Trust>(
        "L08", "Partners were consulted on members that the law does not name", .warning,
        sources: [.act("s12A(3)"), .rules("CTB-03")],
        needs:
            "the board's seats, the day the relevant partners were consulted on each, organisations with their "
            + "categories",
        applies: """
            Members' seats at a Children's Trust Board that are neither the authority's nor a relevant partner's, \
            those \
            for a sector or a person among them. A warning when the seat began before the consultation; cannot tell \
            when \
            no consultation is held.
            """,
        evidence: .verified, inForce: sinceApril2010
    ) { trust in boards(trust).flatMap { consulted($0, trust) } }

    private static func consulted(_ board: Held<Body>, _ trust: Trust) -> [Found] {
        let named = Set(trust.accountability.relevantPartners.flatMap(\.organisations).map(\.noun.id))
        let others = trust.members(of: board.noun.id).filter { seat in
            let organisations = trust.organisations(of: seat)
            return named.isDisjoint(with: organisations)
                && !organisations.contains(where: trust.accountability.isAuthoritysOwn)
        }
        let subject = trust.subject(board.record.id),
            mend = "Consult each relevant partner, and record the day with the seat (consulted)"
        let late = others.filter { seat in
            guard let day = seat.record.day("consulted") else { return false }
            return (seat.record.period.from ?? seat.record.period.attested).map { day > $0 } ?? false
        }
        let silent = others.filter { $0.record.day("consulted") == nil }
        let names = { (seats: [Held<Seat>]) in
            Words.list(
                seats.map { seat in
                    let organisations = trust.organisations(of: seat).map { trust.name($0.text) }
                    return organisations.isEmpty ? trust.name(seat.record.id) : Words.list(organisations)
                })
        }
        var found: [Found] = []
        if !late.isEmpty {
            found.append(
                Found(
                    .warning, subject, "The partners were consulted only after \(names(late)) had a seat", mend: mend,
                    facts: late.map(\.record)))
        }
        if !silent.isEmpty {
            found.append(
                Found(
                    .cannotTell, subject,
                    "Whether the relevant partners were consulted on the seats of \(names(silent)) is not held",
                    mend: mend, facts: silent.map(\.record)))
        }
        return found
    }

    // MARK: - L09 and L10

    static let chairAppointed = Check<Trust>(
        "L09", "The authority appoints the chair of the Children's Trust Board", .error,
        sources: [.rules("CTB-09"), .p10("4.6.1")],
        needs: "who appoints the board's chair",
        applies: "A Children's Trust Board while it is owed. Cannot tell when it is not held.",
        inForce: sinceApril2010
    ) { trust in
        boards(trust).compactMap { SafeguardingBoardChecks.appointed(by: trust.accountability.authority, $0, trust) }
    }

    static let chairsApart = Check<Trust>(
        "L10", "The trust board and the safeguarding board have different chairs", .error,
        sources: [.rules("CTB-10")],
        needs: "the chairs' seats at both boards, with the post or the person in them, and appointments",
        applies: "Where both boards are there and a chair of each is held.", evidence: .knowledgeHigh,
        inForce: whileBoth
    ) { trust in
        boards(trust).flatMap { board in
            trust.bodies(holding: Trust.safeguardingBoard).flatMap { other in
                trust.chairs(of: board.noun.id).filter { mine in
                    trust.chairs(of: other.noun.id).contains { trust.isSame($0, mine) }
                }.map { seat in
                    Found(
                        .error, trust.subject(board.record.id),
                        "\(Words.sentence(Words.the(board.noun.name))) and \(Words.the(other.noun.name)) have one "
                            + "chair, "
                            + "so the one cannot challenge the other",
                        mend: "Appoint a different chair to one of the two", facts: [seat.record])
                }
            }
        }
    }
}
