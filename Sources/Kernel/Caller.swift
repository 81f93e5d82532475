/// Something a caller may be permitted to do, such as `partners.change`.
public struct Action: Hashable, Sendable, Comparable, CustomStringConvertible {
    public let name: String
    public init(_ name: String) { self.name = name }
    public var description: String { name }
    public static func < (one: Action, other: Action) -> Bool { one.name < other.name }
}

/// What a person may be to the service. Granted by a post or a seat for its period.
public enum Role: String, Sendable, CaseIterable, Codable {
    case administrator, director, clerk, analyst, member, anyone
}

/// Whoever is asking: a signed-in person, a token, the person at the keyboard, or a job.
public struct Caller: Sendable, Equatable {
    public let name: String
    public let roles: Set<Role>

    public init(name: String, roles: Set<Role>) {
        self.name = name
        self.roles = roles
    }

    /// Until sign-in exists the service answers only this machine, and whoever sits at it administers it.
    public static let keyboard = Caller(name: "administrator", roles: [.administrator])

    /// Somebody of whom nothing is known.
    public static let stranger = Caller(name: "anyone", roles: [])
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
        if policy.isPublic(action) || roles.contains(where: { policy.allows($0, to: action) }) { return }
        throw roles.isEmpty ? .notFound : .notAllowed(action)
    }

    public func may(_ action: Action, under policy: Policy) -> Bool {
        policy.isPublic(action) || roles.contains { policy.allows($0, to: action) }
    }
}
