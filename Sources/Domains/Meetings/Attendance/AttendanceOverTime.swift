public import Arrangements
public import Kernel
import Partners
public import Records

/// Who came to a body's meetings over time, counted from their registers: members' places, and of them those taken by
/// their holders or substitutes.
public struct AttendanceOverTime: Sendable {
    /// One meeting with a register.
    public struct Sitting: Sendable, Equatable {
        public let meeting: ID<Meeting>
        public let on: Day
        public let isMonthOnly: Bool
        public let members: Int
        public let there: Int
        /// In per cent, rounded down, so that a share just under a threshold is not shown as reaching it.
        public var percent: Int { members == 0 ? 0 : there * 100 / members }
    }

    /// How often the places of one seat, organisation, sector or grade were taken.
    public struct Share: Sendable, Equatable {
        public let key: String
        public var places = 0
        public var there = 0
        public var lastCame: Day?
        public var firstAsked: Day?
        public var percent: Int { places == 0 ? 0 : there * 100 / places }
    }

    /// By what shares are told apart.
    public enum Grouping: String, Sendable, CaseIterable { case seat, organisation, sector, seniority }

    /// The earliest first.
    public let sittings: [Sitting]
    /// Meetings whose registers leave out a member: of these nobody can tell how many came, so they are not counted.
    public let partial: Int
    private let lines: [(on: Day, entry: RegisterEntry)]

    /// - Parameters:
    ///   - meetings: a body's, as they stand.
    ///   - entries: the lines of their registers.
    ///   - seats: every version of the body's seats, by which a register is known to be whole.
    ///   - day: meetings after it are not counted.
    public init(meetings: [Meeting], entries: [Record], seats: [Seat], until day: Day) {
        let held = meetings.filter { !$0.isCancelled && $0.on <= day }.sorted { ($0.on, $0.id) < ($1.on, $1.id) }
        let kept = Dictionary(grouping: entries.map(RegisterEntry.init).filter(\.isMember), by: \.meeting)
        let byMeeting = kept.filter { id, lines in
            guard let meeting = held.first(where: { $0.id == id }) else { return false }
            return Self.isWhole(lines, seats, on: meeting.on)
        }
        partial = held.count { kept[$0.id] != nil && byMeeting[$0.id] == nil }
        sittings = held.compactMap { meeting in
            guard let lines = byMeeting[meeting.id] else { return nil }
            return Sitting(
                meeting: meeting.id, on: meeting.on, isMonthOnly: meeting.isMonthOnly,
                members: lines.reduce(0) { $0 + $1.number },
                there: lines.filter(\.isThere).reduce(0) { $0 + $1.number })
        }
        lines = held.flatMap { meeting in byMeeting[meeting.id, default: []].map { (meeting.on, $0) } }
    }

    /// Whether a register says something of every place that a member held that day.
    private static func isWhole(_ lines: [RegisterEntry], _ seats: [Seat], on day: Day) -> Bool {
        let said = lines.reduce(into: [:]) { $0[$1.seat, default: 0] += $1.number }
        return seats.allSatisfy { seat in
            guard seat.isMember, seat.standing == "filled", seat.record.period.holds(on: day) else { return true }
            return said[seat.id, default: 0] >= seat.number
        }
    }

    /// Shares by something each line says, the lowest first. Lines that do not say it are told together, under "".
    public func shares(by grouping: Grouping) -> [Share] {
        var shares: [String: Share] = [:]
        for (on, entry) in lines {
            let key = grouping == .seat ? entry.seat.text : entry.record.text(grouping.rawValue) ?? ""
            var share = shares[key] ?? Share(key: key)
            share.places += entry.number
            share.firstAsked = min(share.firstAsked ?? on, on)
            if entry.isThere {
                share.there += entry.number
                share.lastCame = max(share.lastCame ?? on, on)
            }
            shares[key] = share
        }
        return shares.values.sorted { ($0.percent, $0.key) < ($1.percent, $1.key) }
    }

    public var isEmpty: Bool { sittings.isEmpty }

    /// The share of members who came to at least half of the meetings that their seats were asked to, in per cent; nil
    /// before there are three meetings to tell by. "Regularly" is ours: P10 4.3.3 does not say what it counts.
    public var regularPercent: Int? {
        guard sittings.count >= 3 else { return nil }
        let seats = shares(by: .seat)
        guard !seats.isEmpty else { return nil }
        return seats.count { $0.percent >= 50 } * 100 / seats.count
    }

    /// Whether it gets better or worse: the last third of the meetings against the first; nil with fewer than six.
    public var trend: String? {
        guard sittings.count >= 6 else { return nil }
        let third = sittings.count / 3
        func share(_ some: some Sequence<Sitting>) -> Int {
            let (there, all) = some.reduce((0, 0)) { ($0.0 + $1.there, $0.1 + $1.members) }
            return all == 0 ? 0 : there * 100 / all
        }
        let change = share(sittings.suffix(third)) - share(sittings.prefix(third))
        return change >= 5 ? "better" : change <= -5 ? "worse" : "steady"
    }
}
