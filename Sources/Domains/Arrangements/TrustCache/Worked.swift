import Kernel
import Partners
import Records
import Synchronization

/// A trust on a day, with what the check and the map make of it. Costs seconds at a city's size, so it is kept.
final class Worked: Sendable {
    let trust: Trust
    let report: FindingsReport
    /// The scenario laid over, if one is.
    let scenario: Scenario?
    private let bySubject: [String: [Finding]]
    private let drawn = Mutex<MapGraph?>(nil)

    init(_ book: Book, on day: Day, scenario: Scenario? = nil, state: String, also findings: [Finding] = []) {
        trust = Trust(book, on: day)
        report = FindingsReport(checking: trust, state: state, also: findings)
        self.scenario = scenario
        bySubject = Dictionary(grouping: report.findings) { $0.subject.id }
    }

    /// What is wrong with one thing, the worst first.
    func findings(about id: String) -> [Finding] { bySubject[id, default: []] }

    /// Subjects with findings, those with the most errors first, then the most warnings.
    var subjectsByTrouble: [(subject: Subject, findings: [Finding])] {
        bySubject.values.compactMap { findings in findings.first.map { ($0.subject, findings) } }
            .sorted { one, other in
                let ours = Worked.trouble(one.1), theirs = Worked.trouble(other.1)
                return ours == theirs ? (one.0.name, one.0.id) < (other.0.name, other.0.id) : ours > theirs
            }
    }

    /// Errors weigh more than any number of warnings, and warnings more than what cannot be told.
    private static func trouble(_ findings: [Finding]) -> Int {
        findings.reduce(0) { sum, finding in
            switch finding.severity {
            case .error: sum + 1_000_000
            case .warning: sum + 1_000
            case .cannotTell: sum + 1
            }
        }
    }

    /// The posts and lines of the day, indexed for drawing; made when first asked for.
    var map: MapGraph {
        drawn.withLock { held in
            if let held { return held }
            let made = MapGraph(trust)
            held = made
            return made
        }
    }
}
