import Doors
import Foundation
import Kernel
import Oversight
import Records
import Store
import Web

/// Reviews of who holds what gives a role, for whoever answers for it.
struct ReviewRoutes {
    let registry: Registry
    var all: [Route] { [list, api, ask, answer] }

    private var list: Route {
        unkept(
            Route(
                .get, "/access-reviews", needs: .reviewAccess,
                summary: "The posts that give a role and that one answers for, with who holds them."
            ) { request, house in
                .page(ReviewsPage(posts: try await posts(request, house), request: request).page)
            })
    }

    private var api: Route {
        unkept(
            Route(
                .get, "/api/v1/access-reviews", needs: .reviewAccess,
                summary: "The posts that give a role and that one answers for, with who holds them and until when."
            ) { request, house in
                .json(try await posts(request, house).json(on: request.today))
            })
    }

    private var ask: Route {
        unkept(
            Route(
                .get, "/access-reviews/:post", needs: .reviewAccess,
                summary: "Ask whether each holder of a post goes on."
            ) { request, house in
                .page(ReviewPage(access: try await one(request, house), request: request).page)
            })
    }

    private var answer: Route {
        Route(
            .post, "/access-reviews/:post", needs: .reviewAccess,
            summary: "Confirm each holder of a post that gives a role, or end their appointment today."
        ) { request, house in
            let access = try await one(request, house)
            let answers = access.holders.reduce(into: [String: ReviewAccess.Answer]()) { answers, held in
                answers[held.appointment.id] = request.form.text("answer-\(held.appointment.id)")
                    .flatMap { ReviewAccess.Answer(rawValue: $0) }
            }
            do {
                if answers.isEmpty {
                    throw Refusal.invalid([
                        Problem(
                            access.holders.first.map { "answer-\($0.appointment.id)" } ?? "",
                            "Select whether they go on, or it ends")
                    ])
                }
                let review = ReviewAccess(
                    registry: registry, post: access.post.id, answers: answers,
                    because: request.form.text("because") ?? "")
                try await house.store.write {
                    try review.perform(by: request.caller, at: request.now, on: request.today, in: house, $0)
                }
                return .see("/access-reviews")
            } catch Refusal.invalid(let problems) {
                return .page(ReviewPage(access: access, request: request, problems: problems).page)
            }
        }
    }

    /// What the caller answers for, the soonest due first.
    private func posts(_ request: Request, _ house: House) async throws -> [PostAccess] {
        let registry = registry
        let all = try await house.store.read { tx in
            try ReadAccess(tx, registry, on: request.today, in: house).posts()
        }
        return all.filter { $0.isAnswered(by: request.caller) }.sorted {
            ($0.dueOn?.number ?? .max, $0.post.name) < ($1.dueOn?.number ?? .max, $1.post.name)
        }
    }

    private func one(_ request: Request, _ house: House) async throws -> PostAccess {
        let registry = registry, id = request.parameters["post"] ?? ""
        let access = try await house.store.read { tx in
            try ReadAccess(tx, registry, on: request.today, in: house).post(id)
        }
        guard let access, access.isAnswered(by: request.caller) else { throw Refusal.notFound }
        return access
    }

    /// Accounts come without the records changing.
    private func unkept(_ route: Route) -> Route {
        var route = route
        route.isUnkept = true
        return route
    }
}
