import Arrangements
import Kernel
import Partners
import Records

/// How far somebody may look into a body's business.
struct Sight: Sendable, Equatable {
    /// Whether they keep the record.
    let isClerk: Bool
    /// Whether they read what is exempt or not yet published: those who keep the record, the director, and whoever has
    /// a seat at the table, observers apart. Ours: the law says who must be kept out, and not who else may come in.
    let isWhole: Bool
    /// Whether they sit at the table.
    let isAtTable: Bool

    static let open = Sight(isClerk: false, isWhole: false, isAtTable: false)

    init(isClerk: Bool, isWhole: Bool, isAtTable: Bool) {
        (self.isClerk, self.isWhole, self.isAtTable) = (isClerk, isWhole, isAtTable)
    }

    init(of caller: Caller, under policy: Policy, into body: ID<Body>, on day: Day, _ shelf: any Shelf) throws {
        isClerk = caller.may(.changeMeetings, under: policy)
        isAtTable = try Self.sits(caller, at: body, on: day, shelf)
        isWhole = caller.may(.seeMeetings, under: policy) || isAtTable
    }

    /// The grants say that a seat gives them a role; the seat itself says as what they sit.
    private static func sits(_ caller: Caller, at body: ID<Body>, on day: Day, _ shelf: any Shelf) throws -> Bool {
        guard let person = caller.person, caller.grants.contains(where: { $0.from.id == body.text }) else {
            return false
        }
        let posts = try shelf.records(of: Appointment.kind, where: "person", is: person)
            .filter { $0.period.holds(on: day) }.compactMap { $0.text("post") }
        return try shelf.records(of: Seat.kind, where: "body", is: body.text).contains { record in
            record.period.holds(on: day) && record.text("role") != "observer"
                && (record.text("person") == person || record.text("post").map(posts.contains) ?? false)
        }
    }
}
