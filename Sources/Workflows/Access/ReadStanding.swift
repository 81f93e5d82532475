import Arrangements
import Foundation
public import Identity
public import Kernel
import Oversight
import Partners
public import Records
public import Store

/// What a person may do here, read from what the rooms hold of them on a day: the posts they are appointed to, and the
/// seats that they or their posts have. There is no other list.
public enum ReadStanding {
    /// - Parameter rooms: the posts that answer for restricted rooms, by room.
    /// - Returns: nil when no such person is held.
    public static func of(
        _ person: String, on day: Day, _ registry: Registry, answering rooms: [String: String] = [:],
        in tx: Transaction
    ) throws -> PersonStanding? {
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
        grants += try answers(posts, rooms, Offices(tx, registry, on: day))
        grants += try seats(of: person, posts, shelf, on: day)
        // Who has no role any more has none of what was opened to them in it.
        if grants.isEmpty { return PersonStanding(name: subject.name, grants: []) }
        // Those of other days are not theirs today; those that have ended since are told by the clock.
        let midnight = Date(timeIntervalSince1970: Double(day.number) * 86_400)
        grants += try tx.openings(of: person, after: midnight.addingTimeInterval(-86_400))
            .filter { $0.madeAt < midnight.addingTimeInterval(2 * 86_400) }.map(\.grant)
        return PersonStanding(name: subject.name, grants: grants)
    }

    /// What the posts that somebody holds answer for: restricted rooms, and posts below that give a role.
    private static func answers(
        _ posts: [(id: String, until: Day?)], _ rooms: [String: String], _ offices: Offices
    ) throws -> [Grant] {
        try posts.compactMap { post, until -> Grant? in
            guard let subject = try offices.shelf.subject(post) else { return nil }
            let own = rooms.filter { $0.value == post }.keys.sorted()
            let below = try offices.managed(by: post).map(\.name)
            guard let first = own.first ?? below.first else { return nil }
            let what = own.isEmpty ? "which manages \(first)" : "which answers for \(own.joined(separator: " and "))"
            return Grant(
                .responsible, from: subject, because: "hold the post \(subject.name), \(what)", until: until)
        }
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
