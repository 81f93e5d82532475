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
    public private(set) var handler: Handler
    /// Whether its pages depend on more than the records, so that no browser may keep one.
    public var isUnkept = false
    /// Whether it keeps what is typed elsewhere until it is sent: after the session's end it is not kept once more.
    public var keepsWhatIsTyped = false
    /// Which restricted records it shows; nil where nobody has said, which a restricted room's route may not leave.
    public private(set) var shows: Shows?
    /// Whether its room is restricted: then what it shows must be said, or nothing is shown.
    public internal(set) var isRestricted = false

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
        try allow(request, in: house)
        var request = request
        request.opensOn = house.settings.opensOn
        if let problem = request.problemWithDay { throw Refusal.invalid([problem]) }
        let reply = try await written(try await handler(request, house), request, house)
        if case .page(let page, status: 200) = reply, !page.problems.isEmpty { return .page(page, status: 422) }
        return reply
    }

    /// The same way in, answered by another handler.
    public func answered(by handler: @escaping Handler) -> Route {
        var copy = self
        copy.handler = handler
        return copy
    }

    /// The same way in, with what it shows said, unless it was said before.
    ///
    /// No browser keeps a page of a restricted record: each time it is shown it is asked for, and that is a fact.
    public func showing(_ shows: Shows) -> Route {
        if self.shows != nil { return self }
        var copy = self
        copy.shows = shows
        if shows.showsSomething { copy.isUnkept = true }
        return copy
    }

    /// - Throws: what the policy answers to a caller who may not.
    public func allow(_ caller: Caller, in house: House) throws(Refusal) {
        try caller.must(action, under: house.policy)
    }

    /// Whether whoever asks may, by a right or because they broke the glass over this one record, which they may then
    /// read and not change.
    public func allow(_ request: Request, in house: House) throws(Refusal) {
        if !openings(for: request, in: house).isEmpty { return }
        try allow(request.caller, in: house)
    }

    /// What the glass may be broken over here, by somebody who has standing; nil where it may not.
    public func opensInNeed(to caller: Caller, in house: House) -> (kind: String, part: String)? {
        guard !method.changes,
            case .one(kind: let kind, part: let part, opensInNeed: true, standing: let standing)? = shows,
            standing.map({ caller.may($0, under: house.policy) }) ?? true
        else { return nil }
        return (kind, part)
    }

    /// The openings that let this be read; none where it changes anything.
    func openings(for request: Request, in house: House) -> [Grant] {
        guard let (kind, part) = opensInNeed(to: request.caller, in: house), let id = request.parameters[part] else {
            return []
        }
        return request.caller.openings(for: action, of: kind, id, at: request.now)
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
