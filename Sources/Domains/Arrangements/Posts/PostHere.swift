import Kernel
import Partners
import Records

/// What this room knows of a post on a day: the seats it holds, the bodies that report to it, what it owns, what was
/// said.
struct PostHere: Sendable {
    /// A seat, and the body it is at.
    struct SeatRow: Sendable {
        let seat: Seat
        let body: Named
    }

    /// A body whose line goes to the post, or a line of the post as a body's chair.
    struct LineRow: Sendable {
        let line: ReportingLine
        let other: Subject?
    }

    let seats: [SeatRow]
    let reportedTo: [LineRow]
    let reports: [LineRow]
    let owned: [Subject]
    let concerns: [ConcernView]

    init(_ post: ID<Post>, in reading: DayBook) throws {
        seats = try reading.seats(where: "post", is: post.text)
        reportedTo = try reading.all(ReportingLine.self, where: "to", is: post.text)
            .map { LineRow(line: $0, other: try reading.subject($0.from)) }
        reports = try reading.all(ReportingLine.self, where: "from-body", is: post.text)
            .map { LineRow(line: $0, other: try $0.to.flatMap(reading.subject)) }
        owned = try [Project.kind, Programme.kind].flatMap { kind in
            try reading.records(kind, where: "owner", is: post.text).compactMap { try reading.subject($0.id) }
        }
        concerns = try reading.concerns(about: post.text)
    }
}

/// What this room knows of an organisation on a day: its seats, the bodies it hosts, where it has not come.
struct OrganisationHere: Sendable {
    /// A body it has not come to.
    struct Away: Sendable {
        let absence: Absence
        let body: Named
    }

    let seats: [PostHere.SeatRow]
    let hosted: [Named]
    let absences: [Away]
    let concerns: [ConcernView]

    /// - Parameter posts: those of its posts that are shown, whose seats are shown too.
    init(_ organisation: ID<Organisation>, posts: [ID<Post>], in reading: DayBook) throws {
        var rows = try reading.seats(where: "organisation", is: organisation.text)
        rows += try reading.seats(where: "represents", is: organisation.text)
        for post in posts { rows += try reading.seats(where: "post", is: post.text) }
        var seen: Set<String> = []
        seats = rows.filter { seen.insert($0.seat.id.text).inserted }.sorted {
            ($0.body.name, $0.seat.id) < ($1.body.name, $1.seat.id)
        }
        hosted = try reading.records(Body.kind, where: "host", is: organisation.text)
            .map { Named($0.id, $0.text("name") ?? $0.id) }.sorted { $0.name < $1.name }
        absences = try reading.all(Absence.self, where: "organisation", is: organisation.text)
            .map { Away(absence: $0, body: try reading.named($0.body)) }
        concerns = try reading.concerns(about: organisation.text)
    }
}

/// What this room knows of a function on a day: the bodies that have it in their remit, and how it was judged.
struct FunctionHere: Sendable {
    /// A body's part in it.
    struct RemitRow: Sendable {
        let remit: Remit
        let body: Named
    }

    let remits: [RemitRow]
    let judgements: [Judgement]
    let projects: [Subject]
    let concerns: [ConcernView]

    init(_ function: ID<Function>, in reading: DayBook) throws {
        remits = try reading.all(Remit.self, where: "function", is: function.text)
            .map { RemitRow(remit: $0, body: try reading.named($0.body)) }.sorted { $0.body.name < $1.body.name }
        judgements = try reading.shelf.records(of: Judgement.kind, where: "function", is: function.text)
            .filter { record in record.day("published").map { $0 <= reading.on } ?? record.period.holds(on: reading.on)
            }
            .map(Judgement.init).sorted { ($0.published?.number ?? 0) > ($1.published?.number ?? 0) }
        projects = try reading.records(Project.kind, where: "function", is: function.text).compactMap {
            try reading.subject($0.id)
        }
        concerns = try reading.concerns(about: function.text)
    }
}

extension DayBook {
    fileprivate func seats(where field: String, is value: String) throws -> [PostHere.SeatRow] {
        try all(Seat.self, where: field, is: value).map { PostHere.SeatRow(seat: $0, body: try named($0.body)) }
            .sorted { ($0.body.name, $0.seat.id) < ($1.body.name, $1.seat.id) }
    }
}
