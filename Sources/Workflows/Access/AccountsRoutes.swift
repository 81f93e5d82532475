import Doors
import Identity
import Kernel
import Partners
import Records
import Store
import Web

/// Everybody's accounts, for whoever keeps them.
struct AccountsRoutes {
    let registry: Registry
    var all: [Route] {
        [
            list.showing(.several(kinds: ["account"])), invite.showing(.several(kinds: ["account"])),
            ask.showing(.nothing(because: "It asks for a person, and names those whom everybody may see")),
            see.showing(.one(kind: "account", part: "account")),
            perform.showing(.one(kind: "account", part: "account")),
        ]
    }

    private var list: Route {
        Route(.get, "/accounts", needs: .manageAccounts, summary: "Every account, how it stands, and what it may do.") {
            request, house in
            let lines = try await house.signingIn().accounts(by: request.caller, at: request.now, on: request.today)
            return .showing(lines.map(\.shown), .page(AccountsPage(lines: lines, request: request).page))
        }
    }

    private var ask: Route {
        Route(.get, "/accounts/new", needs: .manageAccounts, summary: "Ask whom to invite.") { request, house in
            .page(InvitePage(people: try await people(house), request: request).page)
        }
    }

    private var invite: Route {
        Route(
            .post, "/accounts/new", needs: .manageAccounts, summary: "Invite a person held in the records to sign in."
        ) {
            request, house in
            do {
                let invitation = try await house.signingIn().invite(
                    person: request.form.text("person") ?? "", email: request.form.text("email") ?? "",
                    by: request.caller, at: request.now, on: request.today)
                return .showing(
                    [try await line(invitation.account, request, house).shown],
                    .page(InvitedPage(invitation: invitation).page))
            } catch Refusal.invalid(let problems) {
                return .showing(
                    [], .page(InvitePage(people: try await people(house), request: request, problems: problems).page))
            }
        }
    }

    private var see: Route {
        Route(.get, "/accounts/:account", needs: .manageAccounts, summary: "One account.") { request, house in
            try await page(request, house)
        }
    }

    private var perform: Route {
        Route(
            .post, "/accounts/:account/:deed", needs: .manageAccounts,
            summary: "Disable, enable, unlock or reset an account, or free it of its one-time codes or its directory."
        ) { request, house in
            let id: ID<Account> = try request.id("account"), identity = try house.signingIn()
            if request.parameters["deed"] == "reset" {
                let invitation = try await identity.reset(id, by: request.caller, at: request.now, on: request.today)
                return .showing(
                    [try await line(id, request, house).shown], .page(InvitedPage(invitation: invitation).page))
            }
            guard let deed = request.parameters["deed"].flatMap({ Identity.Deed(rawValue: $0) }) else {
                throw Refusal.notFound
            }
            let field = OneAccountPage.because(deed.rawValue)
            guard let because = request.form.text(field) else {
                return try await page(request, house, [Problem(field, "Enter why you do this")])
            }
            try await identity.perform(
                deed, on: id, because: because, by: request.caller, at: request.now, on: request.today)
            return .see("/accounts/\(id)")
        }
    }

    private func page(_ request: Request, _ house: House, _ problems: [Problem] = []) async throws -> Reply {
        let line = try await line(try request.id("account"), request, house)
        return .showing([line.shown], .page(OneAccountPage(line: line, request: request, problems: problems).page))
    }

    private func line(_ account: ID<Account>, _ request: Request, _ house: House) async throws -> AccountLine {
        try await house.signingIn().account(account, by: request.caller, at: request.now, on: request.today)
    }

    /// Everybody held whose name might be chosen, as far as a list on a page can go.
    private func people(_ house: House) async throws -> [Subject] {
        let registry = registry
        return try await house.store.read { tx in
            let shelf = RecordShelf(tx, registry)
            guard try shelf.count(of: Person.kind) <= InvitePage.peopleMax else { return [] }
            let records = try shelf.records(of: Person.kind)
            let names = Dictionary(records.map { ($0.id, shelf.name(of: $0)) }) { $1 }
            return names.map { Subject(kind: Person.kind.name, id: $0.key, name: $0.value) }.sorted {
                $0.name < $1.name
            }
        }
    }
}
