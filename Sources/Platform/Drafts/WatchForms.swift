public import Doors
internal import Kernel
internal import Web

extension Drafts {
    /// The modules, with every form of theirs watched, and the module that keeps the drafts.
    ///
    /// A form is a path that is both asked for and sent to. A page of one offers the draft there is; a form that is
    /// sent
    /// and not taken is kept as it was typed; one that is taken has no draft any more.
    public func over(_ modules: [Module]) -> [Module] {
        let sent = modules.flatMap(\.routes).filter { $0.method == .post && !$0.path.hasPrefix("/api/") }
        let forms = Set(sent.map(\.path))
        return modules.map { module in
            module.with(routes: module.routes.map { forms.contains($0.path) ? watched($0) : $0 })
        } + [module]
    }

    private func watched(_ route: Route) -> Route {
        switch route.method {
        case .get: asked(route)
        case .post: sent(route)
        case .put, .delete: route
        }
    }

    /// The page that asks, with what was typed before where that is wanted, or with the offer of it.
    private func asked(_ route: Route) -> Route {
        let handler = route.handler
        var watched = route.answered { [limits] request, house in
            guard keepsDrafts(request, house) else { return try await handler(request, house) }
            let found = try await house.store.read { tx in
                try DraftShelf(tx, limits, at: request.now).draft(of: request.caller.owner, on: request.path)
            }
            guard let draft = found else { return try await handler(request, house) }
            var request = request
            let isTaken = request.query.first(DraftMark.asked) == DraftMark.goOn
            if isTaken { request.kept = draft.fields }
            let reply = try await handler(request, house)
            let asked = request
            return reply.mapPage { page in
                var page = page
                let offer = DraftOffer(
                    draft: draft, title: draft.title.isEmpty ? page.title : draft.title, isTaken: isTaken,
                    request: asked)
                page.body = offer.html + page.body
                return page
            }
        }
        // Drafts come and go without a fact being written, which is what a kept page is told to be old by.
        watched.isUnkept = true
        return watched
    }

    private func sent(_ route: Route) -> Route {
        let handler = route.handler
        return route.answered { request, house in
            guard request.form.first(GovUK.draftField) != nil, keepsDrafts(request, house) else {
                return try await handler(request, house)
            }
            do {
                let reply = try await handler(request, house)
                switch reply.bare {
                case .page(let page, let status) where status >= 400 || !page.problems.isEmpty:
                    try await keep(request, title: page.title, in: house)
                case .see: try await discard(request, in: house)
                default: break
                }
                return reply
            } catch let refusal as Refusal {
                switch refusal {
                case .notFound, .notAllowed: break
                default: try? await keep(request, title: "", in: house)
                }
                throw refusal
            }
        }
    }

    /// Strangers are nobody in particular, and would find one another's.
    private func keepsDrafts(_ request: Request, _ house: House) -> Bool {
        request.caller.may(.keepDrafts, under: house.policy)
    }

    /// What is more than a draft may hold still stands in the form that is sent back.
    private func keep(_ request: Request, title: String, in house: House) async throws {
        let draft = Draft(
            owner: request.caller.owner, form: request.path, title: title, fields: request.form.typed,
            keptAt: request.now)
        do {
            try await house.store.write { [limits] tx in try DraftShelf(tx, limits, at: draft.keptAt).keep(draft) }
        } catch Refusal.tooLarge {}
    }

    /// Looks before it writes: most forms that are taken never had a draft.
    private func discard(_ request: Request, in house: House) async throws {
        let (owner, form, now, limits) = (request.caller.owner, request.path, request.now, limits)
        let held = try await house.store.read { tx in try DraftShelf(tx, limits, at: now).draft(of: owner, on: form) }
        guard held != nil else { return }
        try await house.store.write { tx in try DraftShelf(tx, limits, at: now).discard(of: owner, on: form) }
    }
}
