import Doors
import Identity
import Kernel
import Web

/// Asks for an e-mail address and a password, or leads to the council's directory.
struct SignInPage {
    let request: Request
    /// What people call the council's directory; nil where none is set.
    let directory: String?
    /// Whether only administrators have passwords, so that few need be shown where they go.
    let isForFew: Bool
    var problems: [Problem] = []

    var page: Page {
        let kept: HTML = .when(
            request.keptForm != nil,
            GovUK.insetText("Your session had ended. What you typed is kept: sign in, and send it again."))
        let passwords: HTML = """
            \(GovUK.form("/sign-in", "\(Onward(request).fields)\(questions)"))
            <p class="govuk-body">\(Link("I have forgotten my password", "/forgotten").html)</p>
            """
        let others: HTML =
            isForFew
            ? GovUK.details("Sign in with a password, as an administrator", open: !problems.isEmpty, passwords)
            : passwords
        return Page(title: "Sign in", problems: problems, body: "\(kept)\(fromDirectory)\(others)")
    }

    private var fromDirectory: HTML? {
        directory.map { name in
            let button = GovUK.linkButton("Sign in with \(name)", href: DirectoryRoutes.path + Onward(request).carried)
            let or: HTML = .when(!isForFew, "<h2 class=\"govuk-heading-m\">Or with a password</h2>\n")
            return "\(button)\(or)"
        }
    }

    private var questions: HTML {
        """
        \(GovUK.textInput(
            "email", label: "E-mail address", value: request.form.first("email") ?? "", problems: problems, kind: .email,
            autocomplete: "username"))\
        \(GovUK.passwordInput("password", label: "Password", problems: problems, autocomplete: "current-password"))\
        \(GovUK.button("Sign in"))
        """
    }
}

/// Asks for a one-time code.
struct CodePage {
    let request: Request
    var problems: [Problem] = []

    var page: Page {
        Page(
            title: "Enter your one-time code", problems: problems,
            body: """
                \(GovUK.form(
                    "/sign-in/code",
                    """
                    \(Onward(request).fields)\
                    \(GovUK.textInput(
                        "code", label: "Code", hint: "Six digits from your authenticator app, or one of your recovery codes.",
                        problems: problems, width: .twenty, autocomplete: "one-time-code"))\
                    \(GovUK.button("Continue"))
                    """))\
                \(GovUK.details(
                    "I do not have my device",
                    "<p>Enter one of the recovery codes that you kept. If you have none, ask whoever administers the service.</p>"))\
                \(GovUK.form("/sign-out", GovUK.button("Stop, and sign out", kind: .secondary)))
                """)
    }
}

/// Gives back what was typed in a form sent after its session had ended.
struct KeptFormPage {
    let form: KeptForm

    var page: Page {
        let fields: [HTML] = form.answers.map { GovUK.hidden($0.name, $0.value) }
        return Page(
            title: "Send this again",
            body: """
                <p class="govuk-body">Your session had ended when you sent this. Nothing has been saved yet, and nothing \
                that you typed is lost.</p>
                \(GovUK.form(form.path, fields.joined() + GovUK.button("Send again")))
                """)
    }
}

/// Asks where to send a link for a new password.
struct ForgottenPage {
    let request: Request
    var problems: [Problem] = []

    var page: Page {
        Page(
            title: "I have forgotten my password", problems: problems, backLink: Link("Back to signing in", "/sign-in"),
            body: GovUK.form(
                "/forgotten",
                """
                \(GovUK.textInput(
                    "email", label: "E-mail address", value: request.form.first("email") ?? "",
                    hint: "The one that you sign in with.", problems: problems, kind: .email, autocomplete: "username"))\
                \(GovUK.button("Send me a link"))
                """))
    }

    /// The same whether or not there is such an account.
    static func sent(_ email: String) -> Page {
        Page(
            title: "Look at your e-mail",
            body: """
                <p class="govuk-body">If there is an account for \(email), a link to choose a new password is on its way.</p>
                <p class="govuk-body">If it does not come, ask whoever administers the service.</p>
                """)
    }
}

/// Asks for a password, of whoever holds a link.
struct ChoosePasswordPage {
    let name: String
    let email: String
    let request: Request
    var problems: [Problem] = []

    var page: Page {
        Page(
            title: "Choose a password", caption: name, problems: problems,
            body: """
                <p class="govuk-body">You will sign in as \(email).</p>
                \(GovUK.form(request.path, PasswordQuestions(problems: problems, email: email).html + GovUK.button("Continue")))
                """)
    }
}

/// Asks for a new password, twice.
struct PasswordQuestions {
    let problems: [Problem]
    let email: String

    var html: HTML {
        """
        <input type="hidden" name="username" value="\(email)" autocomplete="username">
        \(GovUK.passwordInput(
            "password", label: "New password",
            hint: "At least \(PasswordRules.lengthMin) characters. Three words that do not belong together will do.",
            problems: problems, autocomplete: "new-password"))\
        \(GovUK.passwordInput("again", label: "The same again", problems: problems, autocomplete: "new-password"))
        """
    }
}
