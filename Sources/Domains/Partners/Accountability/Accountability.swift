public import Kernel
public import Records

/// Who answers for what, and to whom, as the records have it on one day. Built once, asked often.
public struct Accountability: OnADay {
    public let book: Book
    public let day: Day
    public let organisations: Roll<Organisation>
    public let posts: Roll<Post>
    public let functions: Roll<Function>
    public let establishments: Roll<Establishment>
    public let delegations: [Held<Delegation>]
    public let duties: [Held<Duty>]
    /// The children's services authority: the organisation said to be it under section 11, of several the Director's;
    /// else the Director's, or the council whose service the Director's is; else the only council there is. Nil when
    /// none of these tells.
    public let authority: Held<Organisation>?
    /// Those that may be the authority, where it cannot be told which is.
    public let authorityCandidates: [Held<Organisation>]
    private let offices: [String: [Held<Post>]]
    private let linesUp: [String: [Held<Line>]]
    private let deputies: [String: [Held<Deputy>]]
    private let responsibilities: [String: [Held<Responsibility>]]
    private let appointments: [String: [Held<Appointment>]]
    private let appointmentsOf: [String: [Held<Appointment>]]
    private let pastAppointments: [String: [Held<Appointment>]]
    private let partsOf: [String: [Held<Function>]]

    public init(_ book: Book, on day: Day) {
        self.book = book
        self.day = day
        organisations = .things(in: book, on: day)
        posts = .things(in: book, on: day)
        offices = Dictionary(grouping: posts.current.filter { $0.noun.office != nil }) { $0.noun.office ?? "" }
        let candidates = Self.authorities(among: organisations, director: offices[Self.director]?.first)
        authority = candidates.count == 1 ? candidates[0] : nil
        authorityCandidates = candidates.count > 1 ? candidates : []
        functions = .things(in: book, on: day)
        partsOf = functions.grouped { $0.part?.text ?? "" }
        establishments = .things(in: book, on: day)
        delegations = Roll.things(in: book, on: day).current
        duties = Roll.things(in: book, on: day).current
        // A line to a post that has ended leads nowhere, and nobody deputises or answers who is not there.
        let posts = posts
        linesUp = Roll<Line>.statements(in: book, on: day)
            .grouped(where: { !posts.hasEnded($0.to.text) }, by: { $0.post.text })
        deputies = Roll<Deputy>.things(in: book, on: day)
            .grouped(where: { !posts.hasEnded($0.deputy.text) }, by: { $0.post.text })
        responsibilities = Roll<Responsibility>.statements(in: book, on: day)
            .grouped(where: { !posts.hasEnded($0.post.text) }, by: { $0.function.text })
        let appointed = Roll<Appointment>.things(in: book, on: day)
        appointments = appointed.grouped { $0.post.text }
        appointmentsOf = appointed.grouped { $0.person?.text ?? "" }
        pastAppointments = appointed.lapsed { $0.post.text }
    }

    public func lines(up post: ID<Post>) -> [Held<Line>] { linesUp[post.text, default: []] }
    public func deputies(of post: ID<Post>) -> [Held<Deputy>] { deputies[post.text, default: []] }
    public func appointments(to post: ID<Post>) -> [Held<Appointment>] { appointments[post.text, default: []] }
    /// The people known to hold a post; none where no name is held.
    public func holders(of post: ID<Post>) -> Set<ID<Person>> {
        Set(appointments(to: post).filter { !$0.noun.isVacant }.compactMap(\.noun.person))
    }

    /// The posts that a person is known to hold.
    public func posts(heldBy person: ID<Person>) -> Set<ID<Post>> {
        Set(appointmentsOf[person.text, default: []].filter { !$0.noun.isVacant }.map(\.noun.post))
    }

    /// Appointments that had ended by the day, with nothing in their place.
    public func pastAppointments(to post: ID<Post>) -> [Held<Appointment>] { pastAppointments[post.text, default: []] }

    /// Who is said to answer for, run or lead a function itself, whatever the standing of that.
    public func responsibilities(for function: ID<Function>) -> [Held<Responsibility>] {
        responsibilities[function.text, default: []]
    }

    public func posts(holding office: String) -> [Held<Post>] { offices[office, default: []] }

    /// The wider functions of which this one is a part, nearest first.
    public func wider(than function: ID<Function>) -> [ID<Function>] {
        var found: [ID<Function>] = [], next = functions[function.text]?.noun.part
        while let one = next, one != function, !found.contains(one) {
            found.append(one)
            next = functions[one.text]?.noun.part
        }
        return found
    }

    /// A function and everything that is part of it, itself first.
    public func whole(of function: ID<Function>) -> [Held<Function>] {
        var found: [Held<Function>] = [functions[function.text]].compactMap { $0 }, next = 0
        while next < found.count {
            let seen = Set(found.map(\.record.id))
            found += partsOf[found[next].record.id, default: []].filter { !seen.contains($0.record.id) }
            next += 1
        }
        return found
    }
}

// MARK: - The authority

extension Accountability {
    public static let director = "director-of-childrens-services"
    public static let leadMember = "lead-member"

    private static func authorities(
        among organisations: Roll<Organisation>, director: Held<Post>?
    ) -> [Held<Organisation>] {
        let bound = organisations.current.filter { $0.noun.safeguardingDuty.contains("childrens-services-authority") }
        let directors = director.flatMap { whole($0.noun.organisation, among: organisations) }
        if let directors, bound.isEmpty || bound.contains(where: { $0.record.id == directors.record.id }) {
            return [directors]
        }
        return bound.isEmpty ? organisations.current.filter { $0.noun.type == "council" } : bound
    }

    /// The organisation that one is a service of, or itself.
    private static func whole(
        _ organisation: ID<Organisation>, among organisations: Roll<Organisation>
    ) -> Held<Organisation>? {
        var held = organisations[organisation.text], seen: Set<String> = []
        while let one = held, one.noun.type == "service", seen.insert(one.record.id).inserted,
            let owner = one.noun.owner.flatMap({ organisations[$0.text] })
        {
            held = owner
        }
        return held
    }

    /// Whether an organisation is the authority or a service of it. A company that it owns is not.
    public func isAuthoritysOwn(_ organisation: ID<Organisation>) -> Bool {
        guard let authority else { return false }
        var next: ID<Organisation>? = organisation, seen: Set<ID<Organisation>> = []
        while let one = next, seen.insert(one).inserted {
            if one.text == authority.record.id { return true }
            guard let held = organisations[one.text], held.noun.type == "service" else { return false }
            next = held.noun.owner
        }
        return false
    }
}
