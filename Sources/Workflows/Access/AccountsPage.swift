import Doors
import Foundation
import Identity
import Kernel
import Records
import Sealing
import Web

/// Every account, how it stands, and what it may do.
struct AccountsPage {
    let lines: [AccountLine]
    let request: Request

    var page: Page {
        let columns: [Column<AccountLine>] = [
            Column("Person") { Link($0.name, "/accounts/\($0.account.id)").html },
            .text("E-mail address") { $0.account.email }, .text("State") { $0.state },
            .text("Roles today") { line in
                let roles = Set(line.grants.map(\.role.rawValue.capitalized)).sorted()
                return roles.isEmpty ? "None" : roles.joined(separator: ", ")
            },
            .text("Last signed in") { $0.account.cameAt.map(Moment.words) ?? "Never" },
        ]
        return Page(
            title: "Accounts", wide: true,
            body: """
                <p class="govuk-body">What somebody may do follows from the posts and seats they hold on the day, so \
                there \
                is nothing to keep in step here: end an appointment, and what it gave is gone that day.</p>
                \(GovUK.linkButton("Invite somebody", href: "/accounts/new"))\
                \(GovUK.table(caption: "Accounts", columns, lines, captionHidden: true))
                """)
    }
}

extension AccountLine {
    /// How it stands, in a few words.
    var state: String {
        if account.state == .disabled { return "Disabled" }
        if let waitsUntil { return "Waits until \(Moment.words(waitsUntil)), after wrong tries" }
        return account.state == .invited ? "Invited" : "Active"
    }
}

/// One account, and what may be done to it.
struct OneAccountPage {
    let line: AccountLine
    let request: Request
    var problems: [Problem] = []

    private var account: Account { line.account }

    var page: Page {
        Page(
            title: line.name, caption: "Account", problems: problems, breadcrumbs: [Link("Accounts", "/accounts")],
            body: """
                \(GovUK.summaryList(rows))\
                <h2 class="govuk-heading-m">Roles today, and why</h2>
                \(GrantsTable(grants: line.grants, request: request).html)\
                <p class="govuk-body">\(Link("Explain what they may see", "/access?who=\(account.person)").html)</p>
                <p class="govuk-body">\(
                    Link("Who looked at this account", "/looks?kind=account&id=\(account.id)").html)</p>
                <p class="govuk-body">\(Link("What they looked at", "/looks?by=\(account.person)").html)</p>
                <h2 class="govuk-heading-m">Do something to this account</h2>
                \(deeds)
                """)
    }

    private var rows: [GovUK.SummaryRow] {
        [
            GovUK.SummaryRow("Person", Link(line.name, "/records/people/\(account.person)").html),
            GovUK.SummaryRow("E-mail address", HTML(text: account.email)),
            GovUK.SummaryRow("State", HTML(text: line.state)),
            GovUK.SummaryRow("One-time codes", codes),
            GovUK.SummaryRow("Council's directory", account.directoryID == nil ? "Not used" : "Used"),
            GovUK.SummaryRow("Invited", HTML(text: Moment.words(account.madeAt))),
            GovUK.SummaryRow("Last signed in", HTML(text: account.cameAt.map(Moment.words) ?? "Never")),
        ]
    }

    private var codes: HTML {
        if let erasure = line.erasure { return "\(Withheld.erased(erasure.words).words)" }
        return account.hasCode ? "Set up" : "Not set up"
    }

    /// Several forms stand on one page, and each asks for a reason of its own.
    static func because(_ deed: String) -> String { "because-\(deed)" }

    private var deeds: HTML {
        var offered: [(path: String, text: String, kind: GovUK.ButtonKind)] = []
        if account.disabledAt == nil { offered.append(("reset", "Send a link for a new password", .secondary)) }
        if line.waitsUntil != nil { offered.append(("unlock", "Forget the wrong tries", .secondary)) }
        if account.hasCode { offered.append(("forget-codes", "Take the one-time codes away", .warning)) }
        if account.directoryID != nil {
            offered.append(("forget-directory", "Part it from the council's directory", .warning))
        }
        if account.disabledAt == nil {
            offered.append(("disable", "Disable, and end every session", .warning))
        } else if line.erasure == nil {
            offered.append(("enable", "Enable again", .secondary))
        }
        let forms: [HTML] = offered.map { deed in
            let because: HTML = .when(
                deed.path != "reset",
                GovUK.textInput(
                    Self.because(deed.path), label: "Why?", value: request.form.first(Self.because(deed.path)) ?? "",
                    hint: "Kept in the history, with your name and the time.", problems: problems))
            return GovUK.details(
                deed.text,
                open: !problems.isEmpty && request.path.hasSuffix("/" + deed.path),
                GovUK.form(
                    "/accounts/\(account.id)/\(deed.path)", because + GovUK.button(deed.text, kind: deed.kind)))
        }
        return forms.joined()
    }
}

/// Asks whom to invite.
struct InvitePage {
    /// More than these cannot be listed on a page, and are asked for by their identifier.
    static let peopleMax = 500

    let people: [Subject]
    let request: Request
    var problems: [Problem] = []

    var page: Page {
        Page(
            title: "Invite somebody to sign in", problems: problems, backLink: Link("Back to accounts", "/accounts"),
            body: """
                <p class="govuk-body">An account belongs to a person held in the records. \
                If they are not: \(Link("add the person", "/records/people/new").html), then their appointment.</p>
                \(GovUK.form("/accounts/new", questions))
                """)
    }

    private var questions: HTML {
        let chosen = request.form.text("person") ?? request.query.text("person")
        let person: HTML
        if people.isEmpty {
            person = GovUK.textInput(
                "person", label: "Person", value: chosen ?? "",
                hint: "The identifier at the top of their record, such as priya-shah.", problems: problems)
        } else {
            person = GovUK.select(
                "person", label: "Person", people.map { GovUK.Choice($0.id, "\($0.name) (\($0.id))") }, chosen: chosen,
                blank: "Choose a person", problems: problems)
        }
        return """
            \(person)\(GovUK.textInput(
                "email", label: "E-mail address", value: request.form.first("email") ?? "",
                hint: "Where the invitation goes, and what they will sign in with.", problems: problems, kind: .email))\
            \(GovUK.button("Invite"))
            """
    }
}

/// Says that a link was made, and shows it this once, for whoever hands it over themselves.
struct InvitedPage {
    let invitation: Invitation

    var page: Page {
        if !invitation.isLink {
            return Page(
                title: "They can sign in",
                body: """
                    <p class="govuk-body">They sign in with the council's directory, on the sign-in page of this \
                    service. They are told by e-mail where the service can send.</p>
                    \(GovUK.linkButton("Back to the account", href: "/accounts/\(invitation.account)"))
                    """)
        }
        return Page(
            title: "A link was made",
            body: """
                <p class="govuk-body">It is sent by e-mail where the service can send. If you hand it over yourself, \
                do it \
                in a way that nobody else can read: whoever holds it can choose the password. It is not shown again.</p>
                <p class="govuk-body tc-key">\(invitation.path)</p>
                <p class="govuk-body">Put it after this service's own address. It holds until \
                \(Moment.words(invitation.endsAt)), and works once.</p>
                \(GovUK.linkButton("Back to the account", href: "/accounts/\(invitation.account)"))
                """)
    }
}
