import Kernel
public import Meetings
import Partners
public import Records

/// A declaration whose details are withheld from the public, and the meeting at which it was made.
public struct WithheldDeclaration: Sendable {
    public let declaration: Declaration
    let meeting: Meeting

    /// Nil where there is none, or it withholds nothing, or it no longer stands.
    init?(_ id: String, on shelf: any Shelf) throws {
        guard let record = try shelf.versions(of: id).standing.first, record.kind.name == Declaration.kind.name else {
            return nil
        }
        try self.init(record, on: shelf)
    }

    private init?(_ record: Record, on shelf: any Shelf) throws {
        let declaration = Declaration(record)
        guard declaration.isSensitive,
            let item = try Record.last(declaration.item.text, on: shelf).map(AgendaItem.init),
            let meeting = try Record.last(item.meeting.text, on: shelf).map(Meeting.init)
        else { return nil }
        (self.declaration, self.meeting) = (declaration, meeting)
    }

    /// All of them, those of the latest meeting first.
    static func all(on shelf: any Shelf) throws -> [WithheldDeclaration] {
        try shelf.standing(Declaration.kind, where: "sensitive", is: "true")
            .compactMap { try WithheldDeclaration($0, on: shelf) }
            .sorted { ($1.meeting.on, $0.declaration.id.text) < ($0.meeting.on, $1.declaration.id.text) }
    }

    /// Those of one meeting, in the order of its agenda.
    public static func all(at meeting: String, on shelf: any Shelf) throws -> [WithheldDeclaration] {
        try shelf.nouns(AgendaItem.self, where: "meeting", is: meeting).sorted { $0.number < $1.number }
            .flatMap { try shelf.standing(Declaration.kind, where: "item", is: $0.id.text) }
            .compactMap { try WithheldDeclaration($0, on: shelf) }
    }

    /// Who sat in the seat that declared it on the day of the meeting: by name, or by the post that the seat is for.
    func members(on shelf: any Shelf) throws -> [String] {
        let day = meeting.on
        var members: [String] = []
        for seat in try shelf.versions(of: declaration.seat.text) where seat.period.held(on: day) != .no {
            if let person = seat.text("person") { members.append(person) }
            guard let post = seat.text("post") else { continue }
            members += try shelf.records(of: Appointment.kind, where: "post", is: post)
                .filter { $0.period.held(on: day) != .no }.compactMap { $0.text("person") }
        }
        var seen: Set<String> = []
        return members.filter { seen.insert($0).inserted }
    }
}
