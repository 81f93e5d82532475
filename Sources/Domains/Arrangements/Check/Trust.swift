public import Kernel
public import Partners
public import Places
public import Records

/// A children's trust as the records have it on one day: every index a check needs, built once.
public struct Trust: OnADay {
    public let book: Book
    public let day: Day
    public let accountability: Accountability
    public let areas: Roll<Area>
    public let bodies: Roll<Body>
    public let programmes: Roll<Programme>
    public let projects: Roll<Project>
    public let concerns: [Held<Concern>]
    public let decisions: [Held<Decision>]
    /// What the rules measure against, each with its source.
    public let thresholds: Thresholds
    let evidence: TrustEvidence
    private let termsOf: [String: [Held<Terms>]]
    private let seatsAt: [String: [Held<Seat>]]
    private let linesFrom: [String: [Held<ReportingLine>]]
    private let remitsOf: [String: [Held<Remit>]]
    private let answersTo: [String: [Held<Answer>]]

    public init(_ book: Book, on day: Day) {
        self.book = book
        self.day = day
        accountability = Accountability(book, on: day)
        areas = .things(in: book, on: day)
        bodies = .things(in: book, on: day)
        programmes = .things(in: book, on: day)
        projects = .things(in: book, on: day)
        concerns = Roll.statements(in: book, on: day).current
        decisions = Roll<Decision>.statements(in: book, on: day).current.filter { ($0.noun.on ?? day) <= day }
        thresholds = Thresholds(Roll.evidence(in: book, on: day).current)
        let terms = Roll<Terms>.things(in: book, on: day), seats = Roll<Seat>.statements(in: book, on: day)
        evidence = TrustEvidence(book, on: day, terms: terms, seats: seats)
        termsOf = terms.grouped { $0.body.text }
        seatsAt = seats.grouped { $0.body.text }
        let (bodies, posts) = (bodies, accountability.posts)
        linesFrom = Roll<ReportingLine>.statements(in: book, on: day).grouped(
            where: { line in line.to.map { !bodies.hasEnded($0) && !posts.hasEnded($0) } ?? true }, by: { $0.from })
        remitsOf = Roll<Remit>.things(in: book, on: day).grouped { $0.body.text }
        answersTo = Roll<Answer>.things(in: book, on: day).grouped { $0.concern.text }
    }

    public func terms(of body: ID<Body>) -> Held<Terms>? { termsOf[body.text]?.last }
    public func lines(from bodyOrPost: String) -> [Held<ReportingLine>] { linesFrom[bodyOrPost, default: []] }
    public func remits(of body: ID<Body>) -> [Held<Remit>] { remitsOf[body.text, default: []] }
    public func answers(to concern: ID<Concern>) -> [Held<Answer>] { answersTo[concern.text, default: []] }
    /// Every seat spoken of, those said to be lacking included.
    public func seats(at body: ID<Body>) -> [Held<Seat>] { seatsAt[body.text, default: []] }
}

// MARK: - Bodies

extension Trust {
    /// Bodies that hold a statutory office, such as `local-safeguarding-children-board`.
    public func bodies(holding office: String) -> [Held<Body>] { bodies.current.filter { $0.noun.office == office } }

    /// The trust's own boards and partnerships, and the statutory ones: those of which an answer is expected, so that
    /// a rule says "cannot tell" when its facts are missing.
    public func isPrincipal(_ body: Held<Body>) -> Bool {
        guard body.noun.standsFor == 1 else { return false }
        if body.noun.office == Self.trustBoard || body.noun.office == Self.safeguardingBoard { return true }
        return body.noun.isOfTrust && ["partnership", "board", "statutory-board"].contains(body.noun.type)
    }

    public static let trustBoard = "childrens-trust-board"
    public static let safeguardingBoard = "local-safeguarding-children-board"
    public static let safeguardingPartners = "safeguarding-partners"

    public var principalBodies: [Held<Body>] { bodies.current.filter(isPrincipal) }

    /// Whether neither the post nor the organisation that a seat is for has ended.
    private func stands(_ seat: Held<Seat>) -> Bool {
        seat.noun.post.map { !accountability.posts.hasEnded($0.text) } ?? true
            && seat.noun.organisation.map { !accountability.organisations.hasEnded($0.text) } ?? true
    }

