internal import Foundation
public import Kernel
internal import Ledger
internal import Records
internal import Store
public import Web

/// Which restricted records a way in shows, as data, so that it can be listed, tested, and not forgotten.
public enum Shows: Sendable, Equatable {
    /// None, for this reason.
    case nothing(because: String)
    /// One, of this kind, named by a part of the path; `opensInNeed` where somebody without the right may break the
    /// glass over it: whoever may do `standing`, or whoever has a role where that is nil.
    case one(kind: String, part: String, opensInNeed: Bool = false, standing: Action? = nil)
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
            openings(for: request, in: house).first?.because
            ?? request.caller.why(action, under: house.policy, at: shown)
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
        case .one(let kind, let part, _, _):
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
    /// Why they may see something, for the fact that they did.
    func why(_ action: Action, under policy: Policy, at shown: [Shown]) -> String {
        if let grant = reasons(for: action, under: policy).first { return grant.because }
        if let person, shown.allSatisfy({ $0.person == person }) { return "are whom it is about" }
        return person == nil ? "sit at the machine's own terminal" : "are somebody, and anyone may"
    }
}

extension House {
    /// Writes down that somebody is shown restricted records, before they are. Names what has none by its record.
    func write(_ looking: Looking, by caller: Caller, at now: Date) async throws {
        let registry = registry
        try await store.write(.latest) { tx in
            let shelf = RecordShelf(tx, registry), nameless = looking.shown.filter(\.subject.name.isEmpty)
            let subjects = nameless.isEmpty ? [:] : try shelf.subjects(nameless.map(\.subject.id))
            let shown = try looking.shown.map { shown in
                let name = shown.subject.name
                let named = name.isEmpty ? subjects[shown.subject.id]?.name ?? shown.subject.id : name
                return Shown(
                    Subject(kind: shown.subject.kind, id: shown.subject.id, name: named),
                    about: try shown.person ?? shelf.person(whomItIsAbout: shown.subject))
            }
            try tx.record(
                Looking(at: shown, through: looking.door, by: looking.action, because: looking.why), by: caller,
                at: now)
        }
    }
}

extension RecordShelf {
    /// Whom a record is about, where its kind says so: that person is told who looked, whichever way it was.
    fileprivate func person(whomItIsAbout subject: Subject) throws -> String? {
        guard let field = registry.kind(named: subject.kind)?.personField else { return nil }
        return try versions(of: subject.id).last?.text(field)
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
