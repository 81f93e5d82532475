import Kernel
import Partners
import Records

/// L11 to L15 and L23 to L25: the Local Safeguarding Children Board of sections 13 to 16.
enum SafeguardingBoardChecks {
    static let all = [
        established, covers, chairAppointed, layMembers, seniority, annualReport, schools, independentChair,
    ]

    /// LSCB-01, until safeguarding partners' arrangements had to be in force (MASA-01).
    private static let whileBoards = Period(trusting: Day(2006, 4, 1), until: Day(2019, 9, 29), attested: nil)
    /// LSCB-05 and LSCB-09: the amendments of the 2009 Act.
    private static let sinceApril2010 = Period(trusting: Day(2010, 4, 1), until: Day(2019, 9, 29), attested: nil)
    /// From when partners could take over (MASA-01).
    private static let takeOver = Period(trusting: Day(2018, 6, 29), until: nil, attested: nil)
    private static func boards(_ trust: Trust) -> [Held<Body>] { trust.bodies(holding: Trust.safeguardingBoard) }

    // MARK: - L11 and L12

    static let established = Check<Trust>(
        "L11", "A Local Safeguarding Children Board is established", .error,
        sources: [.act("s13(1)"), .rules("LSCB-01"), .rules("MASA-01")],
        needs: "bodies and the statutory body each is, the authority",
        applies: """
            The authority, from 1 April 2006 until safeguarding partners took over, by 29 September 2019 at the \
            latest. An error when the trust's bodies are described and none is it; cannot tell when no body of the \
            trust is described, when it is not known since when the board has been there, and when it ended on or \
            after 29 June 2018, from when its partners could take \
            over, and nothing says that they did.
            """,
        evidence: .verified, inForce: whileBoards
    ) { trust in
        guard boards(trust).isEmpty, let authority = trust.accountability.authority else { return [] }
        guard !takeOver.holds(on: trust.day) || trust.bodies(holding: Trust.safeguardingPartners).isEmpty else {
            return []
        }
        let denied = trust.bodies.denied.first { $0.noun.office == Trust.safeguardingBoard }
        if let ended = takenOver(trust), let until = ended.record.period.until {
            return [
                Found(
                    .cannotTell, trust.subject(authority.record.id),
                    "\(Words.sentence(Words.the(ended.noun.name))) was there until \(until.adding(days: -1).long); "
                        + "whether the safeguarding partners had taken over is not held",
                    mend:
                        "Record the partners' arrangements as a body (statutory: safeguarding-partners), or until when "
                        + "the board was there, if it went on",
                    facts: [ended.record])
            ]
        }
        let undated = trust.book.all(Body.kind.name).filter {
            $0.text("statutory") == Trust.safeguardingBoard && $0.isFact && $0.period.held(on: trust.day) == .unknown
        }
        let isDescribed =
            undated.isEmpty && (denied != nil || trust.bodies.current.contains(where: \.noun.isOfTrust))
        return [
            Found(
                isDescribed ? .error : .cannotTell, trust.subject(authority.record.id),
                isDescribed
                    ? "\(authority.noun.name) must have a Local Safeguarding Children Board; none is among the "
                        + "bodies described"
                    : "Whether \(authority.noun.name) has a Local Safeguarding Children Board is not held",
                mend: "Record the board as a body (statutory: local-safeguarding-children-board)",
                facts: undated + [denied?.record, authority.record].compactMap { $0 })
        ]
    }

    /// A board that ended when safeguarding partners could already have taken over (MASA-01).
    private static func takenOver(_ trust: Trust) -> Held<Body>? {
        trust.bodies.lapsed.last {
            $0.noun.office == Trust.safeguardingBoard && $0.record.period.until.map(takeOver.holds(on:)) ?? true
        }
    }

    static let covers = Check<Trust>(
        "L12", "The safeguarding board covers the authority and every Board partner", .error,
        sources: [.act("s13(3)"), .rules("LSCB-02"), .rules("LSCB-03")],
        needs:
            "the board's seats with role, organisation and whom they represent, its size, organisations with "
            + "their Board-partner categories",
        applies: """
            A safeguarding board; the list of section 13 is not the list of section 10. An error when the seats held \
            are known to be all, or a seat is said to be lacking; otherwise cannot tell.
            """,
        evidence: .verified, inForce: whileBoards
    ) { trust in
        boards(trust).flatMap { board in
            let coverage = Coverage(of: trust.accountability.boardPartners, at: board.noun.id, in: trust)
            return [
                coverage.found(at: board, owedTo: "a representative of each Board partner", trust),
                TrustBoardChecks.authoritysOwn(board, trust),
            ].compactMap { $0 }
        }
    }

    // MARK: - L13 and L25

