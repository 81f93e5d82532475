import Arrangements
public import Kernel
import Partners
public import Records

/// Who was at a table at one moment, with the right to decide there: from the register and the declarations.
public struct WhoWasThere: Sendable {
    /// Whether the register has been taken at all; without it nothing is known.
    public let isTaken: Bool
    /// Members there at the moment, who may vote on the item, each counted as often as their line says.
    public let members: [RegisterEntry]
    /// How many members the terms of reference in force that day ask for; nil where they do not say.
    public let quorum: Int?

    /// Whether some of them came late or left early, so that it matters when something was decided.
    public let cameAndWent: Bool

    public var count: Int { members.reduce(0) { $0 + $1.number } }
    /// Nil where nobody can tell.
    public var isQuorate: Bool? { isTaken ? quorum.map { count >= $0 } : nil }

    /// - Parameters:
    ///   - time: nil for the beginning; then everybody who came is taken to be there.
    ///   - item: those who left the room for it neither count nor vote.
    public init(at meeting: Meeting, time: ClockTime?, item: ID<AgendaItem>? = nil, on shelf: any Shelf) throws {
        let entries = try shelf.records(of: RegisterEntry.kind, where: "meeting", is: meeting.id.text).standing
            .map(RegisterEntry.init)
        isTaken = !entries.isEmpty
        cameAndWent = entries.contains { $0.isMember && ($0.arrived != nil || $0.left != nil) }
        let gone =
            try item.map { item in
                Set(
                    try shelf.records(of: Declaration.kind, where: "item", is: item.text).standing.map(Declaration.init)
                        .filter(\.leftRoom).map(\.seat))
            } ?? []
        let type = try shelf.versions(of: meeting.body.text).last?.text("type") ?? ""
        let remoteCounts = MeetingLaw.remoteCounts(type, on: meeting.on)
        let sitting = SittingTime(begins: meeting.time)
        members = entries.filter { entry in
            entry.isMember && entry.isThere(at: time, of: sitting) && !gone.contains(entry.seat)
                && (remoteCounts || !entry.isRemote)
        }
        quorum = try shelf.records(of: Terms.kind, where: "body", is: meeting.body.text)
            .first { $0.period.holds(on: meeting.on) }.flatMap { Terms($0).quorum }
    }

    public func has(_ seat: String) -> Bool { members.contains { $0.seat.text == seat } }
}
