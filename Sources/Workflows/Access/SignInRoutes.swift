import Doors
import Foundation
import Identity
import Kernel
import Web

/// Signing in, step by step, and out; and choosing a password with a link.
enum SignInRoutes {
    static var all: [Route] {
        [ask, signIn, askCode, giveCode, givenBack, signOut, askForgotten, forgotten, askPassword, choosePassword]
    }

    private static let ask = Route(
        .get, "/sign-in", needs: .signIn, summary: "Ask for an e-mail address and a password."
    ) {
        request, house in
        switch request.visitor.stage {
        case .nobody: return .page(try signInPage(request, house))
        case .needsCode, .needsSetUp, .whole: return .see(next(request.visitor.stage, request))
        }
    }

    private static let signIn = Route(.post, "/sign-in", needs: .signIn, summary: "Sign in.") { request, house in
        let identity = try house.signingIn()
        do {
            let signedIn = try await identity.signIn(
                email: request.form.first("email") ?? "", password: request.form.first("password") ?? "",
                replacing: request.session, from: request.coming, at: request.now, on: request.today)
            return .signedIn(signedIn.secret, .see(next(signedIn.stage, request)))
        } catch Refusal.invalid(let problems) {
            return .page(try signInPage(request, house, problems))
        }
    }

    private static func signInPage(_ request: Request, _ house: House, _ problems: [Problem] = []) throws -> Page {
        let settings = try house.signingIn().settings, directory = house.directory?.settings.label
        return SignInPage(
            request: request, directory: directory,
            isForFew: directory != nil && settings.passwords == .administrators, problems: problems
        ).page
    }

    /// Where the next step is asked for, carrying where to go in the end.
    private static func next(_ stage: Visitor.Stage, _ request: Request) -> String {
        Onward(request).path(after: stage)
    }

    private static let askCode = Route(.get, "/sign-in/code", needs: .signIn, summary: "Ask for a one-time code.") {
        request, _ in
        guard request.visitor.stage == .needsCode else { return .see(next(request.visitor.stage, request)) }
        return .page(CodePage(request: request).page)
    }

    private static let giveCode = Route(.post, "/sign-in/code", needs: .signIn, summary: "Give a one-time code.") {
        request, house in
        guard request.visitor.stage == .needsCode, let session = request.session else {
            return .see(next(request.visitor.stage, request))
        }
        do {
            let (secret, left) = try await house.signingIn().prove(
                session, by: request.form.first("code") ?? "", at: request.now, on: request.today)
            // A recovery code that was used is one fewer: they must hear of it while there are still some.
            let to = left.map { "/account?recovery=\($0)" } ?? next(.whole, request)
            return .signedIn(secret, .see(to))
        } catch Refusal.invalid(let problems) {
            return .page(CodePage(request: request, problems: problems).page)
        }
    }

    private static let givenBack = Route(
        .get, "/sign-in/kept", needs: .signIn, summary: "Give back a form that was sent after its session had ended."
    ) { request, house in
        let (account, _) = try request.signedIn()
        guard let secret = request.keptForm.flatMap({ Secret(checking: $0) }),
            let form = try await house.signingIn().keptForm(
                secret, cookie: request.browserMark, for: account, at: request.now)
        else { throw Refusal.notFound }
        return .page(KeptFormPage(form: form).page)
    }

    private static let signOut = Route(.post, "/sign-out", needs: .signIn, summary: "End this session.") {
        request, house in
        if let account = request.visitor.account, let session = request.visitor.session {
            try await house.signingIn().endSession(session, of: account, at: request.now, on: request.today)
        }
        return .signedOut(.see("/sign-in"))
    }

    // MARK: Passwords

    private static let askForgotten = Route(
        .get, "/forgotten", needs: .signIn, summary: "Ask where to send a link for a new password."
    ) { request, _ in .page(ForgottenPage(request: request).page) }

    private static let forgotten = Route(
        .post, "/forgotten", needs: .signIn, summary: "Send a link for a new password, if there is such an account."
    ) { request, house in
        let identity = try house.signingIn()
        guard let email = request.form.text("email") else {
            let problem = Problem("email", "Enter the e-mail address that you sign in with")
            return .page(ForgottenPage(request: request, problems: [problem]).page)
        }
        try await identity.forgot(email: email, from: request.coming, at: request.now)
        return .page(ForgottenPage.sent(email))
    }

    private static let askPassword = Route(
        .get, "/invitation/:secret", needs: .signIn, summary: "Ask for a password, of whoever holds the link."
    ) { request, house in
        let (name, email) = try await house.signingIn().invited(
            by: try secret(request), at: request.now, on: request.today)
        return .page(ChoosePasswordPage(name: name, email: email, request: request).page)
    }

    private static let choosePassword = Route(
        .post, "/invitation/:secret", needs: .signIn, summary: "Take the password that the holder of a link chose."
    ) { request, house in
        let identity = try house.signingIn(), secret = try secret(request)
        do {
            let chosen = request.form.first("password") ?? ""
            if chosen != request.form.first("again") ?? "" {
                throw Refusal.invalid([Problem("again", "The two passwords are not the same")])
            }
            let signedIn = try await identity.choosePassword(
                chosen, with: secret, replacing: request.session, from: request.coming, at: request.now,
                on: request.today)
            return .signedIn(signedIn.secret, .see(next(signedIn.stage, request)))
        } catch Refusal.invalid(let problems) {
            let (name, email) = try await identity.invited(by: secret, at: request.now, on: request.today)
            return .page(ChoosePasswordPage(name: name, email: email, request: request, problems: problems).page)
        }
    }

    private static func secret(_ request: Request) throws(Refusal) -> Secret {
        guard let secret = request.parameters["secret"].flatMap({ Secret(checking: $0) }) else { throw .notFound }
        return secret
    }
}
