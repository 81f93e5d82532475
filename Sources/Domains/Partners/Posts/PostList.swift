import Kernel
import Records

/// Which posts a list is to show.
struct PostAsk: Sendable, Hashable {
    var organisation: String?
    var office: String?
    var grade: String?
    /// `vacant` or `interim`.
    var inPost: String?
    var words = ""
    var after: String?
}

/// Some of the posts of a day, by name, each with its organisation and who is in it.
struct PostList: Sendable {
    /// One post.
    struct Row: Sendable {
        let post: Post
        let record: Record
        let organisation: Named
        let holding: Holding
    }

    let rows: [Row]
    /// What to ask after for the next page; nil when there is none.
    let next: String?
    /// The name of the organisation asked for.
    let organisation: Named?

    static let pageSize = 100

    init(_ ask: PostAsk, in reading: DayBook, limit: Int = pageSize) throws {
        let page =
            try ask.inPost.map { try reading.posts(inPost: $0, ask, limit: limit) }
            ?? reading.page(of: Post.kind, where: ask.fields, words: ask.words, after: ask.after, limit: limit)
        let posts = page.records.map(Post.init)
        try reading.prefetch(posts.map(\.organisation.text))
        let holdings = try reading.holdings(of: posts.map(\.id))
        rows = try zip(posts, page.records).map { post, record in
            Row(
                post: post, record: record, organisation: try reading.named(post.organisation),
                holding: holdings[post.id.text] ?? .notKnown)
        }
        next = page.next
        organisation = try ask.organisation.map(reading.named)
    }
}

extension PostAsk {
    fileprivate var fields: [String: String] {
        var fields: [String: String] = [:]
        fields["organisation"] = organisation
        fields["office"] = office
        fields["grade"] = grade
        return fields
    }
}

extension DayBook {
    /// Posts that are vacant, or held by somebody interim: found from the appointments, of which few are either.
    fileprivate func posts(inPost: String, _ ask: PostAsk, limit: Int) throws -> Page {
        let appointments =
            inPost == "vacant"
            ? try records(Appointment.kind, where: "status", is: "vacant")
            : try records(Appointment.kind, where: "interim", is: "true")
        let ids = Set(appointments.compactMap { $0.text("post") })
        try prefetch(ids)
        let wanted = Folding.folded(ask.words).split(separator: " ")
        let all = try ids.compactMap { try record(Post.kind, $0) }
            .filter { record in ask.fields.allSatisfy { record.text($0.key) == $0.value } }
            .map { (key: Folding.folded($0.text("name") ?? ""), record: $0) }
            .filter { item in wanted.allSatisfy { item.key.contains($0) } }
            .sorted { ($0.key, $0.record.id) < ($1.key, $1.record.id) }.map(\.record)
        let start = ask.after.flatMap { id in all.firstIndex { $0.id == id } }.map { $0 + 1 } ?? 0
        let shown = Array(all.dropFirst(start).prefix(limit))
        return Page(records: shown, next: start + shown.count < all.count ? shown.last?.id : nil)
    }
}
