import Arrangements
import Kernel

/// A comparison as the terminal prints it.
enum ComparisonText {
    static func text(of comparison: Comparison) -> String {
        var lines = ["Compared with: \(comparison.columns[0].name)"]
        for (number, column) in comparison.columns.enumerated().dropFirst() {
            lines +=
                ["", "== \(column.name)"] + view(of: column) + changes(in: number, comparison)
                + findings(in: number, comparison) + assumptions(of: column)
        }
        return lines.joined(separator: "\n")
    }

    private static func view(of column: Comparison.Column) -> [String] {
        var lines: [String] = []
        if let view = column.view {
            lines.append("The source's view: \(Scenario.views.first { $0.value == view }?.label ?? view)")
        }
        if let reason = column.viewReason { lines.append("Its reason: \(reason)") }
        if let risk = column.risk { lines.append("Risk: \(risk)") }
        lines.append("People affected: \(column.people ?? "not said")")
        return lines
    }

    private static func changes(in number: Int, _ comparison: Comparison) -> [String] {
        Comparison.Aspect.allCases.flatMap { aspect -> [String] in
            let rows = comparison.differences(in: aspect).filter { $0.isChanged(in: number) }
            guard !rows.isEmpty else { return [] }
            return ["\(aspect.title):"]
                + rows.map { row in
                    "  \(row.subject.name): \(row.cells[0] ?? "not there") -> \(row.cells[number] ?? "not there")"
                }
        }
    }

    private static func findings(in number: Int, _ comparison: Comparison) -> [String] {
        let gone = comparison.gone(in: number), new = comparison.new(in: number)
        let changed = comparison.findings.filter { $0.change(in: number) == .changed }
        let report = comparison.columns[number].report, base = comparison.columns[0].report
        return [
            "Our view: \(report.count(of: .error)) errors and \(report.count(of: .warning)) warnings, where there were "
                + "\(base.count(of: .error)) and \(base.count(of: .warning))"
        ] + listed("Findings gone", gone) + listed("Findings new", new) + listed("Findings changed", changed)
    }

    private static func listed(_ title: String, _ findings: [ComparedFinding]) -> [String] {
        findings.isEmpty ? [] : ["\(title):"] + findings.map { "  \($0.code) \($0.subject.name): \($0.title)" }
    }

    private static func assumptions(of column: Comparison.Column) -> [String] {
        let assumed = column.assumptions
        guard !assumed.isEmpty else { return [] }
        return ["Assumed, where the source leaves it open:"]
            + assumed.map { record in
                "  \(record.kind.noun) \(record.id)" + (record.note.map { ": \($0)" } ?? "")
            }
    }
}
