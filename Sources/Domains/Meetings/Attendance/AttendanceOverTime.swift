public import Kernel

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
        public let firstAsked: Day
        public var percent: Int { places == 0 ? 0 : there * 100 / places }
    }

    /// By what shares are told apart.
    public enum Grouping: String, Sendable, CaseIterable { case seat, organisation, sector, seniority }

    /// The earliest first.
    public let sittings: [Sitting]
    /// Meetings whose registers leave out a member: of these nobody can tell how many came, so they are not counted.
    public let partial: Int
    private let counted: [BodyRegisters.Register]
    private let words: [String]

    /// - Parameter day: meetings after it are not counted.
    public init(_ kept: BodyRegisters, until day: Day) {
        let held = kept.registers.prefix { $0.on <= day }
        counted = held.filter(\.isWhole)
        partial = held.count - counted.count
        words = kept.words
        sittings = counted.map { register in
            Sitting(
                meeting: register.meeting, on: register.on, isMonthOnly: register.isMonthOnly,
                members: register.lines.reduce(0) { $0 + $1.number },
                there: register.lines.reduce(0) { $0 + ($1.isThere ? $1.number : 0) })
        }
    }

    /// Shares by something each line says, the lowest first. Lines that do not say it are told together, under "".
    public func shares(by grouping: Grouping) -> [Share] {
        let word: KeyPath<BodyRegisters.Line, Int> & Sendable =
            switch grouping {
            case .seat: \.seat
            case .organisation: \.organisation
            case .sector: \.sector
            case .seniority: \.seniority
            }
        var shares = [Share?](repeating: nil, count: words.count)
        for register in counted {
            for line in register.lines {
                let place = line[keyPath: word]
                var share = shares[place] ?? Share(key: words[place], firstAsked: register.on)
                share.places += line.number
                if line.isThere {
                    share.there += line.number
                    share.lastCame = register.on
                }
                shares[place] = share
            }
        }
        return shares.compactMap(\.self).sorted { ($0.percent, $0.key) < ($1.percent, $1.key) }
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
