import Doors
import Identity
import Kernel
import Oversight
import Web

/// One's own account: sessions, password, one-time codes, tokens.
enum OwnAccountRoutes {
    static var all: [Route] {
        [see, endSession, askPassword, changePassword, askCodes, setUpCodes, askToken, makeToken, endToken]
    }

    private static let see = Route(
        .get, "/account", needs: .ownAccount,
        summary: "One's own account: what one may do and why, sessions and tokens."
    ) { request, house in
        let (id, _) = try request.signedIn(), identity = try house.signingIn()
        let line = try await identity.ownAccount(id, at: request.now, on: request.today)
        return .page(
            AccountPage(
                line: line, sessions: try await identity.sessions(of: id, at: request.now),
                tokens: try await identity.tokens(of: id), request: request
            ).page)
    }

    private static let endSession = Route(
        .post, "/account/sessions/:session/end", needs: .ownAccount, summary: "End a session of one's own."
    ) { request, house in
        let (account, _) = try request.signedIn()
        let session: ID<Session> = try request.id("session")
        try await house.signingIn().endSession(session, of: account, at: request.now, on: request.today)
        return session == request.visitor.session ? .signedOut(.see("/sign-in")) : .see("/account")
    }

    // MARK: Password

    private static let askPassword = Route(
        .get, "/account/password", needs: .ownAccount, summary: "Ask for one's present password and a new one."
    ) { request, house in
        let (id, _) = try request.signedIn()
        let line = try await house.signingIn().ownAccount(id, at: request.now, on: request.today)
        return .page(ChangePasswordPage(email: line.account.email).page)
    }

    private static let changePassword = Route(
        .post, "/account/password", needs: .ownAccount, summary: "Change one's password, and end one's other sessions."
    ) { request, house in
        let (id, session) = try request.signedIn(), identity = try house.signingIn()
        let new = request.form.first("password") ?? ""
        do {
            if new != request.form.first("again") ?? "" {
                throw Refusal.invalid([Problem("again", "The two passwords are not the same")])
            }
            try await identity.changePassword(
                of: id, from: request.form.first("old") ?? "", to: new, keeping: session, at: request.now,
                on: request.today)
            return .see("/account?done=password")
        } catch Refusal.invalid(let problems) {
            let line = try await identity.ownAccount(id, at: request.now, on: request.today)
            return .page(ChangePasswordPage(email: line.account.email, problems: problems).page)
        }
    }

    // MARK: One-time codes

    private static let askCodes = Route(
        .get, "/account/codes", needs: .ownAccount,
        summary: "Show a key for an authenticator app, and ask for its first code."
    ) { request, house in
        let (account, _) = try begun(request), identity = try house.signingIn()
        let line = try await identity.ownAccount(account, at: request.now, on: request.today)
        if line.account.hasCode { return .see("/account") }
        return .page(
            SetUpCodesPage(
                code: .fresh(), email: line.account.email, service: identity.settings.serviceName, request: request
            ).page)
    }

    private static let setUpCodes = Route(
        .post, "/account/codes", needs: .ownAccount,
        summary: "Set up one-time codes, and show the recovery codes this once."
    ) { request, house in
        let (account, session) = try begun(request), identity = try house.signingIn()
        guard let code = request.form.first("key").flatMap({ OneTimeCode(typed: $0) }) else {
            return .see("/account/codes")
        }
        do {
            let (secret, recovery) = try await identity.setUpCode(
                code, typed: request.form.first("code") ?? "", for: session, at: request.now, on: request.today)
            return .signedIn(secret, .page(RecoveryCodesPage(codes: recovery, request: request).page))
        } catch Refusal.invalid(let problems) {
            let line = try await identity.ownAccount(account, at: request.now, on: request.today)
            return .page(
                SetUpCodesPage(
                    code: code, email: line.account.email, service: identity.settings.serviceName, request: request,
                    problems: problems
                ).page)
        }
    }

    /// Whoever has shown that they know the password, and perhaps no more yet.
    private static func begun(_ request: Request) throws(Refusal) -> (ID<Account>, Secret) {
        guard [.whole, .needsSetUp].contains(request.visitor.stage), let account = request.visitor.account,
            request.visitor.session != nil, let session = request.session
        else { throw .notFound }
        return (account, session)
    }

    // MARK: Tokens

    private static let askToken = Route(
        .get, "/account/tokens/new", needs: .ownAccount, summary: "Ask what a token is for."
    ) {
        request, house in
        _ = try request.signedIn()
        return .page(TokenPage(scopes: scopes(request, house), request: request).page)
    }

    private static let makeToken = Route(
        .post, "/account/tokens/new", needs: .ownAccount, summary: "Make a token for a program, and show it this once."
    ) { request, house in
        let (account, _) = try request.signedIn()
        let scopes = scopes(request, house)
        do {
            let until = try request.form.day("until", label: "The day it ends")
            let token = try await house.signingIn().makeToken(
                named: request.form.text("name") ?? "", scopes: Set(request.form.all("scopes").map { Action($0) }),
                until: until, of: Set(scopes), for: account, at: request.now, on: request.today)
            return .page(MadeTokenPage(token: token).page)
        } catch Refusal.invalid(let problems) {
            return .page(TokenPage(scopes: scopes, request: request, problems: problems).page)
        }
    }

    /// What a token of theirs can be for: what they may do themselves, and no more.
    private static func scopes(_ request: Request, _ house: House) -> [Action] {
        house.policy.grants.keys.sorted().filter {
            !house.policy.isPublic($0) && request.caller.may($0, under: house.policy)
                && ![.manageAccounts, .breakGlass].contains($0)
        }
    }

    private static let endToken = Route(
        .post, "/account/tokens/:token/end", needs: .ownAccount, summary: "End a token of one's own."
    ) {
        request, house in
        let (account, _) = try request.signedIn()
        try await house.signingIn().endToken(
            try request.id("token"), of: account, at: request.now, on: request.today)
        return .see("/account")
    }
}
