import Doors
import Kernel
import Partners
import Records
import Web

extension PostHere {
    /// The pages of posts, organisations and functions are here, since they show what bodies have to do with them.
    static let routes: [Route] = [
        Route(
            .get, "/posts/:post", needs: .seeArrangements,
            summary: "One post on a day: who is in it, what it answers for, whom it answers to."
        ) { request, house in
            let id: ID<Post> = try request.id("post")
            let found = try await house.asOf(request, what: id) { reading in
                try PostView(id, in: reading).map { ($0, try PostHere(id, in: reading)) }
            }
            guard let (view, here) = found else {
                return try await NotThenPage.reply(Post.kind, id.text, request, house)
            }
            let lately = try await house.lately(for: request), findings = lately.findings(about: id.text)
            let parts = PostHerePage(
                here: here, post: Named(id.text, view.post.name), findings: findings, request: request)
            return .page(lately.told(on: PostPage(view, for: request, first: parts.first, more: parts.more).page))
        },
        Route(
            .get, "/organisations/:organisation", needs: .seeArrangements,
            summary: "One organisation on a day: what the law calls it, its posts, its seats."
        ) { request, house in
            let id: ID<Organisation> = try request.id("organisation")
            let found = try await house.asOf(request, what: id) { reading in
                try OrganisationView(id, in: reading).map { view in
                    (view, try OrganisationHere(id, posts: view.posts.map(\.post.id), in: reading))
                }
            }
            guard let (view, here) = found else {
                return try await NotThenPage.reply(Organisation.kind, id.text, request, house)
            }
            let lately = try await house.lately(for: request), findings = lately.findings(about: id.text)
            let parts = OrganisationHerePage(
                here: here, organisation: Named(id.text, view.organisation.name), findings: findings, request: request)
            let page = OrganisationPage(view, for: request, first: parts.first, more: parts.more).page
            return .page(lately.told(on: page))
        },
        Route(
            .get, "/functions/:function", needs: .seeArrangements,
            summary: "One function on a day: who answers for it, which bodies deal with it, how it was judged."
        ) { request, house in
            let id: ID<Function> = try request.id("function")
            let found = try await house.asOf(request, what: id) { reading in
                try FunctionView(id, in: reading).map { ($0, try FunctionHere(id, in: reading)) }
            }
            guard let (view, here) = found else {
                return try await NotThenPage.reply(Function.kind, id.text, request, house)
            }
            let lately = try await house.lately(for: request), findings = lately.findings(about: id.text)
            let parts = FunctionHerePage(
                here: here, function: Named(id.text, view.function.name), findings: findings, request: request)
            return .page(lately.told(on: FunctionPage(view, for: request, first: parts.first, more: parts.more).page))
        },
    ]
}
