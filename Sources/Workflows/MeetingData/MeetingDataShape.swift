import Kernel
import Records

/// What one file of a council's meeting data is about, and the names its columns may have.
enum MeetingDataShape: String, CaseIterable, Sendable {
    case committees, membership, meetings, attendance

    /// One thing that a row says.
    struct Column: Sendable {
        /// As our documents call it.
        let name: String
        let isRequired: Bool
        /// What councils head it with, folded. The first is ours.
        let headings: [String]

        init(_ name: String, required: Bool = false, _ others: String...) {
            self.name = name
            isRequired = required
            headings = ([name] + others).map(Folding.folded)
        }
    }

    var columns: [Column] {
        switch self {
        case .committees: [Self.committee(alsoName: true), Self.type, Self.from, Self.until]
        case .membership: [Self.committee(), Self.member, Self.role, Self.from, Self.until]
        case .meetings:
            [
                Self.committee(), Self.date, Self.time,
                Column("place", "venue", "location", "meeting place", "meeting venue", "room"),
                Column("status", "meeting status", "state"),
                Column("reason", "cancellation reason", "reason for cancellation"),
            ]
        case .attendance:
            [
                Self.committee(), Self.date, Self.time, Self.member,
                Column(
                    "attendance", required: true, "attended", "present", "status", "attendance status",
                    "attendance type"),
                Column("substitute", "substituted by", "substitute name", "name of substitute", "represented by"),
            ]
        }
    }

    private static func committee(alsoName: Bool = false) -> Column {
        let headings = ["committee name", "committee title", "body", "body name", "board", "meeting body"]
        return Column("committee", required: true, all: headings + (alsoName ? ["name", "title"] : []))
    }

    private static let member = Column(
        "member", required: true, "member name", "councillor", "councillor name", "name", "full name", "person",
        "attendee")
    private static let role = Column("role", "position", "membership role", "office", "member role", "membership type")
    private static let type = Column("type", "committee type", "body type", "classification")
    private static let date = Column(
        "date", required: true, "meeting date", "date of meeting", "meeting date time", "date time", "datetime", "start"
    )
    private static let time = Column("time", "start time", "meeting time", "time of meeting")
    private static let from = Column(
        "from", "start", "start date", "date from", "appointed", "appointed from", "member from", "member since",
        "valid from",
        "established")
    private static let until = Column(
        "until", "end", "end date", "date to", "to", "appointed to", "member to", "member until", "valid to", "ended",
        "dissolved")

    /// What a heading says that it is about. The one that asks for most is tried first, so that a register is not taken
    /// for a list of meetings.
    static func of(_ heading: [String]) -> MeetingDataShape? {
        let folded = Set(heading.map(Folding.folded))
        let inTurn: [MeetingDataShape] = [.attendance, .membership, .meetings, .committees]
        return inTurn.first { shape in
            shape.columns.filter(\.isRequired).allSatisfy { column in column.headings.contains(where: folded.contains) }
        }
    }

    /// Which heading stands for which of our columns.
    /// - Throws: when two could stand for one.
    func map(_ heading: [String]) throws(MeetingDataFault) -> [String: String] {
        var map: [String: String] = [:]
        for column in columns {
            let found = heading.filter { column.headings.contains(Folding.folded($0)) }
            guard found.count <= 1 else {
                throw MeetingDataFault(
                    "\(found.joined(separator: " and ")) could each be the \(column.name): take one of the columns away"
                )
            }
            map[column.name] = found.first
        }
        return map
    }
}

extension MeetingDataShape.Column {
    fileprivate init(_ name: String, required: Bool, all others: [String]) {
        self.name = name
        isRequired = required
        headings = ([name] + others).map(Folding.folded)
    }
}

/// Why a row, or a file, is not taken.
struct MeetingDataFault: Error, Equatable {
    let why: String
    init(_ why: String) { self.why = why }
}
