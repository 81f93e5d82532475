import Arrangements
import Kernel
import Partners
import Records

/// Somebody who is written to about the business of meetings.
public struct Addressee: Sendable, Equatable {
    /// Their identifier in the records.
    public let person: String
    public let name: String
    public let email: String

    /// Nil where no address of theirs is held.
    init?(_ person: String, _ shelf: any Shelf) throws {
        guard let record = try shelf.versions(of: person).last, let email = record.text("email") else { return nil }
        (self.person, self.email, name) = (person, email, Person(record).name)
    }

    /// Whoever holds a post; nil where nobody does, or no address is held.
    init?(holding post: String, on day: Day, _ shelf: any Shelf) throws {
        let appointment = try shelf.records(of: Appointment.kind, where: "post", is: post)
            .first { $0.period.holds(on: day) && $0.text("status") != "vacant" }
        guard let person = appointment?.text("person") else { return nil }
        try self.init(person, shelf)
    }

    /// Who is told that a matter came to a body: whoever chairs it, and whoever keeps the record of meetings. To a
    /// post, whoever holds it.
    static func receiving(_ to: String, on day: Day, _ shelf: RecordShelf) throws -> [Addressee] {
        guard try shelf.subject(to)?.kind == Body.kind.name else {
            return try [Addressee(holding: to, on: day, shelf)].compactMap(\.self)
        }
        let chairs = try shelf.records(of: Seat.kind, where: "body", is: to)
            .filter { $0.period.holds(on: day) && $0.text("role") == "chair" }
            .compactMap { seat in
                try seat.text("person").flatMap { try Addressee($0, shelf) }
                    ?? seat.text("post").flatMap { try Addressee(holding: $0, on: day, shelf) }
            }
        let clerks = try shelf.records(of: Post.kind, where: "access", is: Role.clerk.rawValue)
            .filter { $0.period.holds(on: day) }.compactMap { try Addressee(holding: $0.id, on: day, shelf) }
        var seen: Set<String> = []
        return (chairs + clerks).filter { seen.insert($0.person).inserted }
    }
}
