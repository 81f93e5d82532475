import Doors
import Identity
import Kernel
import QRCode
import Web

/// Shows the key for an authenticator app, and asks for its first code.
struct SetUpCodesPage {
    let code: OneTimeCode
    let email: String
    let service: String
    let request: Request
    var problems: [Problem] = []

    var page: Page {
        let must: HTML = .when(
            request.visitor.stage == .needsSetUp,
            "<p class=\"govuk-body\">Your post lets you see or do what needs a second proof of who you are.</p>\n")
        return Page(
            title: "Set up one-time codes", problems: problems,
            body: """
                \(must)<ol class="govuk-list govuk-list--number">
                <li>Open an authenticator app on your telephone, or the one in your password manager.</li>
                <li>Add an account: scan this code, \
                \(Link("open it from this link", address).html) on the device itself, or type this key:
                <p class="govuk-body-l tc-key">\(code.typed)</p>
                \(picture)</li>
                <li>Enter the six digits that it shows.</li>
                </ol>
                \(GovUK.form("/account/codes", questions))\
                \(GovUK.form("/sign-out", GovUK.button("Stop, and sign out", kind: .secondary)))
                """)
    }

    private var address: String { code.address(of: email, at: service) }

    /// Nil for a name so long that it fits into no code: the key is there to be typed.
    private var picture: HTML? {
        QRCode(address).map { squares in
            let side = Double(squares.width + 2 * QRCode.margin)
            return SVG(
                id: "key", width: side, height: side, title: "The key as a QR code",
                description: "For an authenticator app to scan. It holds the key that is written above.",
                SVG.rect(x: 0, y: 0, width: side, height: side, class: "tc-qr-ground")
                    + SVG.path(squares.outline, class: "tc-qr")
            ).html
        }
    }

    private var questions: HTML {
        """
        \(Onward(request).fields)\(GovUK.hidden("key", code.typed))\
        \(GovUK.textInput(
            "code", label: "Code", problems: problems, width: .ten, kind: .wholeNumber, autocomplete: "one-time-code"))\
        \(GovUK.button("Continue"))
        """
    }
}

/// Shows the recovery codes, this once.
struct RecoveryCodesPage {
    let codes: [String]
    let request: Request

    var page: Page {
        let items: [HTML] = codes.map { "<li class=\"tc-key\">\($0)</li>\n" }
        let onward = Onward(request), next = onward == Onward() ? "/account" : onward.path(after: .whole)
        return Page(
            title: "Keep these recovery codes",
            body: """
                <p class="govuk-body">One-time codes are set up. If you lose your device, each of these lets you sign \
                in \
                once. They are not shown again: print them, or write them down, and keep them apart from your \
                device.</p>
                <ul class="govuk-list">
                \(items)</ul>
                \(GovUK.linkButton("I have kept them", href: next))
                """)
    }
}

/// Asks what a token is for, what it may be used for, and until when.
struct TokenPage {
    let scopes: [Action]
    let request: Request
    var problems: [Problem] = []

    var page: Page {
        let typed = TypedDay(
            day: request.form.first("until-day") ?? "", month: request.form.first("until-month") ?? "",
            year: request.form.first("until-year") ?? "")
        return Page(
            title: "Make a token", problems: problems, backLink: Link("Back to your account", "/account"),
            body: """
                <p class="govuk-body">A program that shows it may do, in your name, what you choose here and may do \
                yourself.</p>
                \(GovUK.form(
                    "/account/tokens/new",
                    """
                    \(GovUK.textInput(
                        "name", label: "What is it for?", value: request.form.first("name") ?? "", problems: problems))\
                    \(GovUK.checkboxes(
                        "scopes", legend: "What may it be used for?", scopes.map { GovUK.Choice($0.name, $0.name) },
                        chosen: Set(request.form.all("scopes")), problems: problems))\
                    \(GovUK.dateInput("until", legend: "On which day does it end?", value: typed, problems: problems))\
                    \(GovUK.button("Make it"))
                    """))
                """)
    }
}

/// Shows a token, this once.
struct MadeTokenPage {
    let token: String

    var page: Page {
        Page(
            title: "Your token",
            body: """
                <p class="govuk-body">It is not shown again. Give it to the program, which sends it with each \
                request:</p>
                <pre class="tc-key">Authorization: Bearer \(token)</pre>
                \(GovUK.linkButton("Back to your account", href: "/account"))
                """)
    }
}
