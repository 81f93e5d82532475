import Kernel
import Partners
import Records
import Store

/// Who answers for who may see something, on a day: by a post, or the administrators in its place.
struct Responsible: Sendable, Equatable {
    /// The post that answers; nil where none is named or held.
    let post: Subject?
    /// Who holds it, or the administrators where nobody does.
    let people: [Subject]

    /// Whether the administrators stand in, because no post is named or nobody holds it.
    var isStoodIn: Bool { post == nil }

    /// Those of them who are not this person: nobody watches over themselves. Where that leaves nobody, the
    /// administrators who are not.
    func others(than person: String?, _ offices: Offices) throws -> [Subject] {
        let others = people.filter { $0.id != person }
        return others.isEmpty ? try offices.administrators().filter { $0.id != person } : others
    }
}

/// The posts and lines of a day, asked for who answers.
struct Offices {
    let shelf: RecordShelf
    let day: Day

    init(_ tx: Transaction, _ registry: Registry, on day: Day) {
        shelf = RecordShelf(tx, registry)
        self.day = day
    }

    /// Whoever answers for a restricted room.
    func responsible(forRoom room: String, posts: [String: String]) throws -> Responsible {
        try responsible(oneOf: [posts[room]].compactMap(\.self))
    }

    /// Whoever answers for a post: the holder of the post that manages it.
    func responsible(forPost post: String) throws -> Responsible { try responsible(oneOf: managers(of: post)) }

    private func responsible(oneOf posts: [String]) throws -> Responsible {
        for id in posts {
            let people = try holders(of: id)
            if !people.isEmpty, let post = try shelf.subject(id) { return Responsible(post: post, people: people) }
        }
        return Responsible(post: nil, people: try administrators())
    }

    /// Who holds a post today.
    func holders(of post: String) throws -> [Subject] {
        try appointments(to: post).compactMap { $0.text("person") }.compactMap { try shelf.subject($0) }
    }

    /// The appointments to a post that hold today, with a name.
    func appointments(to post: String) throws -> [Record] {
        guard try shelf.versions(of: post).contains(where: { $0.period.holds(on: day) }) else { return [] }
        return try shelf.records(of: Appointment.kind, where: "post", is: post).filter {
            $0.period.holds(on: day) && $0.text("status") != "vacant" && $0.text("person") != nil
        }
    }

    /// The administrators in place of those who could not be told, less this person; none who were among them.
    func administrators(inPlaceOf people: [Subject], than person: String?) throws -> [Subject] {
        let tried = Set(people.map(\.id))
        return try administrators().filter { $0.id != person && !tried.contains($0.id) }
    }

    /// Who administers the service today.
    func administrators() throws -> [Subject] {
        var seen: Set<String> = []
        return try shelf.records(of: Post.kind, where: "access", is: Role.administrator.rawValue)
            .filter { $0.period.holds(on: day) }.flatMap { try holders(of: $0.id) }
            .filter { seen.insert($0.id).inserted }
    }

    /// The posts that manage a post today.
    private func managers(of post: String) throws -> [String] { try lines("post", post).compactMap { $0.text("to") } }

    /// The posts that a post manages today, and that give a role.
    func managed(by post: String) throws -> [Subject] {
        try lines("to", post).compactMap { $0.text("post") }.filter { try !roles(of: $0).isEmpty }
            .compactMap { try shelf.subject($0) }
    }

    private func lines(_ end: String, _ post: String) throws -> [Record] {
        try shelf.records(of: Line.kind, where: end, is: post).filter {
            $0.period.holds(on: day) && Line($0).type == "management" && Line($0).standing == .holds
        }
    }

    /// What the holder of a post may be today.
    func roles(of post: String) throws -> Set<Role> {
        try shelf.versions(of: post).filter { $0.period.holds(on: day) }.reduce(into: []) {
            $0.formUnion(Post($1).access)
        }
    }
}
