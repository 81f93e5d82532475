import Kernel
import Records

/// What a bare year stands for in a publisher's file (rule NE-05). A year of two parts is called by the one it ends in.
public enum YearType: String, CaseIterable, Sendable {
    case calendar, financial, academic
    case septemberYear = "september"
    case january, march

    /// As a page says it.
    public var words: String {
        switch self {
        case .calendar: "Calendar year, 1 January to 31 December"
        case .financial: "Financial year, 1 April to 31 March"
        case .academic: "Academic year, 1 September to 31 August"
        case .septemberYear: "Year to 30 September"
        case .january: "A count in January"
        case .march: "A count on 31 March"
        }
    }

    static let choices = allCases.map { Choice($0.rawValue, $0.words) }

    /// The time that a year stands for, by the year it ends in.
    public func span(ofYearEnding year: Int) -> Span? {
        switch self {
        case .calendar: Span(Day(year, 1, 1), Day(year + 1, 1, 1))
        case .financial: Span(Day(year - 1, 4, 1), Day(year, 4, 1))
        case .academic: Span(Day(year - 1, 9, 1), Day(year, 9, 1))
        case .septemberYear: Span(Day(year - 1, 10, 1), Day(year, 10, 1))
        case .january: Span(Day(year, 1, 1), Day(year, 2, 1))
        case .march: Span(Day(year, 3, 31), Day(year, 4, 1))
        }
    }
}
