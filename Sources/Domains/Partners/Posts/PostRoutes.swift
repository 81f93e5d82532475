import Doors
import Kernel
import Records
import Web

extension Post {
    static let routes: [Route] = [
        Route(.get, "/posts", needs: .seePartners, summary: "Posts on a day, by name, a hundred at a time.") {
            request, house in
            let ask = try PostAsk(request.query)
            let list = try await house.asOf(request, what: ask) { try PostList(ask, in: $0) }
            return .page(PostsPage(list: list, ask: ask, request: request).page)
        },
        Route(.get, "/posts.csv", needs: .seePartners, summary: "Every post on a day, narrowed as on the page, as CSV.")
        { request, house in
            let ask = try PostAsk(request.query)
            return .csv(try await house.asOf(request) { try csv(ask, in: $0) }, filename: "posts.csv")
        },
        Route(
            .get, "/api/v1/posts/:post/around", needs: .seePartners,
            summary: "One post on a day and what is around it: who is in it, what it answers for, its lines."
        ) { request, house in
            let id: ID<Post> = try request.id("post")
            guard let view = try await house.asOf(request, what: id, { try PostView(id, in: $0) }) else {
                throw Refusal.notFound
            }
            return .json(view.json(on: request.on))
        },
    ]

    private static func csv(_ ask: PostAsk, in reading: DayBook) throws -> [UInt8] {
        var rows: [[String]] = [], ask = ask
        repeat {
            let list = try PostList(ask, in: reading, limit: RecordShelf.pageMax)
            rows += list.rows.map { row in
                [
                    row.post.id.text, row.post.name, row.organisation.id, row.organisation.name, row.post.office ?? "",
                    row.post.grade ?? "", row.holding.words, row.record.provenance.rawValue,
                    row.record.sources.map(\.description).joined(separator: "; "),
                ]
            }
            ask.after = list.next
        } while ask.after != nil
        return Web.csv(
            [
                "id", "name", "organisation id", "organisation", "statutory office", "seniority", "in post",
                "provenance", "sources",
            ], rows)
    }
}
