import Doors
import Identity
import Kernel
import Records
import Web

/// Why somebody may or may not see something, for an administrator.
struct AccessRoutes {
    let registry: Registry

    var explain: Route {
        Route(.get, "/access", needs: .manageAccounts, summary: "Explain what somebody may see or do, step by step.") {
            [registry] request, house in
            guard let who = request.query.text("who"), let what = request.query.text("what") else {
                return .showing([], .page(ExplainPage(request: request, answer: nil).page))
            }
            do {
                let answer = try await ExplainAccess(registry: registry).explain(who, what, on: request.on, in: house)
                return .showing(answer.shown, .page(ExplainPage(request: request, answer: answer).page))
            } catch Refusal.invalid(let problems) {
                return .showing([], .page(ExplainPage(request: request, answer: nil, problems: problems).page))
            }
        }.showing(.several(kinds: ["account"]))
    }
}

/// Asks of whom and of what, and shows the steps to the answer.
struct ExplainPage {
    let request: Request
    let answer: ExplainAccess.Answer?
    var problems: [Problem] = []

    var page: Page {
        Page(
            title: "What somebody may see", problems: problems, breadcrumbs: [Link("Accounts", "/accounts")],
            body: """
                \(found)\(GovUK.query(
                    "/access",
                    """
                    \(GovUK.textInput(
                        "who", label: "Who", value: request.query.first("who") ?? "", hint: "A person's identifier.",
                        problems: problems))\
                    \(GovUK.textInput(
                        "what", label: "What", value: request.query.first("what") ?? "",
                        hint:
                            "A page such as /bodies, an action such as partners.change, or the identifier of a record.",
                        problems: problems))\
                    \(GovUK.button("Explain"))
                    """))
                """)
    }

    private var found: HTML? {
        answer.map { answer in
            let steps: [HTML] = answer.steps.map { "<li>\($0)</li>\n" }
            return """
                <h2 class="govuk-heading-m">\(answer.who) \(answer.may ? "may" : "may not") see or do \
                \(answer.what)</h2>
                <ol class="govuk-list govuk-list--number">
                \(steps)</ol>

                """
        }
    }
}
