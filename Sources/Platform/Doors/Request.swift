public import Foundation
public import Identity
public import Kernel
internal import Web

/// How a thing is asked for. HEAD is answered as GET, without its body.
public enum Method: String, Sendable, CaseIterable, Comparable {
    case get = "GET", post = "POST", put = "PUT", delete = "DELETE"

    public static func < (one: Method, other: Method) -> Bool { one.rawValue < other.rawValue }

    /// Whether it may change something.
    public var changes: Bool { self != .get }
}

/// What is asked of the service, with who asks, and when. Says nothing of HTTP beyond its words.
public struct Request: Sendable {
    public var caller: Caller
    public var now: Date
    public var today: Day
    public var method: Method
    /// As it was asked for, without its query: `/bodies/itsb`.
    public var path: String
    /// The parts of the path that the route names: `body` for `/bodies/:body`.
    public var parameters: [String: String]
    public var query: Fields
    public var form: Fields
    public var uploads: [Upload]
    public var body: [UInt8]
    /// Without its parameters, in lower case: `application/json`.
    public var contentType: String
    public var ifNoneMatch: String?
    /// The day the service opens on, when nobody asks for another.
    public var opensOn: Day?
    /// What was typed in this form before and not saved, when the asker goes on with it.
    public var kept: Fields?
    /// Who has signed in, and how far they have shown who they are.
    public var visitor = Visitor.nobody
    /// The secret of the session that came with the request, whether or not it still holds.
    public var session: Secret?
    /// Where it comes from, for throttling. Never logged.
    public var coming = Coming(address: nil, userAgent: nil)
    /// What this browser alone holds, besides a session: the cookie of its forms.
    public var browserMark: String?
    /// What this browser holds from when it set out to the council's directory until it is back.
    public var directoryMark: Secret?
    /// The state of the records when it came, where that was read: what was read of the same state says the same.
    public var version: String?
    /// Whether there are accounts here that one could sign in to.
    public var offersSignIn = false

    public init(
        caller: Caller, now: Date, today: Day, method: Method = .get, path: String = "/",
        parameters: [String: String] = [:], query: Fields = Fields(), form: Fields = Fields(), uploads: [Upload] = [],
        body: [UInt8] = [], contentType: String = "", ifNoneMatch: String? = nil, opensOn: Day? = nil
    ) {
        self.caller = caller
        self.now = now
        self.today = today
        self.method = method
        self.path = path
        self.parameters = parameters
        self.query = query
        self.form = form
        self.uploads = uploads
        self.body = body
        self.contentType = contentType
        self.ifNoneMatch = ifNoneMatch
        self.opensOn = opensOn
    }
}

extension Request {
    /// The longest list that one page may show.
    public static let pageSizeMax = 500

    /// The day asked about: `?on=`, or the day the service opens on, or today.
    /// What is typed there and is no day is refused before a handler sees it.
    public var on: Day { query.text("on").flatMap(Day.init(typed:)) ?? opensOn ?? today }

    /// What a form is to show as typed: what was sent, or the draft that is gone on with. Nil for a form that nobody
    /// has begun.
    public var typed: Fields? { method.changes ? form : kept }

    /// The scenario laid over the state, when the address names one.
    public var scenario: String? { query.text("scenario") }

    /// Whether a program asks, which is answered in JSON.
    public var isAPI: Bool { path.hasPrefix("/api/") }

    /// A part of the path as an identifier.
    /// - Throws: `.notFound` when it cannot be one: then there is no such thing.
    public func id<Of>(_ name: String) throws(Refusal) -> ID<Of> {
        guard let id = parameters[name].flatMap({ ID<Of>(checking: $0) }) else { throw .notFound }
        return id
    }

    /// Which page of a list is asked for, from 1; 1 when none is, or what is asked makes no sense.
    public var page: Int { query.text("page").flatMap { Int($0) }.map { min(max(1, $0), 1_000_000) } ?? 1 }

    /// The body as a value.
    /// - Throws: `.invalid` naming the key that will not do.
    public func json<Value: Decodable>(_: Value.Type) throws(Refusal) -> Value {
        do {
            return try JSONDecoder().decode(Value.self, from: Data(body))
        } catch let error as DecodingError {
            throw .invalid([error.problem])
        } catch {
            throw .invalid([Problem("", "The body is not JSON")])
        }
    }

    /// A path of this service, carrying on the day and the scenario that this request was asked with.
    public func link(_ path: String) -> String {
        var kept: [String] = []
        if query.text("on") != nil { kept.append("on=\(on)") }
        if let scenario { kept.append("scenario=\(urlPart(scenario))") }
        if kept.isEmpty { return path }
        let halves = path.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
        let fragment = halves.count > 1 ? "#\(halves[1])" : ""
        return "\(halves[0])\(halves[0].contains("?") ? "&" : "?")\(kept.joined(separator: "&"))\(fragment)"
    }

    /// Where one signs in and comes back to this page. A page that was sent a form is not come back to.
    public var signInPath: String {
        guard method == .get, !path.hasPrefix("/sign-in") else { return "/sign-in" }
        let asked = query.pairs.map { "\(urlPart($0.name))=\(urlPart($0.value))" }.joined(separator: "&")
        return "/sign-in?to=\(urlPart(asked.isEmpty ? path : "\(path)?\(asked)"))"
    }

    /// What a form on this page must keep of the address: the day and the scenario, canonical, or nothing.
    public var carried: [(name: String, value: String)] {
        var carried: [(name: String, value: String)] = []
        if query.text("on") != nil { carried.append(("on", "\(on)")) }
        if let scenario { carried.append(("scenario", scenario)) }
        return carried
    }
}

extension DecodingError {
    /// The key that will not do, and why, in a person's words.
    fileprivate var problem: Problem {
        switch self {
        case .keyNotFound(let key, let context): Problem(Self.path(context, key), "This key is missing")
        case .typeMismatch(_, let context): Problem(Self.path(context), "This is not the kind of value expected here")
        case .valueNotFound(_, let context): Problem(Self.path(context), "A value is expected here")
        case .dataCorrupted(let context) where context.codingPath.isEmpty: Problem("", "The body is not JSON")
        case .dataCorrupted(let context): Problem(Self.path(context), context.debugDescription)
        @unknown default: Problem("", "The body cannot be read")
        }
    }

    private static func path(_ context: Context, _ last: (any CodingKey)? = nil) -> String {
        (context.codingPath + (last.map { [$0] } ?? [])).map { $0.intValue.map(String.init) ?? $0.stringValue }
            .joined(separator: ".")
    }
}
