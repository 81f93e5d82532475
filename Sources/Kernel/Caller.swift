public import Foundation

/// Something a caller may be permitted to do, such as `partners.change`.
public struct Action: Hashable, Sendable, Comparable, CustomStringConvertible {
    public let name: String
    public init(_ name: String) { self.name = name }
    public var description: String { name }
    public static func < (one: Action, other: Action) -> Bool { one.name < other.name }
}

/// What a person may be to the service. Granted by a post or a seat for its period.
public enum Role: String, Sendable, CaseIterable, Codable {
    case administrator, director, clerk, analyst, member
    /// Keeps the register of members' interests (Localism Act 2011 s29), and what in it is sensitive.
    case monitoring
    /// Answers for who may see: of a restricted room, or as the manager of a post that gives a role.
    case responsible
    case anyone
}

/// One reason why somebody has a role: a post they hold, or a seat they sit in, on the day asked about.
public struct Grant: Hashable, Sendable {
    public let role: Role
    /// The post or the body that gives it.
    public let from: Subject
    /// What follows "because you": `hold the post Clerk to the board`.
    public let because: String
    /// The first day on which it no longer holds, where that is known.
    public let until: Day?
    /// The one thing that it lets them read, for a while; nil for one that gives its role.
    public let opening: Opening?

    public init(_ role: Role, from: Subject, because: String, until: Day? = nil, opening: Opening? = nil) {
        self.role = role
        self.from = from
        self.because = because
        self.until = until
        self.opening = opening
    }
}

/// That somebody without the right may read one restricted record until a moment, having broken the glass.
public struct Opening: Hashable, Sendable {
    /// What it takes to see the record.
    public let action: Action
    public let kind: String
    public let id: String
    /// From then on it no longer holds.
    public let endsAt: Date

    public init(_ action: Action, of kind: String, _ id: String, until endsAt: Date) {
        self.action = action
        self.kind = kind
        self.id = id
        self.endsAt = endsAt
    }
}

/// Whoever is asking: a signed-in person, a token, the person at the keyboard, or a job.
public struct Caller: Sendable, Equatable {
    /// As the ledger writes it: `Priya Shah (priya-shah)` for a person, so that it reads without being looked up.
    public let name: String
    public let roles: Set<Role>
    /// The person held in the records; nil for whoever has no account.
    public let person: String?
    /// Why they have each role.
    public let grants: [Grant]
    /// What a token is limited to; nil where nothing limits.
    public let scopes: Set<Action>?

    public init(name: String, roles: Set<Role>) {
        (self.name, self.roles, person, grants, scopes) = (name, roles, nil, [], nil)
    }

    /// A person, with what their posts and seats entitle them to.
    public init(person: String, name: String, grants: [Grant], scopes: Set<Action>? = nil) {
        self.name = "\(name) (\(person))"
        self.person = person
        self.grants = grants
        self.scopes = scopes
        // What lets one record be read gives no role: nothing can be changed by it, and nothing else seen.
        roles = Set(grants.filter { $0.opening == nil }.map(\.role))
    }

    /// Whoever sits at the machine's own terminal can read its files, and administers it.
    public static let keyboard = Caller(name: "administrator", roles: [.administrator])

    /// Somebody of whom nothing is known.
    public static let stranger = Caller(name: "anyone", roles: [])

    /// What tells this caller's own things, such as drafts, from others'.
    public var owner: String { person ?? name }
}

/// Who may do what, as data. What `anyone` may do, everybody may.
public struct Policy: Sendable {
    public let grants: [Action: Set<Role>]
    public init(_ grants: [Action: Set<Role>]) { self.grants = grants }

    public func allows(_ role: Role, to action: Action) -> Bool {
        let granted = grants[action, default: []]
        return granted.contains(role) || granted.contains(.anyone)
    }

    public func isPublic(_ action: Action) -> Bool { grants[action, default: []].contains(.anyone) }
}

extension Caller {
    /// - Throws: `.notFound` for a caller with no role at all (whether the thing exists is itself private),
    ///   `.notAllowed` for one whose roles do not reach this.
    public func must(_ action: Action, under policy: Policy) throws(Refusal) {
        if may(action, under: policy) { return }
        throw roles.isEmpty ? .notFound : .notAllowed(action)
    }

    public func may(_ action: Action, under policy: Policy) -> Bool {
        if policy.isPublic(action) { return true }
        if let scopes, !scopes.contains(action) { return false }
        return roles.contains { policy.allows($0, to: action) }
    }

    /// The reasons why this caller may do it: none for what anyone may.
    public func reasons(for action: Action, under policy: Policy) -> [Grant] {
        policy.isPublic(action) ? [] : grants.filter { $0.opening == nil && policy.allows($0.role, to: action) }
    }

    /// The openings by which this caller may read one thing at a moment. A program's token has none.
    public func openings(for action: Action, of kind: String, _ id: String, at now: Date) -> [Grant] {
        guard scopes == nil else { return [] }
        return grants.filter { grant in
            grant.opening.map { $0.action == action && $0.kind == kind && $0.id == id && now < $0.endsAt } ?? false
        }
    }
}

extension Caller {
    /// The same person with one reason more, for one command that the reason covers.
    public func with(_ grant: Grant) -> Caller { Caller(self, adding: grant) }

    private init(_ caller: Caller, adding grant: Grant) {
        (name, person, scopes) = (caller.name, caller.person, caller.scopes)
        grants = caller.grants + [grant]
        roles = grant.opening == nil ? caller.roles.union([grant.role]) : caller.roles
    }
}
