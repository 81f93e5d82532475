public import Kernel
public import Web

/// Why nothing can be shown: the status, and the words on the page and in the JSON. The one place that chooses.
public struct Trouble: Sendable, Equatable {
    public let status: Int
    public let title: String
    /// What the reader can do about it.
    public let words: [String]
    public let problems: [Problem]
    /// When asking again may help, in seconds.
    public let retryAfter: Int?

    init(_ status: Int, _ title: String, _ words: [String], problems: [Problem] = [], retryAfter: Int? = nil) {
        self.status = status
        self.title = title
        self.words = words
        self.problems = problems
        self.retryAfter = retryAfter
    }

    public init(_ refusal: Refusal) {
        switch refusal {
        case .notFound: self = .notFound
        case .notAllowed: self = Trouble(403, "You may not do this", ["Your post or seat does not let you do this."])
        case .invalid(let problems):
            self = Trouble(422, "Something is wrong with what was asked", [], problems: problems)
        case .outOfOrder(let why): self = Trouble(409, "This cannot be done as things stand", [why])
        case .changedMeanwhile(let why):
            self = Trouble(
                409, "Somebody else has changed this",
                [why, "Nothing of yours was saved. Go back, and look at what it says now."])
        case .tooLarge(let why): self = Trouble(413, "Too much was sent", [why, "Nothing was saved."])
        case .tooOften(let seconds):
            self = Trouble(429, "Wait before you try again", refusal.sentences, retryAfter: seconds)
        case .unavailable(let why):
            self = Trouble(503, "Sorry, the service is not answering", [why, "Try again in a moment."], retryAfter: 5)
        }
    }

    public static let notFound = Trouble(
        404, "Page not found",
        ["If you typed the web address, check it is correct.", "There may be no such thing, or none on the day shown."])

    /// What a program showed to say who it is, is worth nothing.
    public static let badToken = Trouble(
        401, "The token does not hold", ["It has ended, or was never given. Make another on your account's page."])

    /// What was sent cannot be read.
    public static func malformed(_ why: String) -> Trouble {
        Trouble(400, "This address or form cannot be read", [why])
    }

    public static func wrongMethod(_ allowed: [Method]) -> Trouble {
        Trouble(
            405, "This cannot be asked for in this way",
            ["It takes \(allowed.map(\.rawValue).joined(separator: ", "))."])
    }

    public static func wrongType(_ wanted: String) -> Trouble {
        Trouble(415, "This kind of content is not taken here", ["Send it as \(wanted)."])
    }

    public static let tooLong = Trouble(414, "The address is too long", ["Shorten it, or send a form."])
    public static let headersTooLarge = Trouble(
        431, "Too many headers were sent", ["Clear this site's cookies, and try again."])
    public static let tooSlow = Trouble(408, "The request took too long to arrive", ["Nothing was saved. Try again."])
    public static let outOfTime = Trouble(
        503, "Sorry, this took too long", ["It was given up. Try again in a moment, or ask for less."], retryAfter: 5)
    /// The address asks for another service than this (RFC 9110 15.5.20).
    public static let misdirected = Trouble(
        421, "This is not the address of this service", ["Use the address that whoever runs the service gave you."])

    /// It would have been read on its way.
    public static let inTheClear = Trouble(
        403, "This service is reached by https only", ["Use the address that whoever runs the service gave you."])

    public static let forged = Trouble(
        403, "This form cannot be accepted",
        ["It did not come from a page of this service, or the page was open for too long.", "Nothing was saved."])

    /// Something of ours broke. The reference leads whoever runs the service to the log; nothing else is said.
    public static func fault(reference: String) -> Trouble {
        Trouble(
            500, "Sorry, there is a problem with the service",
            [
                "Nothing was saved. Try again later.",
                "If it goes on, give this reference to whoever runs the service: \(reference)",
            ])
    }
}

extension Trouble {
    /// What any error that a handler throws comes to; nil for a fault of ours.
    public init?(_ error: any Error) {
        switch error {
        case let refusal as Refusal: self = Trouble(refusal)
        case let malformed as Malformed: self = .malformed(malformed.why)
        default: return nil
        }
    }

    /// As a page for a person.
    /// - Parameter signIn: where they may sign in, when they have not. The same on every page that is not there, so
    ///   that it tells nobody whether it would be.
    public func page(signIn: String? = nil) -> Page {
        let paragraphs: [HTML] = words.map { "<p class=\"govuk-body\">\($0)</p>\n" }
        let link: HTML? = signIn.map { path in
            """
            <p class="govuk-body">Some pages are only for people who have signed in. \
            \(Link("Sign in", path).html), and look again.</p>

            """
        }
        return Page(title: title, problems: problems, body: "\(paragraphs)\(link)")
    }

    /// The title and the words, which are sentences, in one text.
    private var said: String { words.isEmpty ? title : "\(title). \(words.joined(separator: " "))" }

    /// As JSON for a program: `{"problems": [{"field", "message"}]}`.
    public var json: [UInt8] {
        let problems = problems.isEmpty ? [Problem("", said)] : problems
        var json = JSONWriter()
        json.object { json in
            json.array("problems", problems) { json, problem in
                json.object { json in
                    json.field("field", problem.field)
                    json.field("message", problem.message)
                }
            }
        }
        return json.bytes
    }

    /// As whoever asked will read it.
    public func reply(to request: Request) -> Reply {
        request.isAPI ? .json(json, status: status) : .page(page(signIn: signIn(for: request)), status: status)
    }

    private func signIn(for request: Request) -> String? {
        guard status == 404, request.visitor.stage == .nobody, request.offersSignIn else { return nil }
        return request.signInPath
    }
}