    static let chairAppointed = Check<Trust>(
        "L13", "The authority appoints the safeguarding board's chair after consulting the partners", .error,
        sources: [Citation("SI2006/90", "reg 4"), .rules("LSCB-04"), .p06("3.10")],
        needs: "who appoints the board's chair, and whether the partners were consulted",
        applies: """
            A safeguarding board. Cannot tell when either is not held. The papers and the law differ here and both are \
            shown: P06 3.10 has the Director appoint the chair, the regulations have the authority appoint after \
            consulting.
            """,
        evidence: .verified, inForce: whileBoards
    ) { trust in
        boards(trust).flatMap { board -> [Found] in
            let consulted = board.record.flag("chair-consulted"), name = Words.the(board.noun.name)
            let found = appointed(by: trust.accountability.authority, board, trust)
            guard consulted != true else { return [found].compactMap { $0 } }
            return [
                found,
                Found(
                    consulted == nil ? .cannotTell : .error, trust.subject(board.record.id),
                    (consulted == nil
                        ? "Whether the Board partners were consulted on the chair of \(name) is not held"
                        : "The Board partners were not consulted on the chair of \(name)") + note(board),
                    mend: "Consult the Board partners on the appointment, and record it (chair-consulted)",
                    facts: [board.record]),
            ].compactMap { $0 }
        }
    }

    static func appointed(by authority: Held<Organisation>?, _ board: Held<Body>, _ trust: Trust) -> Found? {
        let by: ID<Organisation>? = board.record.id("appointed-chair-by"), name = Words.the(board.noun.name)
        guard let authority else { return nil }
        if let by, trust.accountability.isAuthoritysOwn(by) { return nil }
        return Found(
            by == nil ? .cannotTell : .error, trust.subject(board.record.id),
            (by.map { "The chair of \(name) is appointed by \(trust.name($0.text)), not by \(authority.noun.name)" }
                ?? "Who appoints the chair of \(name) is not held") + note(board),
            mend: "Have the authority appoint the chair, and record it (appointed-chair-by)", facts: [board.record])
    }

    /// What the record says besides: where sources disagree, it says so there (domain rules 8.3).
    private static func note(_ board: Held<Body>) -> String {
        board.record.note.map { ". The record notes: \(Words.sentence($0))" } ?? ""
    }

    static let independentChair = Check<Trust>(
        "L25", "The safeguarding board's chair is independent", .warning,
        sources: [.rules("LSCB-04"), .p10("4.4.1")],
        needs: "the chair's seat and post, and whether the holder is independent",
        applies: "A safeguarding board with a chair, from the guidance of 2010. Cannot tell when it is not held.",
        evidence: .knowledgeHigh, inForce: sinceApril2010
    ) { trust in
        boards(trust).flatMap { board in
            trust.chairs(of: board.noun.id).compactMap { independent($0, at: board, trust) }
        }
    }

    private static func independent(_ seat: Held<Seat>, at board: Held<Body>, _ trust: Trust) -> Found? {
        let post = seat.noun.post.flatMap { trust.accountability.posts[$0.text] }
        let said = seat.record.flag("independent") ?? post?.record.flag("independent")
        guard said != true else { return nil }
        return Found(
            said == nil ? .cannotTell : .warning, trust.subject(board.record.id),
            said == nil
                ? "Whether the chair of \(Words.the(board.noun.name)) is independent is not held"
                : "The chair of \(Words.the(board.noun.name)) is not independent of the organisations at the table",
            mend: "Appoint an independent chair, and record it with the seat (independent)", facts: [seat.record])
    }

    // MARK: - L14, L15 and L24

    static let layMembers = Check<Trust>(
        "L14", "The safeguarding board has two lay members", .error,
        sources: [.act("s13(5A)"), .rules("LSCB-05")], needs: "the board's members' seats marked lay, and its size",
        applies: """
            A safeguarding board, from 1 April 2010. An error when the seats held are known to be all; otherwise \
            cannot tell.
            """,
        evidence: .knowledgeHigh, inForce: sinceApril2010
    ) { trust in
        boards(trust).compactMap { board in
            let lay = trust.members(of: board.noun.id).filter { $0.record.flag("lay") == true }
            let number = lay.reduce(0) { $0 + $1.noun.number }
            guard number < 2 else { return nil }
            let isKnown = trust.seatsAreComplete(at: board.noun.id)
            return Found(
                isKnown ? .error : .cannotTell, trust.subject(board.record.id),
                "\(Words.sentence(Words.the(board.noun.name))) must have two lay members; "
                    + "\(isKnown ? "it has \(number)" : "\(number) of them \(number == 1 ? "is" : "are") held")",
                mend:
                    "Take reasonable steps to appoint two people who represent the local community, and mark "
                    + "their seats (lay)",
                facts: lay.map(\.record) + [board.record])
        }
    }

