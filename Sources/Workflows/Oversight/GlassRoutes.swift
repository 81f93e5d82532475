import Doors
import Foundation
import Identity
import Kernel
import Oversight
import Records
import Settings
import Store
import Web

/// Breaking the glass over a restricted record, and what comes of it.
struct GlassRoutes {
    static let pageSize = 50

    let registry: Registry
    var all: [Route] { [ask, open, list, api, askReview, review] }

    // MARK: Breaking it

    private var ask: Route {
        Route(
            .get, "/break-glass/new", needs: .breakGlass, summary: "Ask why one must see a restricted record at once."
        ) { request, house in
            guard let wanted = try wanted(request, house, at: request.query.text("to")) else {
                return .see(request.query.text("to") ?? "/")
            }
            guard Self.canProve(request) else { return .page(CodesFirstPage(wanted: wanted).page, status: 403) }
            return .page(BreakGlassPage(wanted: wanted, request: request, settings: house.configuration).page)
        }
    }

    private var open: Route {
        Route(
            .post, "/break-glass/new", needs: .breakGlass,
            summary: "Read one restricted record for a while, with whoever is responsible told at once."
        ) { request, house in
            let to = request.form.text("to")
            guard let wanted = try wanted(request, house, at: to) else { return .see(to ?? "/") }
            guard Self.canProve(request) else { return .page(CodesFirstPage(wanted: wanted).page, status: 403) }
            do {
                try await breakGlass(over: wanted, request, house)
                return .see(wanted.path)
            } catch Refusal.invalid(let problems) {
                let page = BreakGlassPage(
                    wanted: wanted, request: request, settings: house.configuration, problems: problems)
                return .page(page.page)
            }
        }
    }

    /// What everybody who has the right needs, whoever has not needs too: more than a password.
    private static func canProve(_ request: Request) -> Bool { request.visitor.hasCode || request.visitor.isProven }

    /// The record that a page shows, which may be opened in need.
    struct Wanted {
        let path: String
        let action: Action
        let kind: String
        let id: String
        let needsCode: Bool
    }

    /// - Returns: nil for somebody who may see it already.
    /// - Throws: `.notFound` for whoever has not signed in themselves, and for a page that cannot be opened so:
    ///   neither whether there is such a record, nor whether there could be, is told.
    private func wanted(_ request: Request, _ house: House, at path: String?) throws(Refusal) -> Wanted? {
        _ = try request.signedIn()
        guard let path, path.utf8.count <= Router.pathBytesMax,
            case .route(let route, let parameters) = Router(house.routes).find(.get, path),
            let (kind, part) = route.opensInNeed(to: request.caller, in: house), let id = parameters[part]
        else { throw .notFound }
        if request.caller.may(route.action, under: house.policy) { return nil }
        if !request.caller.openings(for: route.action, of: kind, id, at: request.now).isEmpty { return nil }
        return Wanted(
            path: path, action: route.action, kind: kind, id: id, needsCode: request.visitor.hasCode)
    }

    private func breakGlass(over wanted: Wanted, _ request: Request, _ house: House) async throws {
        let (account, _) = try request.signedIn()
        let minutes = Int(house.configuration[Settings.breakGlassTime].components.seconds / 60)
        let registry = registry
        let nameless = Subject(kind: wanted.kind, id: wanted.id, name: wanted.id)
        // Said before the code is used up, so that a reason too short does not cost a code.
        _ = try BreakGlass(
            wanted.action, over: nameless, at: wanted.path, because: request.form.text("reason") ?? "", minutes: minutes
        )
        if wanted.needsCode {
            try await house.signingIn().confirm(request.form.text("code") ?? "", of: account, at: request.now)
        }
        let room = wanted.action.name.prefix { $0 != "." }
        try await house.store.write { tx in
            let offices = Offices(tx, registry, on: request.today)
            guard let subject = try offices.shelf.subject(wanted.id), subject.kind == wanted.kind else {
                throw Refusal.notFound
            }
            let posts = house.configuration[Settings.responsiblePosts]
            let responsible = try offices.responsible(forRoom: String(room), posts: posts)
            let people = try responsible.others(than: request.caller.person, offices)
            let told = try WatchLetters(house: house).tell(
                people, orAdministratorsOf: offices, than: request.caller.person, of: "the glass was broken",
                [
                    """
                    \(request.caller.name) broke the glass over a restricted record at \(Moment.words(request.now)), \
                    and may read it for \(minutes) minutes.
                    """, "Please review it.",
                ], leadingTo: "/break-glass", at: request.now, in: tx)
            let command = try BreakGlass(
                wanted.action, over: subject, at: wanted.path, because: request.form.text("reason") ?? "",
                minutes: minutes)
            try command.perform(
                by: request.caller, under: house.policy, post: responsible.post?.id, telling: told, at: request.now,
                in: tx)
        }
    }

    // MARK: What comes of it

    private var list: Route {
        Route(.get, "/break-glass", needs: .reviewGlass, summary: "Glass that was broken, and waits for its review.") {
            request, house in
            let reviewed = request.query.flag("reviewed")
            let glass = try await glass(isReviewed: reviewed, request, house)
            return .page(GlassListPage(glass: glass, isReviewed: reviewed, request: request).page)
        }
    }

    private var api: Route {
        Route(.get, "/api/v1/break-glass", needs: .reviewGlass, summary: "Glass that was broken, the latest first.") {
            request, house in
            let glass = try await glass(isReviewed: request.query.flag("reviewed"), request, house)
            return .json(glass.json(before: glass.count == Self.pageSize ? glass.last?.id : nil))
        }
    }

    private func glass(isReviewed: Bool, _ request: Request, _ house: House) async throws -> [BrokenGlass] {
        let watched = Watch(caller: request.caller, house: house).glass
        let before = request.query.text("before").flatMap { ID<BrokenGlass>(checking: $0) }
        return try await house.store.read {
            try $0.brokenGlass(watched, isReviewed: isReviewed, before: before, limit: Self.pageSize)
        }
    }

    private var askReview: Route {
        Route(.get, "/break-glass/:glass", needs: .reviewGlass, summary: "One time the glass was broken.") {
            request, house in
            .page(try await reviewPage(request, house))
        }
    }

    private var review: Route {
        Route(
            .post, "/break-glass/:glass", needs: .reviewGlass, summary: "Say whether the glass was broken properly."
        ) { request, house in
            let watched = Watch(caller: request.caller, house: house).glass
            do {
                guard let verdict = request.form.text("verdict").flatMap({ BrokenGlass.Verdict(rawValue: $0) }) else {
                    throw Refusal.invalid([Problem("verdict", "Select whether it was proper")])
                }
                let review = try ReviewGlass(
                    try request.id("glass"), as: verdict, saying: request.form.text("words") ?? "")
                try await house.store.write {
                    try review.perform(by: request.caller, watching: watched, at: request.now, in: $0)
                }
                return .see("/break-glass")
            } catch Refusal.invalid(let problems) {
                return .page(try await reviewPage(request, house, problems))
            }
        }
    }

    private func reviewPage(_ request: Request, _ house: House, _ problems: [Problem] = []) async throws -> Page {
        let id: ID<BrokenGlass> = try request.id("glass")
        let watched = Watch(caller: request.caller, house: house).glass
        let glass = try await house.store.read { tx -> BrokenGlass in
            guard let glass = try tx.brokenGlass(id), watched.covers(glass) else { throw Refusal.notFound }
            return glass
        }
        return GlassPage(glass: glass, request: request, problems: problems).page
    }
}
