public import Arrangements
public import Kernel
public import Records
import Store

/// The registers of one body's meetings as they stand, in a form that is quick to count up to any day: twenty years of
/// them are tens of thousands of lines.
public struct BodyRegisters: Sendable {
    /// What one line says of a member's place. Words stand for themselves by where they are in `words`.
    struct Line: Sendable {
        let seat: Int
        let organisation: Int
        let sector: Int
        let seniority: Int
        let number: Int
        let isThere: Bool
    }

    /// A meeting that was not cancelled, with its members' lines.
    struct Register: Sendable {
        let meeting: ID<Meeting>
        let on: Day
        let isMonthOnly: Bool
        let lines: [Line]
        /// Whether it says something of every place that a member held that day.
        let isWhole: Bool
    }

    /// The earliest first; only those that have lines.
    let registers: [Register]
    /// Identifiers of seats and organisations, sectors and grades; the first is what a line does not say.
    let words: [String]

    /// - Parameters:
    ///   - meetings: a body's, as they stand.
    ///   - entries: the lines of their registers.
    ///   - seats: every version of the body's seats, by which a register is known to be whole.
    public init(meetings: [Meeting], entries: [Record], seats: [Seat]) {
        var builder = Builder()
        for entry in entries.map(RegisterEntry.init) where entry.isMember {
            builder.add(
                to: entry.meeting, seat: entry.seat.text, organisation: entry.record.text("organisation"),
                sector: entry.record.text("sector"), seniority: entry.record.text("seniority"), number: entry.number,
                isThere: entry.isThere)
        }
        self = builder.finish(meetings, seats)
    }

    private init(_ registers: [Register], _ words: [String]) { (self.registers, self.words) = (registers, words) }
}

extension BodyRegisters {
    /// The same from the database, without making a record of every line.
    init(of body: ID<Body>, meetings: [Meeting], seats: [Seat], in tx: Transaction) throws {
        var builder = Builder()
        try tx.each(
            """
            SELECT e.meeting, e.seat, e.organisation, e.sector, e.seniority, e.number, e.state
            FROM meetings_register_entry e
            WHERE e.meeting IN (SELECT id FROM meetings_meeting WHERE body = \(body.text)) AND e.until_day IS NULL
                AND e.role IN \(list: Table.memberRoles.sorted())
                AND NOT EXISTS (
                    SELECT 1 FROM meetings_register_entry later WHERE later.id = e.id AND later.version > e.version)
            """
        ) { row in
            builder.add(
                to: ID(row.text(0)), seat: row.text(1), organisation: row.optionalText(2),
                sector: row.optionalText(3), seniority: row.optionalText(4), number: row.optionalInteger(5) ?? 1,
                isThere: RegisterEntry.isThere(row.text(6)))
        }
        self = builder.finish(meetings, seats)
    }

    private struct Builder {
        private var words = [""]
        private var places = ["": 0]
        private var lines: [ID<Meeting>: [Line]] = [:]

        mutating func add(
            to meeting: ID<Meeting>, seat: String, organisation: String?, sector: String?, seniority: String?,
            number: Int, isThere: Bool
        ) {
            let line = Line(
                seat: place(seat), organisation: place(organisation), sector: place(sector),
                seniority: place(seniority), number: number, isThere: isThere)
            lines[meeting, default: []].append(line)
        }

        private mutating func place(_ word: String?) -> Int {
            guard let word else { return 0 }
            if let place = places[word] { return place }
            words.append(word)
            places[word] = words.count - 1
            return words.count - 1
        }

        func finish(_ meetings: [Meeting], _ seats: [Seat]) -> BodyRegisters {
            let members = seats.filter { $0.isMember && $0.standing == "filled" }
            let registers = meetings.filter { !$0.isCancelled }.sorted { ($0.on, $0.id) < ($1.on, $1.id) }.compactMap {
                meeting in
                lines[meeting.id].map { lines in
                    Register(
                        meeting: meeting.id, on: meeting.on, isMonthOnly: meeting.isMonthOnly, lines: lines,
                        isWhole: isWhole(lines, members, on: meeting.on))
                }
            }
            return BodyRegisters(registers, words)
        }

        private func isWhole(_ lines: [Line], _ members: [Seat], on day: Day) -> Bool {
            var said = [Int](repeating: 0, count: words.count)
            for line in lines { said[line.seat] += line.number }
            return members.allSatisfy { seat in
                guard seat.record.period.holds(on: day) else { return true }
                return places[seat.id.text].map { said[$0] >= seat.number } ?? false
            }
        }
    }
}