    static let schools = Check<Trust>(
        "L24", "Schools are represented on the safeguarding board", .error,
        sources: [.rules("LSCB-05")], needs: "the board's members' seats, and the sector of each",
        applies:
            "A safeguarding board, from 1 April 2010. An error when the seats held are known to be all; otherwise "
            + "cannot tell.",
        evidence: .knowledgeHigh, inForce: sinceApril2010
    ) { trust in
        boards(trust).compactMap { board in
            let members = trust.members(of: board.noun.id)
            guard !members.contains(where: { speaksForSchools($0, trust) }) else { return nil }
            // One who speaks for education may speak for schools, or for a university.
            let isKnown =
                trust.seatsAreComplete(at: board.noun.id)
                && !members.contains { trust.sectors(of: $0).contains("education") }
            return Found(
                isKnown ? .error : .cannotTell, trust.subject(board.record.id),
                "\(Words.sentence(Words.the(board.noun.name))) must hear schools; no member's seat is held for "
                    + "education"
                    + (isKnown ? "" : ", and the seats held may not be all"),
                mend: "Record the seat of a member who speaks for schools", facts: [board.record])
        }
    }

    /// One for the education sector at large, or for schools of a kind that must co-operate.
    private static func speaksForSchools(_ seat: Held<Seat>, _ trust: Trust) -> Bool {
        let organisations = trust.organisations(of: seat)
        guard !organisations.isEmpty else { return seat.noun.sector == "education" }
        return organisations.contains { id in
            guard let held = trust.accountability.organisations[id.text] else { return false }
            return held.noun.type == "schools" || !PartnerLists.schools.isDisjoint(with: held.noun.cooperation)
        }
    }

    static let seniority = Check<Trust>(
        "L15", "Members of the safeguarding board are senior enough to commit their organisation", .warning,
        sources: [.rules("LSCB-12"), .p10("4.4.6")],
        needs: "seniority of the board's members' seats, or of the posts in them",
        applies: """
            A safeguarding board: members below head of service, lay members apart. Cannot tell when the seniority of \
            a member other than the chair is not held.
            """,
        inForce: whileBoards
    ) { trust in boards(trust).compactMap { seniority($0, trust) } }

    private static func seniority(_ board: Held<Body>, _ trust: Trust) -> Found? {
        let members = trust.members(of: board.noun.id).filter { $0.record.flag("lay") != true }
        let grades = members.map {
            (
                $0,
                $0.record.text("seniority") ?? $0.noun.post.flatMap { trust.accountability.posts[$0.text]?.noun.grade }
            )
        }
        let junior = grades.filter { $0.1 == "manager" || $0.1 == "practitioner" }.map(\.0),
            name = Words.the(board.noun.name)
        let mend = "Ask the organisation for a member who can speak for it, commit it and hold it to account"
        if !junior.isEmpty {
            return Found(
                .warning, trust.subject(board.record.id),
                "\(Words.sentence(name)) has \(Words.count(junior.count, "member")) below head of service: "
                    + "\(Words.list(junior.map { trust.name($0.record.id) }))",
                mend: mend, facts: junior.map(\.record))
        }
        let unsaid = grades.filter { $0.1 == nil && $0.0.noun.role != "chair" }.map(\.0)
        guard !unsaid.isEmpty || grades.allSatisfy({ $0.0.noun.role == "chair" }) else { return nil }
        let isOfSome = unsaid.count < grades.count { $0.0.noun.role != "chair" }
        return Found(
            .cannotTell, trust.subject(board.record.id),
            isOfSome
                ? "How senior \(Words.count(unsaid.count, "member")) of \(name) "
                    + "\(unsaid.count == 1 ? "is" : "are") is not held: "
                    + "\(Words.list(unsaid.map { trust.name($0.record.id) }))"
                : "How senior the members of \(name) are is not held",
            mend: mend, facts: isOfSome ? unsaid.map(\.record) : [board.record])
    }

    // MARK: - L23

    static let annualReport = Check<Trust>(
        "L23", "The safeguarding board reports to the Children's Trust Board", .warning,
        sources: [.act("s14A"), .rules("LSCB-09"), .rules("CTB-10")],
        needs: "reporting lines of the safeguarding board and of its chair",
        applies: "Where both boards are there. Cannot tell when no line from the one to the other is held.",
        evidence: .knowledgeHigh, inForce: sinceApril2010
    ) { trust in
        boards(trust).flatMap { board in
            trust.bodies(holding: Trust.trustBoard).compactMap { other in
                let from = [board.record.id] + ChairChecks.safeguardingChairs(trust).map(\.text)
                let lines = from.flatMap { trust.lines(from: $0) }.filter { $0.noun.to == other.record.id }
                guard !lines.contains(where: { $0.record.standing == .holds }) else { return nil }
                return Found(
                    lines.isEmpty ? .cannotTell : .warning, trust.subject(board.record.id),
                    "The line by which \(Words.the(board.noun.name)) reports each year to "
                        + "\(Words.the(other.noun.name)) "
                        + (lines.first.map { Words.said($0.record.standing) } ?? "is not held"),
                    mend: "Record the reporting line, and bring the annual report to the trust board",
                    facts: lines.map(\.record) + [board.record])
            }
        }
    }
}
