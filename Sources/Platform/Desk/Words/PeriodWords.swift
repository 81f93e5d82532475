internal import Kernel

extension Period {
    /// As a page says it, the last day included: "1 April 2008 to 30 April 2010".
    var words: String {
        let end = until.map { " to \($0.adding(days: -1).long)" }
        if let from { return end.map { from.long + $0 } ?? "Since \(from.long)" }
        let known = attested.map { "Start not known; held on \($0.long)" } ?? "Start not known"
        return known + (until.map { "; ended on \($0.long)" } ?? "")
    }
}
