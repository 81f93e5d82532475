public import Kernel
public import Records

/// One thing as it stood on a day, with the record that says so.
@dynamicMemberLookup
public struct Held<N: Noun>: Sendable {
    public let noun: N
    public let record: Record

    public init(_ record: Record) {
        noun = N(record)
        self.record = record
    }

    public subscript<T>(dynamicMember path: KeyPath<N, T>) -> T { noun[keyPath: path] }
}

extension Record {
    /// Whether it says that something is so, rather than that it is lacking or that it should be so.
    public var isFact: Bool { provenance != .absence && provenance != .proposed && provenance != .concern }

    /// Whether the line, seat or responsibility it tells of holds: as it says itself, or as its provenance implies.
    public var standing: Standing {
        if let said = text("standing").flatMap(Standing.init(rawValue:)), said != .holds { return said }
        switch provenance {
        case .absence, .proposed, .concern: return .lacking
        case .unclear: return .unclear
        case .stated, .figure, .assumption: return .holds
        }
    }

    /// The first day on which it is known to hold; nil when no source gives one.
    public var knownSince: Day? { period.from ?? period.attested }
}

/// Everything of one kind on one day.
public struct Roll<N: Noun>: Sendable {
    /// What certainly held.
    public let current: [Held<N>]
    /// Things said not to be there, or only proposed; empty for statements, whose standing says as much.
    public let denied: [Held<N>]
    /// What had ended by that day with nothing in its place: evidence that speaks of an earlier time.
    public let lapsed: [Held<N>]
    private let positions: [String: Int]
    private let ended: Set<String>

    /// Posts, bodies and other things: one said to be lacking, or only proposed, is not there.
    public static func things(in book: Book, on day: Day) -> Roll { Roll(book, day) { $0.isFact } }

    /// Lines, seats, figures and other statements: all of them, since "it is lacking" is a statement too.
    public static func statements(in book: Book, on day: Day) -> Roll { Roll(book, day) { _ in true } }

    /// Figures, counts, judgements and limits: what is only proposed was not counted, judged or set.
    public static func evidence(in book: Book, on day: Day) -> Roll { Roll(book, day) { $0.provenance != .proposed } }

    private init(_ book: Book, _ day: Day, isThere: (Record) -> Bool) {
        var current: [Held<N>] = [], denied: [Held<N>] = [], lapsed: [Held<N>] = []
        let records = Self.inOrder(book.all(N.kind.name))
        var index = 0
        while index < records.count {
            let id = records[index].id
            var holding: Int?, ended: Int?
            while index < records.count, records[index].id == id {
                let period = records[index].period
                if period.holds(on: day) { holding = index }
                if let until = period.until, until <= day { ended = index }
                index += 1
            }
            if let holding {
                let held = Held<N>(records[holding])
                if isThere(held.record) { current.append(held) } else { denied.append(held) }
            } else if let ended {
                lapsed.append(Held(records[ended]))
            }
        }
        self.current = current
        self.denied = denied
        self.lapsed = lapsed
        var positions: [String: Int] = [:]
        positions.reserveCapacity(current.count)
        for (position, held) in current.enumerated() { positions[held.record.id] = position }
        self.positions = positions
        self.ended = Set(lapsed.map(\.record.id))
    }

    /// By identifier, whatever order files gave them in: the same facts give the same findings in the same words.
    private static func inOrder(_ records: [Record]) -> [Record] {
        let isInOrder = zip(records, records.dropFirst()).allSatisfy { ($0.id, $0.version) <= ($1.id, $1.version) }
        return isInOrder ? records : records.sorted { ($0.id, $0.version) < ($1.id, $1.version) }
    }

    /// Whether a thing is known to have ended by the day: what is said to lead to it leads nowhere any more.
    public func hasEnded(_ id: String) -> Bool { ended.contains(id) }

    public subscript(id: String) -> Held<N>? { positions[id].map { current[$0] } }

    /// Those that hold, by what `key` says of each, in the order of the book.
    /// - Parameter stands: Leaves out what leads to a thing that has ended.
    public func grouped(
        where stands: (N) -> Bool = { _ in true }, by key: (N) -> String
    ) -> [String: [Held<N>]] { Dictionary(grouping: current.filter { stands($0.noun) }) { key($0.noun) } }

    /// Those that have lapsed, by what `key` says of each.
    public func lapsed(by key: (N) -> String) -> [String: [Held<N>]] { Dictionary(grouping: lapsed) { key($0.noun) } }
}
