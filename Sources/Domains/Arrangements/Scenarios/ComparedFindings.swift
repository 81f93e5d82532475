public import Kernel

/// What the check says of one subject under one code, column by column.
public struct ComparedFinding: Sendable, Equatable {
    /// What became of the finding of the first column.
    public enum Change: String, Sendable {
        case same, new, gone
        /// It no longer says the same: what was an error can no longer be told, say.
        case changed
    }

    public let code: String
    public let title: String
    public let subject: Subject
    /// The findings in each column, worst first; none where it says nothing.
    public let findings: [[Finding]]

    public func change(in column: Int) -> Change {
        let severities = findings.map { $0.map(\.severity) }
        if severities[column] == severities[0] { return .same }
        if severities[column].isEmpty { return .gone }
        return severities[0].isEmpty ? .new : .changed
    }
}

extension Comparison {
    /// Every finding that is not the same in every column, in the order of the codes.
    public var findings: [ComparedFinding] {
        struct Key: Hashable { let code: String, kind: String, id: String }
        var all: [Key: [[Finding]]] = [:]
        for (index, column) in columns.enumerated() {
            for finding in column.report.findings {
                let key = Key(code: finding.code, kind: finding.subject.kind, id: finding.subject.id)
                all[key, default: Array(repeating: [], count: columns.count)][index].append(finding)
            }
        }
        return all.values.compactMap { columns -> ComparedFinding? in
            guard let first = columns.joined().first, Set(columns.map { $0.map(\.severity) }).count > 1 else {
                return nil
            }
            return ComparedFinding(code: first.code, title: first.title, subject: first.subject, findings: columns)
        }
        .sorted { ($0.code, $0.subject.kind, $0.subject.id) < ($1.code, $1.subject.kind, $1.subject.id) }
    }

    /// Findings of the first column that a column no longer has.
    public func gone(in column: Int) -> [ComparedFinding] { findings.filter { $0.change(in: column) == .gone } }

    /// Findings of a column that the first does not have.
    public func new(in column: Int) -> [ComparedFinding] { findings.filter { $0.change(in: column) == .new } }
}
