import Arrangements
public import Kernel
import Partners
import Places
public import Records

/// A synthetic city's arrangements, the same for the same seed, at the size that `bin/bench` measures.
///
/// Nobody in it exists. Most of it is healthy; a known share is not, so that the check has something to say.
public struct SampleTrust: Sendable {
    /// How many of each kind; everything else follows from these.
    public struct Scale: Sendable {
        public var organisations = 2_000
        public var posts = 20_000
        public var bodies = 1_500
        public var seats = 30_000
        public var attendances = 40_000

        public init() {}

        /// The same city at a fraction of the size, never less than one of anything. `percent` is 1 to 100.
        public static func percent(_ percent: Int) -> Scale {
            var scale = Scale()
            scale.organisations = max(20, scale.organisations * percent / 100)
            scale.posts = max(40, scale.posts * percent / 100)
            scale.bodies = max(10, scale.bodies * percent / 100)
            scale.seats = max(40, scale.seats * percent / 100)
            scale.attendances = max(40, scale.attendances * percent / 100)
            return scale
        }
    }

    public static let firstDay = Day(2000, 1, 1) ?? Day(number: 10_957)
    /// The day the sample is meant to be asked about.
    public static let lastDay = Day(2009, 12, 31) ?? Day(number: 14_609)

    let scale: Scale
    var random: SeededRandom
    var records: [Record] = []

    public init(seed: UInt64, scale: Scale = Scale()) {
        self.scale = scale
        random = SeededRandom(seed: seed)
    }

    /// Every record, grouped by kind.
    public mutating func make() -> Book {
        records = []
        records.reserveCapacity(
            scale.posts * 3 + scale.seats + scale.attendances + scale.bodies * 5 + scale.organisations)
        makeState()
        makeAreas()
        makeOrganisations()
        makeFunctions()
        makePosts()
        makeBodies()
        makeSeats()
        makeAttendance()
        return Book(records)
    }

    mutating func add(
        _ kind: Kind, _ id: String, _ fields: [String: Value], from: Day? = SampleTrust.firstDay, until: Day? = nil
    ) {
        let values = kind.fields.map { fields[$0.name] ?? .none }
        let period = Period(trusting: from, until: until, attested: nil)
        records.append(Record(kind, id: id, period: period, sources: [Citation("Sample", kind.name)], values: values))
    }
}

/// A small, fast, repeatable generator (SplitMix64), so that a seed gives one city everywhere.
public struct SeededRandom: RandomNumberGenerator, Sendable {
    private var state: UInt64

    public init(seed: UInt64) { state = seed }

    public mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    /// A whole number from 0 up to, and not including, `bound`.
    public mutating func below(_ bound: Int) -> Int { Int(next() % UInt64(max(1, bound))) }

    public mutating func oneIn(_ times: Int) -> Bool { below(times) == 0 }
}
