import Kernel
import Meetings
import Partners
import Records

/// A line of the list: a declaration whose details are withheld, and whether they are held here.
struct InterestLine: Sendable {
    let declaration: String
    let name: String
    /// The day of the meeting.
    let on: Day
    let isHeld: Bool

    static func all(in reading: DayBook) throws -> [InterestLine] {
        try WithheldDeclaration.all(on: reading.shelf).map { withheld in
            let id = withheld.declaration.id.text
            let held = try reading.shelf.standing(SensitiveInterest.kind, where: "declaration", is: id)
            return InterestLine(
                declaration: id, name: try reading.name(of: id), on: withheld.meeting.on, isHeld: !held.isEmpty)
        }
    }
}

/// One sensitive interest, with the names of what it points at.
struct InterestView: Sendable {
    let interest: SensitiveInterest
    let name: String
    let declaration: String
    let member: String

    /// Nil where none stands.
    init?(_ id: String, in reading: DayBook) throws {
        guard let record = try reading.versions(of: id).standing.first,
            record.kind.name == SensitiveInterest.kind.name
        else { return nil }
        try self.init(record, in: reading)
    }

    private init(_ record: Record, in reading: DayBook) throws {
        interest = SensitiveInterest(record)
        name = try reading.name(of: record.id)
        declaration = try reading.name(of: interest.declaration.text)
        member = try reading.name(of: interest.person.text)
    }

    /// A person's own.
    static func all(of person: String, in reading: DayBook) throws -> [InterestView] {
        try reading.shelf.standing(SensitiveInterest.kind, where: "person", is: person)
            .map { try InterestView($0, in: reading) }
    }

    var subject: Subject { Subject(kind: SensitiveInterest.kind.name, id: interest.id.text, name: name) }

    /// What a field says, or why nobody can read it any more.
    func said(_ field: String) -> String {
        if case .withheld(let why) = interest.record[field] { return why.words }
        return interest.record.text(field) ?? ""
    }
}
