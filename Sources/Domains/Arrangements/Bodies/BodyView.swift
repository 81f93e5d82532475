public import Kernel
public import Partners
public import Records

/// Everything this room says of one body on a day.
public struct BodyView: Sendable {
    public let body: Body
    public let host: Named?
    public let partOf: Named?
    public let area: Named?
    public let subGroups: [Named]
    public let chairAppointedBy: Named?
    public let terms: TermsView
    public let seats: Table
    public let size: SizeView
    public let attendance: AttendanceView
    public let lines: LinesView
    public let remits: [RemitRow]
    public let reports: [ReportRow]
    public let decisions: [DecisionRow]
    public let concerns: [ConcernView]
    public var id: String { body.id.text }
    public var record: Record { body.record }

    /// What it does about a function.
    public struct RemitRow: Sendable {
        public let remit: Remit
        public let function: Named
        public let area: Named?
    }

    /// Reports it has had about a function.
    public struct ReportRow: Sendable {
        public let count: ReportCount
        public let function: Named
    }

    /// What it decided.
    public struct DecisionRow: Sendable {
        public let decision: Decision
        public let record: Record
        public let about: [Subject]
    }

    /// - Returns: nil when it is not certain that there was such a body on the day.
    public init?(_ id: ID<Body>, in reading: DayBook) throws {
        guard let record = try reading.record(Body.kind, id.text) else { return nil }
        body = Body(record)
        host = try reading.named(body.host)
        partOf = try reading.named(record.id("part-of") as ID<Body>?)
        area = try reading.named(record.text("area").map { ID<Body>($0) })
        subGroups = try reading.records(Body.kind, where: "part-of", is: id.text)
            .map { Named($0.id, $0.text("name") ?? $0.id) }.sorted { $0.name < $1.name }
        chairAppointedBy = try reading.named(record.id("appointed-chair-by") as ID<Organisation>?)
        terms = try TermsView(of: id, in: reading)
        seats = try Table(of: id, in: reading)
        size = try SizeView(of: id, limit: terms.current?.memberLimit, seats: seats, in: reading)
        attendance = try AttendanceView(of: id, in: reading)
        lines = try LinesView(of: id, chair: seats.chair?.seat.post, in: reading)
        remits = try reading.all(Remit.self, where: "body", is: id.text).map { remit in
            RemitRow(
                remit: remit, function: try reading.named(remit.function),
                area: try remit.record.text("area").map(reading.named))
        }
        .sorted { ($0.remit.isCore ? 0 : 1, $0.function.name) < ($1.remit.isCore ? 0 : 1, $1.function.name) }
        reports = try reading.all(ReportCount.self, where: "body", is: id.text)
            .map { ReportRow(count: $0, function: try reading.named($0.function)) }
        decisions = try reading.decisions(of: id)
        concerns = try reading.concerns(about: id.text)
    }
}

extension DayBook {
    /// What a body had decided by the day, the latest first.
    func decisions(of body: ID<Body>) throws -> [BodyView.DecisionRow] {
        try shelf.records(of: Decision.kind, where: "body", is: body.text)
            .filter { record in record.day("on").map { $0 <= on } ?? record.period.holds(on: on) }
            .map { record in
                BodyView.DecisionRow(
                    decision: Decision(record), record: record,
                    about: try record.list("about").compactMap { try subject($0) })
            }
            .sorted { ($0.decision.on?.number ?? 0, $0.record.id) > ($1.decision.on?.number ?? 0, $1.record.id) }
    }
}
