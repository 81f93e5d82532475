import Doors
import Foundation
import Identity
import Kernel
import Web

/// One's own account: who one is, what one may do and why, where one is signed in, and one's tokens.
struct AccountPage {
    let line: AccountLine
    let sessions: [Session]
    let tokens: [AccessToken]
    let request: Request

    var page: Page {
        Page(
            title: "Your account", banner: banner,
            body: """
                \(GovUK.summaryList(rows))\
                <h2 class="govuk-heading-m">What you may do, and why</h2>
                \(GrantsTable(grants: line.grants, request: request).html)\
                \(watching)\
                <h2 class="govuk-heading-m">Where you are signed in</h2>
                \(sessionTable)\
                <h2 class="govuk-heading-m">Tokens for programs</h2>
                \(tokenTable)\(GovUK.linkButton("Make a token", href: "/account/tokens/new", kind: .secondary))\
                \(GovUK.form("/sign-out", GovUK.button("Sign out")))
                """)
    }

    /// What else one may look up: about oneself, and about those one answers for.
    private var watching: HTML {
        var links = [
            Link("A calendar of your own meetings", "/account/calendar"),
            Link("Who looked at your account", "/account/looks"),
        ]
        let roles = request.caller.roles
        if !roles.isEmpty {
            links.append(Link("Your interests whose details are withheld", "/account/interests"))
        }
        if roles.contains(.monitoring) { links.append(Link("Sensitive interests", "/interests")) }
        if !roles.isDisjoint(with: [.administrator, .responsible]) {
            links += [
                Link("Who looked at a record", "/looks"), Link("Broken glass to review", "/break-glass"),
                Link("Who has access, to be confirmed", "/access-reviews"),
            ]
        }
        let items: [HTML] = links.map { "<li>\($0.html)</li>\n" }
        return "<ul class=\"govuk-list\">\n\(items)</ul>\n"
    }

    private var banner: HTML? {
        if request.query.text("done") == "password" {
            return GovUK.notificationBanner("Your password is changed. Your other sessions have ended.", kind: .success)
        }
        guard let left = request.query.text("recovery").flatMap({ Int($0) }) else { return nil }
        return GovUK.notificationBanner(
            """
            You used a recovery code, and have \(left) left. If your device is lost, ask an administrator to let \
            you set up another.
            """
        )
    }

    private var rows: [GovUK.SummaryRow] {
        [
            GovUK.SummaryRow("Name", HTML(text: line.name)),
            GovUK.SummaryRow("E-mail address", HTML(text: line.account.email)),
            GovUK.SummaryRow(
                "Password", line.account.hasPassword ? "Set" : "None: you sign in with the council's directory",
                actions: line.account.hasPassword ? [Link("Change", "/account/password", about: "your password")] : []),
            GovUK.SummaryRow(
                "One-time codes", line.account.hasCode ? "Set up" : "Not set up",
                actions: line.account.hasCode ? [] : [Link("Set up", "/account/codes", about: "one-time codes")]),
        ]
    }

    private var sessionTable: HTML {
        let here = request.visitor.session
        let columns: [Column<Session>] = [
            Column("Browser") { session in
                "\(session.browser)\(HTML.when(session.id == here, " (this one)"))"
            },
            .text("Since") { Moment.words($0.madeAt) }, .text("Last used") { Moment.words($0.seenAt) },
            Column("End it") { session in
                GovUK.form(
                    "/account/sessions/\(session.id)/end",
                    GovUK.button(session.id == here ? "Sign out here" : "End", kind: .secondary))
            },
        ]
        return GovUK.table(caption: "Sessions", columns, sessions, captionHidden: true)
    }

    private var tokenTable: HTML {
        let columns: [Column<AccessToken>] = [
            .text("For") { $0.name },
            .text("May be used for") { $0.scopes.map(\.name).sorted().joined(separator: ", ") },
            .text("Ends") { $0.endsOn.long }, .text("Last used") { $0.usedOn?.long ?? "Never" },
            Column("End it") { GovUK.form("/account/tokens/\($0.id)/end", GovUK.button("End", kind: .secondary)) },
        ]
        return GovUK.table(caption: "Tokens", columns, tokens, captionHidden: true)
    }
}

/// Why somebody has each role.
struct GrantsTable {
    let grants: [Grant]
    let request: Request

    var html: HTML {
        let request = request
        let columns: [Column<Grant>] = [
            .text("Role") { $0.opening == nil ? $0.role.rawValue.capitalized : "To read one record" },
            Column("Because of") { grant in
                if grant.opening != nil { return HTML(text: grant.from.name) }
                return Link(
                    grant.from.name,
                    request.link("/records/\(grant.from.kind == "post" ? "posts" : "bodies")/\(grant.from.id)")
                ).html
            },
            .text("Until") { grant in
                grant.opening.map { Moment.words($0.endsAt) } ?? grant.until?.long ?? "No end is recorded"
            },
        ]
        let grants = grants.filter { $0.opening.map { request.now < $0.endsAt } ?? true }
        return GovUK.table(
            caption: "Roles", columns, grants,
            empty: "No post or seat of yours gives a role on this day, so you see what anyone may see.",
            captionHidden: true)
    }
}

/// Asks for one's present password and a new one.
struct ChangePasswordPage {
    let email: String
    var problems: [Problem] = []

    var page: Page {
        Page(
            title: "Change your password", problems: problems, backLink: Link("Back to your account", "/account"),
            body: GovUK.form(
                "/account/password",
                """
                \(GovUK.passwordInput(
                    "old", label: "Present password", problems: problems, autocomplete: "current-password"))\
                \(PasswordQuestions(problems: problems, email: email).html)\(GovUK.button("Change it"))
                """))
    }
}
