import Doors
import Kernel
import Ledger
import Oversight
import Records
import Web

/// Who looked at what: for whoever answers for it, and for the person whom it is about.
struct LooksRoutes {
    static let pageSize = 100

    let registry: Registry
    var all: [Route] { [page, table, api, own, ownTable] }

    private var page: Route {
        unkept(
            Route(.get, "/looks", needs: .seeLooks, summary: "Who looked at a record, at a person's, or what one saw.")
            {
                request, house in
                guard let asked = try asked(request, house) else {
                    return .page(LooksPage(request: request, asked: nil, looks: nil).page)
                }
                return .page(
                    LooksPage(request: request, asked: asked, looks: try await looks(asked, request, house)).page)
            })
    }

    private var table: Route {
        unkept(
            Route(.get, "/looks.csv", needs: .seeLooks, summary: "The same as CSV, the latest thousand.") {
                request, house in
                guard let asked = try asked(request, house) else { throw Refusal.notFound }
                return .csv(try await all(asked, request, house).csv, filename: "looks.csv")
            })
    }

    private var api: Route {
        unkept(
            Route(.get, "/api/v1/looks", needs: .seeLooks, summary: "Who looked, the latest first.") {
                request, house in
                guard let asked = try asked(request, house) else {
                    throw Refusal.invalid([
                        Problem("kind", "Give kind and id, or about with a person, or by with a person")
                    ])
                }
                return .json(try await looks(asked, request, house).json)
            })
    }

    private var own: Route {
        unkept(
            Route(.get, "/account/looks", needs: .ownAccount, summary: "Who looked at one's own account.") {
                request, house in
                let about = try me(request)
                return .page(OwnLooksPage(request: request, looks: try await looks(about, request, house)).page)
            })
    }

    private var ownTable: Route {
        unkept(
            Route(.get, "/account/looks.csv", needs: .ownAccount, summary: "The same as CSV, the latest thousand.") {
                request, house in
                .csv(try await all(try me(request), request, house).csv, filename: "looks.csv")
            })
    }

    /// What looks are asked for; nil where nobody says.
    /// - Throws: `.notAllowed` for what the caller does not answer for.
    private func asked(_ request: Request, _ house: House) throws(Refusal) -> Ledger.LookedAt? {
        let watch = Watch(caller: request.caller, house: house)
        return try Self.lookedAt({ request.query.text($0) }, watch, registry)
    }

    /// - Parameter said: what was said under `kind`, `id`, `about` and `by`.
    static func lookedAt(_ said: (String) -> String?, _ watch: Watch, _ registry: Registry) throws(Refusal)
        -> Ledger.LookedAt?
    {
        if let kind = said("kind"), let id = said("id") {
            guard watch.answers(for: kind, registry) else { throw .notAllowed(.seeLooks) }
            return .thing(kind: kind, id: id)
        }
        let person: Ledger.LookedAt? = said("about").map { .about(person: $0) } ?? said("by").map { .by($0) }
        guard let person else { return nil }
        // A person's looks reach over every room, so only whoever administers all may see them.
        guard watch.isAdministrator else { throw .notAllowed(.seeLooks) }
        return person
    }

    /// Whoever has signed in asks of themselves.
    private func me(_ request: Request) throws(Refusal) -> Ledger.LookedAt {
        _ = try request.signedIn()
        guard let person = request.caller.person else { throw .notFound }
        return .about(person: person)
    }

    private func looks(_ asked: Ledger.LookedAt, _ request: Request, _ house: House) async throws -> Looks {
        try await Ledger(store: house.store).looks(asked, limit: Self.pageSize, before: request.query.text("before"))
    }

    private func all(_ asked: Ledger.LookedAt, _ request: Request, _ house: House) async throws -> Looks {
        try await Ledger(store: house.store).looks(
            asked, limit: Ledger.limitMax, before: request.query.text("before"))
    }

    /// Looks come without the records changing, which is what a kept page is told to be old by.
    private func unkept(_ route: Route) -> Route {
        var route = route
        route.isUnkept = true
        return route
    }
}
