public import Kernel
import Partners

/// The local numbers the rules measure against: as agreed locally, or the default with the paragraph it came from.
public struct Thresholds: Sendable {
    /// A number, and on whose word.
    public struct Limit: Sendable {
        public let value: Int
        public let sources: [Citation]
        /// Whether it was agreed locally, rather than being our default.
        public let isLocal: Bool
    }

    /// Lowest acceptable attendance, in per cent of the members. P10 4.3.3 calls under 60% poor.
    public let attendancePercent: Limit
    /// Longest acceptable absence of an organisation from a body, in months. P10 4.3.3 complains of nearly two years.
    public let absenceMonths: Limit
    /// Longest time between reports on a core function, in months. P10 4.3.5 complains of one report in all.
    public let reportingCycleMonths: Limit
    /// The first day on which no Children's Trust Board is owed; nil while nobody has set it (CTB-12: not verified).
    public let trustBoardDutyEnds: Day?

    init(_ held: [Held<Threshold>]) {
        func limit(_ rule: String, _ value: Int, _ source: Citation) -> Limit {
            guard let local = held.last(where: { $0.noun.name == rule }) else {
                return Limit(value: value, sources: [source], isLocal: false)
            }
            return Limit(value: local.noun.value, sources: local.record.sources, isLocal: true)
        }
        attendancePercent = limit("attendance-percent", 60, .p10("4.3.3"))
        absenceMonths = limit("absence-months", 12, .p10("4.3.3"))
        reportingCycleMonths = limit("reporting-cycle-months", 12, .p10("4.3.5"))
        let ends = held.last { $0.noun.name == "trust-board-duty-ends" }?.noun.value
        trustBoardDutyEnds = ends.flatMap { Day($0 / 10_000, $0 / 100 % 100, $0 % 100) }
    }

    /// For docs/rules: each rule's default as it stands without any local setting.
    static let defaults = Thresholds([])
}
