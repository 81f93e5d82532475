import Doors
import Identity
import Kernel
import Records
import Store

/// Whether somebody may see or do something, and every step that leads to the answer.
struct ExplainAccess {
    struct Answer: Sendable {
        let who: String
        let what: String
        let action: Action
        let may: Bool
        /// Each step, a sentence.
        let steps: [String]
    }

    let registry: Registry

    /// - Parameters:
    ///   - person: a person's identifier.
    ///   - what: a path of this service, an action, or the identifier of something held.
    /// - Throws: `.invalid` naming what is not known.
    func explain(_ person: String, _ what: String, on day: Day, in house: House) async throws -> Answer {
        let action = try await action(for: what, in: house)
        let registry = registry
        let (standing, account) = try await house.store.read { tx -> (PersonStanding?, Account.State?) in
            (try ReadStanding.of(person, on: day, registry, in: tx), try house.identity?.state(of: person, in: tx))
        }
        guard let standing else {
            throw Refusal.invalid([Problem("who", "There is no person \(person) in the records")])
        }
        let policy = house.policy
        let roles = Role.allCases.filter { policy.allows($0, to: action) && $0 != .anyone }
        var steps: [String] = []
        if policy.isPublic(action) {
            steps.append("\(action) is public: anyone may, signed in or not.")
        } else {
            steps.append("\(action) takes one of these roles: \(roles.map(\.rawValue).joined(separator: ", ")).")
        }
        let reasons = standing.grants.filter { policy.allows($0.role, to: action) }
        for grant in standing.grants {
            let until = grant.until.map { ", until \($0.long)" } ?? ""
            steps.append("On \(day.long) they \(grant.because)\(until), which makes them \(grant.role.rawValue).")
        }
        if standing.grants.isEmpty { steps.append("On \(day.long) no post or seat of theirs gives a role.") }
        switch account {
        case nil: steps.append("They have no account, so they cannot sign in.")
        case .disabled: steps.append("Their account is disabled, so they cannot sign in.")
        case .invited: steps.append("They were invited, and have not signed in yet.")
        case .active: steps.append("Their account is active.")
        }
        let canSignIn = account == .active
        return Answer(
            who: standing.name, what: what, action: action,
            may: policy.isPublic(action) || (canSignIn && !reasons.isEmpty), steps: steps)
    }

    private func action(for what: String, in house: House) async throws -> Action {
        if what.hasPrefix("/") {
            guard case .route(let route, _) = Router(house.routes).find(.get, what) else {
                throw Refusal.invalid([Problem("what", "There is no page \(what)")])
            }
            return route.action
        }
        if house.policy.grants[Action(what)] != nil { return Action(what) }
        let registry = registry
        let kind = try await house.store.read { try RecordShelf($0, registry).kind(of: what) }
        guard let kind else {
            throw Refusal.invalid([Problem("what", "\(what) is no path, no action and no identifier of anything held")])
        }
        return kind.seeing
    }
}
