internal import Foundation
internal import Kernel
internal import Ledger
internal import Records
internal import Store
public import Web

/// Which restricted records a way in shows, as data, so that it can be listed, tested, and not forgotten.
public enum Shows: Sendable, Equatable {
    /// None, for this reason.
    case nothing(because: String)
    /// One, of this kind, named by a part of the path; `opensInNeed` where somebody without the right may break the
    /// glass over it.
    case one(kind: String, part: String, opensInNeed: Bool = false)
    /// Those of these kinds that the reply names, as `Reply.showing`.
    case several(kinds: [String])

    var showsSomething: Bool {
        if case .nothing = self { false } else { true }
    }
}

extension [Route] {
    /// The same ways in, with what they show said where it was not.
    public func showing(_ shows: Shows) -> [Route] { map { $0.showing(shows) } }
}

extension [Verb] {
    /// The same verbs, with what they show said where it was not.
    public func showing(_ shows: Shows) -> [Verb] { map { $0.showing(shows) } }
}

/// A way in to a restricted room does not say what it shows: a mistake of ours, for which nothing is shown.
struct Unsaid: Error {
    /// The route or the verb.
    let what: String
}

extension Route {
    var restricted: Route {
        var copy = self
        copy.isRestricted = true
        return copy
    }

    /// The reply, once the ledger holds who is about to see what.
    ///
    /// - Throws: what keeps the fact from being written: then nothing is shown. `Unsaid` where a restricted room's
    ///   reply does not say what it shows.
    func written(_ reply: Reply, _ request: Request, _ house: House) async throws -> Reply {
        guard let shown = try shown(by: reply, to: request), !shown.isEmpty else { return reply.bare }
        let why =
            openings(for: request).first?.because ?? request.caller.why(action, under: house.policy)
        let looking = Looking(at: shown, through: reply.way(for: request), by: action, because: why)
        try await house.write(looking, by: request.caller, at: request.now)
        return reply.bare
    }

    private func shown(by reply: Reply, to request: Request) throws -> [Shown]? {
        if let named = reply.named {
            // One that is not said to show anything could be kept by a browser, and be seen again unseen.
            if !named.isEmpty, shows?.showsSomething != true { throw Unsaid(what: description) }
            return named
        }
        guard reply.holdsSomething else { return nil }
        switch shows {
        case .one(let kind, let part, _):
            guard let id = request.parameters[part] else { throw Unsaid(what: description) }
            return [Shown(Subject(kind: kind, id: id, name: ""))]
        case .several: throw Unsaid(what: description)
        case .nothing: return nil
        case nil:
            if isRestricted { throw Unsaid(what: description) }
            return nil
        }
    }
}

extension Caller {
    /// Why they may do something, for the fact that they did.
    func why(_ action: Action, under policy: Policy) -> String {
        if let grant = reasons(for: action, under: policy).first { return grant.because }
        return person == nil ? "sit at the machine's own terminal" : "are somebody, and anyone may"
    }
}

extension House {
    /// Writes down that somebody is shown restricted records, before they are. Names what has none by its record.
    func write(_ looking: Looking, by caller: Caller, at now: Date) async throws {
        let registry = registry
        try await store.write(.latest) { tx in
            let nameless = looking.shown.filter(\.subject.name.isEmpty).map(\.subject.id)
            let subjects = nameless.isEmpty ? [:] : try RecordShelf(tx, registry).subjects(nameless)
            let shown = looking.shown.map { shown in
                guard shown.subject.name.isEmpty else { return shown }
                let name = subjects[shown.subject.id]?.name ?? shown.subject.id
                return Shown(
                    Subject(kind: shown.subject.kind, id: shown.subject.id, name: name), about: shown.person)
            }
            try tx.record(
                Looking(at: shown, through: looking.door, by: looking.action, because: looking.why), by: caller,
                at: now)
        }
    }
}

extension Reply {
    /// The records that it says it shows; nil where it says nothing of it.
    var named: [Shown]? {
        switch self {
        case .showing(let shown, _): shown
        case .signedIn(_, let reply), .signedOut(let reply): reply.named
        default: nil
        }
    }

    /// Without what it says of itself.
    public var bare: Reply {
        switch self {
        case .showing(_, let reply): reply.bare
        case .signedIn(let secret, let reply): .signedIn(secret, reply.bare)
        case .signedOut(let reply): .signedOut(reply.bare)
        default: self
        }
    }

    /// Whether there is anything in it to be seen.
    var holdsSomething: Bool {
        switch bare {
        case .see, .empty, .notModified, .leave: false
        case .signedIn(_, let reply), .signedOut(let reply): reply.holdsSomething
        case .page, .failed, .json, .csv, .svg, .text, .file, .download, .showing: true
        }
    }

    /// The way by which it goes out.
    func way(for request: Request) -> WayIn {
        switch bare {
        case .csv, .file, .download: .export
        default: request.isAPI ? .api : .page
        }
    }

    /// The page in it changed, if it is one.
    public func mapPage(_ change: (Page) -> Page) -> Reply {
        switch self {
        case .page(let page, let status): .page(change(page), status: status)
        case .showing(let shown, let reply): .showing(shown, reply.mapPage(change))
        default: self
        }
    }
}
