import Kernel

/// Which findings are asked for.
struct FindingsAsk: Sendable, Equatable {
    var severity: Severity?
    var basis: Basis?
    var code: String?
    var kind: String?
    var subject: String?
    /// Words to look for in what it says and about whom.
    var text: String?

    static let textMax = 200
    var isAll: Bool { self == FindingsAsk() }

    func fits(_ finding: Finding) -> Bool {
        (severity.map { $0 == finding.severity } ?? true) && (basis.map { $0 == finding.basis } ?? true)
            && (code.map { $0 == finding.code } ?? true) && (kind.map { $0 == finding.subject.kind } ?? true)
            && (subject.map { $0 == finding.subject.id } ?? true) && (text.map { holds($0, finding) } ?? true)
    }

    /// Every word must be somewhere in it.
    private func holds(_ text: String, _ finding: Finding) -> Bool {
        let all = [finding.code, finding.title, finding.message, finding.mend, finding.subject.name].joined(
            separator: " "
        ).lowercased()
        return text.lowercased().split(separator: " ").allSatisfy { all.contains($0) }
    }
}
