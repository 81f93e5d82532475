import Foundation
import Jobs
import Kernel
import Ledger
import Partners
import Records
import Store

/// Has a meeting's packs made in the background, for the public and for the table.
struct AskForPack: Sendable {
    let meeting: String

    func perform(by hand: Hand, in tx: Transaction) throws {
        let record = try hand.last(Meeting.kind, meeting, in: tx)
        try hand.caller.must(.changeMeetings, under: hand.policy)
        for audience in Pack.Audience.allCases {
            try Pack.ask(meeting, audience, at: hand.now, in: tx)
        }
        let subject = Subject(kind: Meeting.kind.name, id: record.id, name: record.id)
        try tx.record(
            Fact("meetings.pack-asked", about: subject, "The packs of \(record.id) were asked for"), by: hand.caller,
            at: hand.now)
    }
}

/// What the job needs to know.
struct PackTask: Codable, Sendable {
    let meeting: String
    let audience: String
    /// The day as which everything is read.
    let on: String
}

extension Pack {
    /// Puts it on the list, and notes when: what is asked for while it is being made is made once more after.
    static func ask(_ meeting: String, _ audience: Audience, at now: Date, in tx: Transaction) throws {
        let task = PackTask(meeting: meeting, audience: audience.rawValue, on: "\(Day(inEnglandAt: now))")
        let payload = String(decoding: try JSONEncoder().encode(task), as: UTF8.self)
        // By name, so that a button pressed twice asks for one.
        let name: ID<Job> = ID("pack-\(jobName(meeting, audience))")
        try tx.ask(for: Job(MakePack.kindName, payload), named: name, revivingGivenUp: true, at: now)
        try put(meeting, audience, .asked, "It will be begun in a moment", at: now, in: tx)
        try tx.run(
            """
            UPDATE meetings_pack SET asked_at = \(now)
            WHERE meeting = \(meeting) AND audience = \(audience.rawValue)
            """)
    }

    /// When it was last asked for, where that was after a moment.
    static func askedAgain(
        _ meeting: String, _ audience: Audience, since moment: Date, in tx: Transaction
    ) throws -> Date? {
        try tx.one(
            """
            SELECT asked_at FROM meetings_pack
            WHERE meeting = \(meeting) AND audience = \(audience.rawValue) AND asked_at > \(moment)
            """)?.optionalInstant(0)
    }

    /// Short enough for an identifier, and the same each time.
    static func jobName(_ meeting: String, _ audience: Audience) -> String {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for byte in meeting.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
        return "\(String(hash, radix: 16))-\(audience.rawValue)"
    }
}
