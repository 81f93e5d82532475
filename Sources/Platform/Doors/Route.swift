public import Kernel
internal import Web

/// One way in over HTTP. Routes are values, so that tests can walk every one and the docs can list them.
public struct Route: Sendable {
    public typealias Handler = @Sendable (Request, House) async throws -> Reply

    /// How much a request may carry.
    public enum Body: Sendable { case form, upload }

    public let method: Method
    /// `/bodies/:body`: a part that begins with a colon is named, and stands for any one part.
    public let path: String
    public let action: Action
    /// One sentence, for the OpenAPI document and the list of routes.
    public let summary: String
    public let body: Body
    public let handler: Handler
    /// Whether its pages depend on more than the records, so that no browser may keep one.
    public var isUnkept = false

    public init(
        _ method: Method, _ path: String, needs action: Action, summary: String, body: Body = .form,
        _ handler: @escaping Handler
    ) {
        self.method = method
        self.path = path
        self.action = action
        self.summary = summary
        self.body = body
        self.handler = handler
    }

    /// Asks the handler, once it is sure that the caller may and that the day asked about is one.
    ///
    /// - Throws: `Refusal` for whatever cannot be done as asked; anything else is a fault of ours.
    public func answer(_ request: Request, _ house: House) async throws -> Reply {
        try allow(request.caller, in: house)
        var request = request
        request.opensOn = house.settings.opensOn
        if let problem = request.problemWithDay { throw Refusal.invalid([problem]) }
        let reply = try await handler(request, house)
        if case .page(let page, status: 200) = reply, !page.problems.isEmpty { return .page(page, status: 422) }
        return reply
    }

    /// The same way in, answered by another handler.
    public func answered(by handler: @escaping Handler) -> Route {
        Route(method, path, needs: action, summary: summary, body: body, handler)
    }

    /// - Throws: what the policy answers to a caller who may not.
    public func allow(_ caller: Caller, in house: House) throws(Refusal) {
        try caller.must(action, under: house.policy)
    }
}

extension Request {
    /// A person may type a day as they like, or clear the field for the usual day. A program must give the one form of
    /// a
    /// date that the API's document promises, or leave `on` out.
    fileprivate var problemWithDay: Problem? {
        if isAPI {
            guard let given = query.first("on"), Day(given) == nil else { return nil }
            return Problem("on", "on must be a date, such as 2009-12-31")
        }
        guard let typed = query.text("on"), Day(typed: typed) == nil else { return nil }
        // The field of that name on every page: the link in the error summary leads to it.
        return Problem("as-on", "The day shown must be a day, such as 31 December 2009")
    }
}

extension Route: CustomStringConvertible {
    public var description: String { "\(method.rawValue) \(path)" }
}
