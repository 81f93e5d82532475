import Arrangements
public import Identity
public import Kernel
import Partners
public import Records
public import Store

/// What a person may do here, read from what the rooms hold of them on a day: the posts they are appointed to, and the
/// seats that they or their posts have. There is no other list.
public enum ReadStanding {
    /// Nil when no such person is held.
    public static func of(_ person: String, on day: Day, _ registry: Registry, in tx: Transaction) throws
        -> PersonStanding?
    {
        let shelf = RecordShelf(tx, registry)
        guard let subject = try shelf.subject(person), subject.kind == Person.kind.name else { return nil }
        let appointments = try shelf.records(of: Appointment.kind, where: "person", is: person).filter {
            $0.period.holds(on: day) && $0.text("status") != "vacant"
        }
        var grants: [Grant] = [], posts: [(id: String, until: Day?)] = []
        for appointment in appointments {
            guard let post = appointment.text("post"),
                let record = try shelf.versions(of: post).first(where: { $0.period.holds(on: day) })
            else { continue }
            let until = [appointment.period.until, record.period.until].compactMap(\.self).min()
            posts.append((post, until))
            let name = shelf.name(of: record), from = Subject(kind: Post.kind.name, id: post, name: name)
            grants += Post(record).access.sorted { $0.rawValue < $1.rawValue }.map {
                Grant($0, from: from, because: "hold the post \(name)", until: until)
            }
        }
        grants += try seats(of: person, posts, shelf, on: day)
        return PersonStanding(name: subject.name, grants: grants)
    }

    private static func seats(
        of person: String, _ posts: [(id: String, until: Day?)], _ shelf: RecordShelf, on day: Day
    )
        throws -> [Grant]
    {
        let own = try shelf.records(of: Seat.kind, where: "person", is: person).map { ($0, Day?.none) }
        let byPost = try posts.flatMap { post in
            try shelf.records(of: Seat.kind, where: "post", is: post.id).map { ($0, post.until) }
        }
        return try (own + byPost).compactMap { record, postUntil -> Grant? in
            let seat = Seat(record)
            guard record.period.holds(on: day), seat.standing == "filled",
                let body = try shelf.versions(of: seat.body.text).first(where: { $0.period.holds(on: day) })
            else { return nil }
            let until = [record.period.until, postUntil, body.period.until].compactMap(\.self).min()
            let name = shelf.name(of: body)
            let role = Seat.roles.label(of: seat.role).lowercased()
            return Grant(
                .member, from: Subject(kind: Body.kind.name, id: body.id, name: name),
                because: "sit on \(name) as \(role)", until: until)
        }
    }
}
