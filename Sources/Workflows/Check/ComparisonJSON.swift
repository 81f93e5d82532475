import Arrangements
import Kernel
import Web

/// A comparison as JSON: columns, then what differs, then what became of the findings.
enum ComparisonJSON {
    static func text(of comparison: Comparison, on day: Day) -> String {
        var writer = JSONWriter()
        writer.object { writer in
            writer.field("on", day.description)
            writer.array("columns", comparison.columns) { writer, column in
                writer.object { writer in
                    writer.field("name", column.name)
                    writer.field("scenario", column.scenario?.id.text)
                    writer.field("view", column.view)
                    writer.field("viewReason", column.viewReason)
                    writer.field("risk", column.risk)
                    writer.field("people", column.people)
                    for severity in Severity.allCases {
                        writer.field(severity.rawValue, column.report.count(of: severity))
                    }
                    writer.array("assumptions", column.assumptions) { writer, record in writer.value(record.id) }
                }
            }
            writer.array("differences", Comparison.Aspect.allCases) { writer, aspect in
                writer.object { writer in
                    writer.field("aspect", aspect.rawValue)
                    writer.array("rows", comparison.differences(in: aspect)) { writer, row in
                        writer.object { writer in
                            writer.subject(row.subject)
                            writer.array("cells", row.cells) { writer, cell in writer.value(cell) }
                        }
                    }
                }
            }
            writer.array("findings", comparison.findings) { writer, finding in
                writer.object { writer in
                    writer.field("code", finding.code)
                    writer.field("title", finding.title)
                    writer.subject(finding.subject)
                    writer.array("changes", Array(comparison.columns.indices)) { writer, column in
                        writer.value(finding.change(in: column).rawValue)
                    }
                }
            }
        }
        return writer.string
    }
}

extension JSONWriter {
    fileprivate mutating func subject(_ subject: Subject) {
        object("subject") { writer in
            writer.field("kind", subject.kind)
            writer.field("id", subject.id)
            writer.field("name", subject.name)
        }
    }
}
