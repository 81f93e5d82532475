import Arrangements
import Kernel
import Ledger
import Partners
import Records
import Store
import Synchronization

/// One database's registers that somebody asked about, by body, each kept until a fact speaks of a meeting, a line of a
/// register or a seat.
final class RegisterCache: Sendable {
    private struct Kept {
        let registers: BodyRegisters
        let point: ReadingPoint
    }

    /// Some two megabytes each, with twenty years of monthly meetings of 69 members.
    static let bodiesMax = 40
    private static let kinds: Set = [Meeting.kind.name, RegisterEntry.kind.name, Seat.kind.name]
    private let kept = Mutex<[ID<Body>: Kept]>([:])

    /// As this transaction sees them.
    func registers(of body: ID<Body>, in reading: DayBook, _ tx: Transaction) throws -> BodyRegisters {
        let earlier = kept.withLock { $0[body] }
        if let earlier, let spoken = try tx.spokenOf(since: earlier.point),
            !spoken.contains(where: { Self.kinds.contains($0.kind) })
        {
            // From here on there is less to go through.
            if !spoken.isEmpty { keep(earlier.registers, of: body, at: try tx.readingPoint()) }
            return earlier.registers
        }
        let point = try tx.readingPoint()
        let registers = try BodyRegisters(
            of: body, meetings: try reading.meetings(of: body), seats: try reading.everySeat(of: body), in: tx)
        keep(registers, of: body, at: point)
        return registers
    }

    private func keep(_ registers: BodyRegisters, of body: ID<Body>, at point: ReadingPoint) {
        kept.withLock { kept in
            if kept[body] == nil, kept.count >= Self.bodiesMax, let any = kept.keys.randomElement() {
                kept[any] = nil
            }
            kept[body] = Kept(registers: registers, point: point)
        }
    }
}

extension DayBook {
    /// A body's registers: those that are kept, unless a scenario is laid over what is held.
    func registers(of body: ID<Body>, keptIn cache: RegisterCache, _ tx: Transaction) throws -> BodyRegisters {
        if shelf is RecordShelf { return try cache.registers(of: body, in: self, tx) }
        let meetings = try meetings(of: body)
        return BodyRegisters(
            meetings: meetings,
            entries: try standing(RegisterEntry.kind, where: "meeting", isAnyOf: meetings.map(\.id.text)),
            seats: try everySeat(of: body))
    }

    fileprivate func meetings(of body: ID<Body>) throws -> [Meeting] {
        try shelf.nouns(Meeting.self, where: "body", is: body.text)
    }

    /// Every version of them.
    fileprivate func everySeat(of body: ID<Body>) throws -> [Seat] {
        try shelf.records(of: Seat.kind, where: "body", is: body.text).map(Seat.init)
    }
}
