import Arrangements
import Kernel
import Partners
import Records

/// One decision as one reader may see it, and where it stands.
struct DecisionView: Sendable {
    /// Where a decision stands on a day.
    enum Standing: String, Sendable, CaseIterable {
        case notPublished = "not-published", inForce = "in-force", mayBeCalledIn = "may-be-called-in"
        case calledIn = "called-in", referred, released, implemented, open

        var words: String {
            switch self {
            case .notPublished: "Not published yet"
            case .inForce: "Published"
            case .mayBeCalledIn: "May be called in"
            case .calledIn: "Called in"
            case .referred: "Referred back"
            case .released: "Released"
            case .implemented: "Carried out"
            case .open: "Nothing decided"
            }
        }
    }

    let resolution: Resolution
    let body: Named
    let meeting: Named?
    let item: AgendaItem?
    let callIns: [CallIn]
    let standing: Standing
    /// The last day for a call-in, while it is published and open to one.
    let callInUntil: Day?
    /// The rule that says so.
    let callInRule: CallInRule
    let decidedBy: Named?
    let sentTo: Named?
    let reportedTo: Named?
    /// Seats that voted, by name, as for, against or neither.
    let votes: [(way: String, names: [String])]
    /// Whether this reader sees the whole of it.
    let isWhole: Bool

    var id: String { resolution.id.text }
    var record: Record { resolution.record }
    var order: (Int, String, String) { (item?.number ?? .max, record.text("at") ?? "", id) }
    /// Whether the public sees that there is such a decision.
    let isPublic: Bool
    var name: String { isWhole ? resolution.name : item?.publicTitle ?? Self.nameOfClosed }
    /// What the public reads of one that is closed, and came of no item.
    static let nameOfClosed = "A decision that is not open"
    /// Why it is not open, where it says so itself.
    var closedBecause: String? { resolution.isOpen(with: nil) ? nil : AgendaItem.closedBecause(record) }

    init(_ record: Record, _ sight: Sight, in reading: DayBook) throws {
        let resolution = Resolution(record), shelf = reading.shelf
        self.resolution = resolution
        body = try reading.named(resolution.body)
        meeting = try reading.named(resolution.meeting)
        item = try resolution.item.flatMap { try Record.last($0.text, on: shelf) }.map(AgendaItem.init)
        isWhole = sight.isWhole || resolution.isOpen(with: item)
        isPublic = resolution.isOpen(to: sight)
        let callIns = try shelf.nouns(CallIn.self, where: "resolution", is: record.id).sorted { $0.on < $1.on }
        self.callIns = callIns
        callInRule = shelf.callInRule
        let until = resolution.callInUntil(callInRule)
        callInUntil = until
        standing = Self.standing(resolution, callIns, until, on: reading.on)
        decidedBy = try reading.named(record.id("decided-by") as ID<Post>?)
        sentTo = try reading.named(record.id("sent-to") as ID<Body>?)
        reportedTo = try reading.named(record.id("reported-to") as ID<Meeting>?)
        votes = try [("For", "voted-for"), ("Against", "voted-against"), ("Abstained", "did-not-vote")]
            .map { ($0.0, try record.list($0.1).map(reading.name)) }.filter { !$0.1.isEmpty }
    }

    private static func standing(_ resolution: Resolution, _ callIns: [CallIn], _ until: Day?, on day: Day) -> Standing
    {
        guard resolution.isDecided else { return .open }
        if resolution.record.day("implemented").map({ $0 <= day }) == true { return .implemented }
        if let last = callIns.last(where: { $0.on <= day }) {
            guard let outcome = last.outcome else { return .calledIn }
            return outcome == "released" ? .released : .referred
        }
        guard let published = resolution.published, published <= day else {
            return resolution.record.sources.isEmpty ? .notPublished : .inForce
        }
        return until.map { day <= $0 } == true ? .mayBeCalledIn : .inForce
    }
}
