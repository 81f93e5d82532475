public import Kernel
public import Partners
import Records

/// The seats at a body's table on a day: the chair first, then members, then those who attend and advise.
public struct Table: Sendable {
    /// One seat, or several that differ only by number.
    public struct Place: Sendable {
        public let seat: Seat
        /// The post, organisation or person it is for.
        public let holder: Subject?
        /// The post's own organisation, or the seat's beside its post.
        public let organisation: Named?
        public let represents: [Named]
        public let area: Named?
        public let isPostVacant: Bool
    }

    public let places: [Place]

    public init(of body: ID<Body>, in reading: DayBook) throws {
        let seats = try reading.all(Seat.self, where: "body", is: body.text).sorted {
            ($0.rank, $0.id) < ($1.rank, $1.id)
        }
        try reading.prefetch(seats.flatMap(\.names))
        let posts = try seats.compactMap(\.post).map { try reading.record(Post.kind, $0.text) }.compactMap(\.self)
        try reading.prefetch(posts.compactMap { $0.text("organisation") })
        let holdings = try reading.holdings(of: seats.compactMap(\.post))
        places = try seats.map { try Place($0, holdings: holdings, in: reading) }
    }

    public var chair: Place? { places.first { $0.seat.role == "chair" && $0.isThere } }

    /// How many seats, of those that are there, are of these roles.
    public func count(of roles: Set<String>, standing: Set<String> = ["filled", "vacant"]) -> Int {
        places.filter { $0.isThere && roles.contains($0.seat.role) && standing.contains($0.seat.standing) }.reduce(0) {
            $0 + $1.seat.number
        }
    }

    public static let memberRoles: Set = ["chair", "deputy-chair", "member"]
    public var members: Int { count(of: Self.memberRoles) }
    public var vacant: Int { count(of: Self.memberRoles, standing: ["vacant"]) }
    public var attendees: Int { count(of: ["attendee", "adviser", "observer"]) }
    public var lacking: [Place] { places.filter { !$0.isThere } }
}

extension Table.Place {
    init(_ seat: Seat, holdings: [String: Holding], in reading: DayBook) throws {
        self.seat = seat
        let person = seat.record.text("person")
        holder = try (seat.post?.text ?? person ?? seat.organisation?.text).flatMap(reading.subject)
        if let post = seat.post {
            let own = try reading.record(Post.kind, post.text).flatMap { Post($0).organisation }
            organisation = try reading.named(seat.organisation ?? own)
            isPostVacant = holdings[post.text]?.isVacant ?? false
        } else {
            organisation = person == nil ? nil : try reading.named(seat.organisation)
            isPostVacant = false
        }
        represents = try seat.represents.map(reading.named)
        area = try seat.record.text("area").map(reading.named)
    }

    /// Whether there is such a seat, rather than that one is said to be lacking or is only proposed.
    var isThere: Bool { seat.standing != "lacking" && seat.record.standing == .holds }

    /// Whom it is for, when it names nobody.
    var sectorWords: String {
        seat.sector.map { Organisation.sectors.label(of: $0) } ?? "Nobody named"
    }
}

extension Seat {
    /// Everything it names.
    fileprivate var names: [String] {
        [post?.text, organisation?.text, record.text("person"), record.text("area")].compactMap(\.self)
            + represents.map(\.text)
    }

    /// The order in which people read a membership list.
    fileprivate var rank: Int { Seat.roles.firstIndex { $0.value == role } ?? Seat.roles.count }
}
