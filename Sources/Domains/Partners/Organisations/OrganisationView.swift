public import Kernel
public import Records

/// Everything this room says of one organisation on a day.
public struct OrganisationView: Sendable {
    /// One of its posts, and whether it is held.
    public struct PostRow: Sendable {
        public let post: Post
        public let holding: Holding
    }

    public let organisation: Organisation
    public let record: Record
    public let owner: Named?
    public let owned: [Named]
    /// The first of its posts by name; `postCount` says how many there are.
    public let posts: [PostRow]
    public let postCount: Int
    public let establishments: [Establishment]
    public let duties: [Record]
    public let id: String
}

extension OrganisationView {
    /// The longest list of posts shown on the page; the whole is on the posts page, filtered.
    static let postsMax = 50

    public init?(_ id: ID<Organisation>, in reading: DayBook) throws {
        guard let record = try reading.record(Organisation.kind, id.text) else { return nil }
        self.id = id.text
        self.record = record
        organisation = Organisation(record)
        owner = try reading.named(organisation.owner)
        owned = try reading.records(Organisation.kind, where: "owner", is: id.text)
            .map { Named($0.id, $0.text("name") ?? $0.id) }.sorted { $0.name < $1.name }
        let all = try reading.all(Post.self, where: "organisation", is: id.text).sorted {
            ($0.name, $0.id) < ($1.name, $1.id)
        }
        postCount = all.count
        let holdings = try reading.holdings(of: all.prefix(Self.postsMax).map(\.id))
        posts = all.prefix(Self.postsMax).map { PostRow(post: $0, holding: holdings[$0.id.text] ?? .notKnown) }
        establishments = try reading.all(Establishment.self, where: "organisation", is: id.text).sorted {
            $0.name < $1.name
        }
        duties = try reading.records(Duty.kind, where: "organisation", is: id.text)
    }
}
