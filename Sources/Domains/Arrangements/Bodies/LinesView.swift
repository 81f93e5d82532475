public import Kernel
public import Partners
import Records

/// Where a body and its chair report, and who reports to it.
public struct LinesView: Sendable {
    /// One line, seen from the body.
    public struct Row: Sendable {
        public let line: ReportingLine
        public let from: Subject
        /// Nil when nobody can say where it goes.
        public let to: Subject?
    }

    public let up: [Row]
    public let down: [Row]
    /// Whether a line goes up that holds.
    public var reportsSomewhere: Bool { up.contains { $0.line.record.standing == .holds } }

    public init(of body: ID<Body>, chair: ID<Post>?, in reading: DayBook) throws {
        let own = try reading.all(ReportingLine.self, where: "from-body", is: body.text)
        let chairs = try chair.map { try reading.all(ReportingLine.self, where: "from-body", is: $0.text) } ?? []
        up = try (own + chairs).map { try Row($0, in: reading) }
        down = try reading.all(ReportingLine.self, where: "to", is: body.text).map { try Row($0, in: reading) }
            .sorted { $0.from.name < $1.from.name }
    }
}

extension LinesView.Row {
    init(_ line: ReportingLine, in reading: DayBook) throws {
        self.line = line
        from = try reading.subject(line.from) ?? Subject(kind: "body", id: line.from, name: line.from)
        to = try line.to.flatMap(reading.subject)
    }
}
