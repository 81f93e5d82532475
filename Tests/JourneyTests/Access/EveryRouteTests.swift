import App
import Doors
import Foundation
import Identity
import Kernel
import Store
import Testing

/// Walks every route and every verb of the building against every role: what it says it needs is what it refuses for
/// want of.
@Suite("Every route and verb, against every role")
struct EveryRouteTests {
    let building = Building()

    private func house() throws -> House { building.house(over: try Store.open(.memory), settings: HouseSettings()) }

    @Test("what a route or a verb needs is granted to somebody")
    func everyActionIsGranted() throws {
        let granted = Set(try house().policy.grants.keys)
        for route in building.routes {
            #expect(granted.contains(route.action), "\(route) needs \(route.action), which no policy knows")
        }
        for verb in building.verbs {
            #expect(granted.contains(verb.action), "\(verb.name) needs \(verb.action), which no policy knows")
        }
    }

    @Test("what changes something is for nobody without a role")
    func changesAreNotPublic() throws {
        let policy = try house().policy
        // Signing in is how one comes by a role, and one's own account is asked of the session.
        for route in building.routes where route.method.changes && ![.signIn, .ownAccount].contains(route.action) {
            #expect(!policy.isPublic(route.action), "\(route) changes something and is open to anyone")
        }
    }

    @Test("a route refuses exactly whom the policy refuses", arguments: Role.allCases)
    func refusals(role: Role) async throws {
        let house = try house()
        let caller = Caller(name: "someone", roles: [role])
        for route in building.routes {
            if house.policy.allows(role, to: route.action) {
                try route.allow(caller, in: house)
            } else {
                #expect(throws: Refusal.notAllowed(route.action)) { try route.allow(caller, in: house) }
            }
        }
    }

    @Test("to a stranger, what is not public does not exist")
    func strangers() throws {
        let house = try house()
        for route in building.routes where !house.policy.isPublic(route.action) {
            #expect(throws: Refusal.notFound) { try route.allow(.stranger, in: house) }
        }
    }

    @Test("no two routes answer the same request")
    func clashes() { #expect(Router(building.routes).clashes == []) }

    @Test("no two verbs have one name")
    func verbNames() {
        let names = building.verbs.map(\.name)
        #expect(Set(names).count == names.count, "\(Dictionary(grouping: names) { $0 }.filter { $1.count > 1 }.keys)")
    }

    @Test("every route and verb says what it does, in a sentence")
    func summaries() {
        for route in building.routes { #expect(route.summary.hasSuffix("."), "\(route) has no sentence") }
        for verb in building.verbs { #expect(verb.summary.hasSuffix("."), "\(verb.name) has no sentence") }
    }
}
