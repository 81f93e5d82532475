public import Kernel
public import Partners
import Records

/// How a body was attended, as sources give it, up to a day. Figures stay figures: nobody is invented to make them up.
public struct AttendanceView: Sendable {
    /// An organisation that has not come.
    public struct Away: Sendable {
        public let absence: Absence
        public let organisation: Named
    }

    /// The earliest first.
    public let figures: [Attendance]
    public let absences: [Away]
    /// The lowest acceptable, in per cent, and on whose word.
    public let lowest: Thresholds.Limit

    public init(of body: ID<Body>, in reading: DayBook) throws {
        figures = try reading.shelf.records(of: Attendance.kind, where: "body", is: body.text)
            .filter { record in record.day("meeting").map { $0 <= reading.on } ?? record.period.holds(on: reading.on) }
            .map(Attendance.init).sorted { ($0.at, $0.id.text) < ($1.at, $1.id.text) }
        absences = try reading.all(Absence.self, where: "body", is: body.text)
            .map { Away(absence: $0, organisation: try reading.named($0.organisation)) }
            .sorted { ($0.absence.months, $0.organisation.name) > ($1.absence.months, $1.organisation.name) }
        lowest = Thresholds(try reading.all(where: "rule", is: "attendance-percent")).attendancePercent
    }

    public var isEmpty: Bool { figures.isEmpty && absences.isEmpty }
}

extension Attendance {
    var at: Day { record.day("meeting") ?? record.period.from ?? record.period.attested ?? Day(number: 0) }

    /// What the figure is of, to stand beside its bar: `June 2009`, or `As a rule`.
    public var when: String {
        record.day("meeting").map { day in day.day == 1 ? String(day.long.dropFirst(2)) : day.long } ?? "As a rule"
    }

    /// `under 29%`
    public var words: String { "\(comparator.word)\(percent)%" }

    /// Whether the source's words put it below the lowest acceptable; nil when they do not decide it.
    func isBelow(_ lowest: Thresholds.Limit) -> Bool? { Figure(percent, comparator).isBelow(lowest.value) }
}

extension Absence {
    /// `nearly 24 months`
    public var words: String { "\(comparator.word)\(months) \(months == 1 ? "month" : "months")" }
}
