import Doors
import Kernel
import SingleSignOn
import Web

/// Says that somebody who went to the council's directory is not signed in. One page for every way in which it can go
/// wrong, and the same for somebody without an account as for somebody whose account is disabled.
struct DirectoryPage {
    /// How it went wrong, as far as the reader is told.
    enum Trouble: Equatable {
        /// Nothing that was begun in this browser: used already, too old, or another's.
        case stale
        /// The directory let them not in, or they turned back.
        case declined
        /// The directory does not answer, or not now.
        case away
        /// What it answered is not to be believed: its settings, its keys or a clock.
        case unbelievable
        /// No account that they may use.
        case unknown
    }

    let trouble: Trouble
    let onward: Onward

    init(_ trouble: Trouble, _ onward: Onward) { (self.trouble, self.onward) = (trouble, onward) }

    init(_ failure: SignOnFailure, _ onward: Onward) {
        let trouble: Trouble =
            switch failure {
            case .stateMismatch, .tooLate: .stale
            case .refused(let code):
                Self.declining.contains(code)
                    ? .declined : Self.awayFor.contains(code) || code.hasPrefix("5") ? .away : .unbelievable
            case .unreachable: .away
            case .wrongIssuer, .badDirectory, .doubted: .unbelievable
            }
        self.init(trouble, onward)
    }

    /// What a directory says of the person who came, and not of this service (RFC 6749 4.1.2.1; OpenID Connect Core
    /// 1.0, 3.1.2.6).
    private static let declining: Set = [
        "access_denied", "login_required", "consent_required", "interaction_required", "account_selection_required",
    ]
    private static let awayFor: Set = ["server_error", "temporarily_unavailable"]

    var status: Int {
        switch trouble {
        case .stale: 400
        case .declined, .unknown: 403
        case .unbelievable: 502
        case .away: 503
        }
    }

    var reply: Reply { .page(page, status: status) }

    /// - Parameter why: what the log says.
    func reply(because why: String) -> Reply { .failed(page, status: status, because: why) }

    private var page: Page {
        let paragraphs: [HTML] = words.map { "<p class=\"govuk-body\">\($0)</p>\n" }
        return Page(
            title: "You are not signed in",
            body: """
                \(paragraphs)<p class="govuk-body">\(Link("Go back to signing in", onward.path(after: .nobody)).html)</p>
                """)
    }

    private var words: [String] {
        switch trouble {
        case .stale:
            [
                "You came back from the council's directory, but not to where you set out from: it took too long, it was "
                    + "another browser, or this was used already.",
                "Sign in again.",
            ]
        case .declined: ["The council's directory did not sign you in.", "You may try again."]
        case .away: ["The council's directory does not answer.", "Try again in a moment."]
        case .unbelievable:
            [
                "The council's directory answered, but not in a way that can be relied on.",
                "Tell whoever runs the service.",
            ]
        case .unknown:
            [
                "The council's directory knows you, but you have no account here that you can use.",
                "Ask whoever administers the service.",
            ]
        }
    }
}

/// Says that somebody is known, and goes on.
struct GoingOnPage {
    let to: String

    var page: Page {
        var page = Page(
            title: "The council's directory knows you",
            body: "<p class=\"govuk-body\">\(Link("Continue", to).html)</p>\n")
        page.goesOnTo = to
        return page
    }
}
