internal import Kernel
internal import Records
internal import Web

/// How a thing stands on a day.
enum Standing: String, Sendable, CaseIterable {
    case current
    case ended
    case notYet = "not-yet"
    /// It may have held already: no record says from when, nor that it held by then.
    case startUnknown = "start-unknown"

    init(_ period: Period, on day: Day) {
        switch period.held(on: day) {
        case .yes: self = .current
        case .unknown: self = .startUnknown
        case .no: self = period.until.map { day >= $0 } == true ? .ended : .notYet
        }
    }

    /// Of a thing with versions, first to last. One between two of its versions has ended, until it begins again.
    init(_ versions: [Record], on day: Day) {
        let each = versions.map { Standing($0.period, on: day) }
        self =
            each.first { $0 == .current } ?? each.first { $0 == .startUnknown } ?? each.last { $0 == .ended } ?? .notYet
    }

    var words: String {
        switch self {
        case .current: "Current"
        case .ended: "Ended"
        case .notYet: "Not yet"
        case .startUnknown: "Start unknown"
        }
    }

    var tag: HTML {
        switch self {
        case .current: GovUK.tag(words, .green)
        case .ended: GovUK.tag(words, .grey)
        case .notYet: GovUK.tag(words, .blue)
        case .startUnknown: GovUK.tag(words, .yellow)
        }
    }
}

extension Array where Element == Record {
    /// The version to show for a day: the one that held, else the last that had begun, else the first.
    func shown(on day: Day) -> Record? {
        last { $0.period.holds(on: day) } ?? last { ($0.period.from ?? $0.period.attested).map { $0 <= day } ?? true }
            ?? first
    }
}
