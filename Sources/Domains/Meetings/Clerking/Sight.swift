import Arrangements
import Kernel
import Partners
import Records

/// How far somebody may look into a body's business.
struct Sight: Sendable, Equatable {
    /// Whether they keep the record.
    let isClerk: Bool
    /// Whether they read what is exempt or not yet published: those who keep the record, the director, the monitoring
    /// officer, and whoever has a seat at the table, observers apart. Ours: the law says who must be kept out, and not
    /// who else may come in.
    let isWhole: Bool
    /// Whether they sit at the table.
    let isAtTable: Bool
    /// Whether they may approve what others wrote: those who keep the record or read all of it by their role, and
    /// members. A formal attendee or an adviser is no member (domain rules 0.4).
    let mayApprove: Bool
    /// The day it is: what is published on a later one is not open yet.
    let today: Day

    /// - Parameter today: the day it is, and not the day asked about: who sat at the table once sits there no more.
    init(of caller: Caller, under policy: Policy, into body: ID<Body>, today: Day, _ shelf: any Shelf) throws {
        self.today = today
        isClerk = caller.may(.changeMeetings, under: policy)
        let seats = try Self.seats(of: caller, at: body, on: today, shelf)
        isAtTable = !seats.isEmpty
        isWhole = caller.may(.seeMeetings, under: policy) || isAtTable
        mayApprove = caller.may(.seeMeetings, under: policy) || seats.contains { Seat($0).isMember }
    }

    /// Whether what is published on a day is open to everybody.
    func isOut(_ published: Day?) -> Bool { published.map { $0 <= today } ?? false }

    /// The grants say that a seat gives them a role; the seat itself says as what they sit.
    private static func seats(
        of caller: Caller, at body: ID<Body>, on day: Day, _ shelf: any Shelf
    ) throws -> [Record] {
        // A program's token reaches no further than its scopes.
        guard let person = caller.person, caller.scopes?.contains(.seeMeetings) ?? true,
            caller.grants.contains(where: { $0.from.id == body.text })
        else { return [] }
        let posts = try shelf.records(of: Appointment.kind, where: "person", is: person)
            .filter { $0.period.holds(on: day) }.compactMap { $0.text("post") }
        return try shelf.records(of: Seat.kind, where: "body", is: body.text).filter { record in
            record.period.holds(on: day) && record.text("role") != "observer"
                && (record.text("person") == person || record.text("post").map(posts.contains) ?? false)
        }
    }
}
