public import Kernel
public import Partners
import Records

/// How many members a body has, was found to have, and may have.
public struct SizeView: Sendable {
    /// What its terms provide for.
    public let limit: Int?
    /// What was counted, the earliest first, up to the day.
    public let counted: [Size]
    /// The seats held here for members; nil when none is.
    public let seated: Int?

    public init(of body: ID<Body>, limit: Int?, seats: Table, in reading: DayBook) throws {
        self.limit = limit
        seated = seats.places.isEmpty ? nil : seats.members
        counted = try reading.shelf.records(of: Size.kind, where: "body", is: body.text)
            .filter { ($0.period.from ?? $0.period.attested).map { $0 <= reading.on } ?? false }
            .map(Size.init).sorted { $0.countedOn < $1.countedOn }
    }

    public var isEmpty: Bool { limit == nil && counted.isEmpty }
    /// The count that stands.
    public var latest: Size? { counted.last }
}

extension Size {
    var countedOn: Day { record.period.from ?? record.period.attested ?? Day(number: 0) }
}
