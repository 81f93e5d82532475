import Doors
import Identity
import Kernel
import Ledger
import Records
import Settings
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
        /// Their account, whose state the steps tell.
        let shown: [Shown]
    }

    let registry: Registry

    /// - Parameters:
    ///   - person: a person's identifier.
    ///   - what: a path of this service, an action, or the identifier of something held.
    /// - Throws: `.invalid` naming what is not known.
    func explain(_ person: String, _ what: String, on day: Day, in house: House) async throws -> Answer {
        let action = try await action(for: what, in: house)
        let registry = registry
        let (standing, account, shown) = try await house.store.read { tx -> (PersonStanding?, Account.State?, Shown?) in
            let standing = try ReadStanding.of(
                person, on: day, registry, answering: house.configuration[Settings.responsiblePosts], in: tx)
            return (
                standing, try house.identity?.state(of: person, in: tx),
                try house.identity?.shown(of: person, named: standing?.name ?? person, in: tx)
            )
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
        let reasons = standing.grants.filter { $0.opening == nil && policy.allows($0.role, to: action) }
        for grant in standing.grants.filter({ $0.opening?.action == action }) {
            let until = grant.opening.map { Moment.words($0.endsAt) } ?? ""
            steps.append("They \(grant.because). By that they may read \(grant.from.name) alone, until \(until).")
        }
        for grant in standing.grants where grant.opening == nil {
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
            may: policy.isPublic(action) || (canSignIn && !reasons.isEmpty), steps: steps,
            shown: [shown].compactMap(\.self))
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