    /// Places at the table that somebody has: not vacant, not lacking, not merely proposed, and of no post or
    /// organisation that has ended.
    public func filledSeats(at body: ID<Body>) -> [Held<Seat>] {
        seats(at: body).filter { seat in
            seat.noun.standing == "filled" && seat.record.standing == .holds && stands(seat)
        }
    }

    /// Filled places of members. Attendees, advisers and observers never count (domain rules 0.4 no. 6).
    public func members(of body: ID<Body>) -> [Held<Seat>] { filledSeats(at: body).filter(\.noun.isMember) }

    public func chairs(of body: ID<Body>) -> [Held<Seat>] { filledSeats(at: body).filter { $0.noun.role == "chair" } }

    /// How many members the seats held make, each seat counted as often as it stands.
    public func memberCount(of body: ID<Body>) -> Int {
        seats(at: body).filter { $0.noun.isMember && $0.record.standing == .holds && stands($0) }.reduce(0) {
            $0 + $1.noun.number
        }
    }

    /// Whether the seats held are known to be all: they make up the number counted, or else the number in the terms.
    /// A list of seats without such a number may be a part of the table, and what is not on it decides nothing.
    public func seatsAreComplete(at body: ID<Body>) -> Bool {
        guard let number = evidence.size(of: body)?.noun.members ?? terms(of: body)?.noun.memberLimit else {
            return false
        }
        return memberCount(of: body) >= number
    }

    /// Organisations that a member speaks for: the seat's own, those it represents, and its post's.
    public func organisations(of seat: Held<Seat>) -> [ID<Organisation>] {
        [seat.noun.organisation, seat.noun.post.flatMap { accountability.posts[$0.text]?.noun.organisation }].compactMap
        { $0 }
            + seat.noun.represents
    }

    /// The people known to sit in a seat: who is named there, and who is appointed to its post.
    public func holders(of seat: Held<Seat>) -> Set<ID<Person>> {
        let named: ID<Person>? = seat.record.id("person")
        return (seat.noun.post.map(accountability.holders) ?? []).union([named].compactMap { $0 })
    }

    /// The posts whose holder sits in a seat: its own, and the others that the same person is known to hold.
    public func posts(in seat: Held<Seat>) -> Set<ID<Post>> {
        holders(of: seat).reduce(into: Set([seat.noun.post].compactMap { $0 })) {
            $0.formUnion(accountability.posts(heldBy: $1))
        }
    }

    /// Whether its holder is said to be independent of the organisations at the table.
    public func isIndependent(_ seat: Held<Seat>) -> Bool {
        let post = seat.noun.post.flatMap { accountability.posts[$0.text] }
        return seat.record.flag("independent") ?? post?.record.flag("independent") ?? false
    }

    /// Whether one and the same post, or person, is in both seats.
    public func isSame(_ one: Held<Seat>, _ other: Held<Seat>) -> Bool {
        (one.noun.post != nil && one.noun.post == other.noun.post)
            || !holders(of: one).isDisjoint(with: holders(of: other))
    }

    /// Sectors that a seat speaks for.
    public func sectors(of seat: Held<Seat>) -> Set<String> {
        Set(
            [seat.noun.sector].compactMap { $0 }
                + organisations(of: seat).compactMap { accountability.organisations[$0.text]?.noun.sector })
    }

    /// Every body and post that a body, or a chair's post, reaches by lines that hold, nearest first.
    public func reached(from start: String) -> [String] {
        var found: [String] = [], seen: Set<String> = [start], queue = [start], next = 0
        while next < queue.count {
            for above in linesUp(from: queue[next]) where seen.insert(above).inserted {
                found.append(above)
                queue.append(above)
            }
            next += 1
        }
        return found
    }

    private func linesUp(from id: String) -> [String] {
        let reporting = lines(from: id).filter { $0.record.standing == .holds && $0.noun.isUpward }.compactMap(
            \.noun.to)
        let posts = accountability.lines(up: ID(id)).filter { $0.record.standing == .holds }.map(\.noun.to.text)
        let whole = [bodies[id]?.record.text("part-of")].compactMap { $0 }.filter { !bodies.hasEnded($0) }
        return reporting + posts + whole
    }

    /// Whether nothing tells if a thing was there: it is known of a later day only.
    func isUnknown(_ id: String) -> Bool { book[id].contains { $0.period.held(on: day) == .unknown } }
}

extension ReportingLine {
    /// Whether it leads to somebody the body answers to, rather than one it advises or is scrutinised by.
    var isUpward: Bool { type == "reports" || type == "accountable" }
}
