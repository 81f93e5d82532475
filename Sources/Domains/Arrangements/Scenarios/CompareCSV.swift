import Kernel
import Partners
import Web

extension Comparison {
    /// A row a difference: first those of the arrangements, then those of the findings.
    var csv: [UInt8] {
        var rows: [[String]] = []
        for aspect in Aspect.allCases {
            rows += differences(in: aspect).map { row in
                [aspect.title, row.subject.kind, row.subject.id, row.subject.name] + row.cells.map { $0 ?? "" }
            }
        }
        rows += findings.map { finding in
            [
                "Finding \(finding.code): \(finding.title)", finding.subject.kind, finding.subject.id,
                finding.subject.name,
            ]
                + finding.findings.map { $0.map(\.severity.rawValue).joined(separator: "; ") }
        }
        return Web.csv(["aspect", "kind", "id", "name"] + columns.map { "\($0.name) (\($0.trust.day))" }, rows)
    }
}
