import Kernel

/// Whether a setting was open on a day, as far as can be told.
enum OpenState: String, CaseIterable {
    case open
    /// It may have been: the register does not say since when it is open, and it had not yet closed.
    case perhaps = "may-have-been-open"
    case closed
    case notYet = "not-yet-open"

    init(of period: Period, on day: Day) {
        switch period.held(on: day) {
        case .yes: self = .open
        case .unknown: self = .perhaps
        case .no: self = period.until.map { day >= $0 } ?? false ? .closed : .notYet
        }
    }

    var words: String {
        switch self {
        case .open: "Open"
        case .perhaps: "May have been open"
        case .closed: "Closed"
        case .notYet: "Not yet open"
        }
    }
}
