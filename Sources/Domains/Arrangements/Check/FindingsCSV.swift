import Kernel
import Web

extension FindingsReport {
    /// A row a finding, safe to open in a spreadsheet. Sources are joined by `; `.
    public var csv: [UInt8] {
        let header = [
            "code", "severity", "basis", "title", "message", "mend", "subject kind", "subject id", "subject name",
            "sources", "file", "line",
        ]
        return Web.csv(
            header,
            findings.map { finding in
                [
                    finding.code, finding.severity.rawValue, finding.basis.rawValue, finding.title, finding.message,
                    finding.mend,
                    finding.subject.kind, finding.subject.id, finding.subject.name,
                    finding.sources.map(\.description).joined(separator: "; "),
                    finding.place?.file ?? "", finding.place.map { String($0.line) } ?? "",
                ]
            })
    }
}
