import Kernel
import Web

extension FindingsReport {
    /// The contract of `thinkchild check --format json` and of `/api/v1/findings`: these fields, in this order.
    ///
    /// `file` and `line` are `null` for a finding whose fact no file holds, so that every finding has every field.
    public var json: [UInt8] {
        var json = JSONWriter()
        json.object { json in
            json.field("on", on.description)
            json.field("state", state)
            json.array("findings", findings) { json, finding in
                json.object { FindingsReport.write(finding, to: &$0) }
            }
        }
        return json.bytes
    }

    private static func write(_ finding: Finding, to json: inout JSONWriter) {
        json.field("code", finding.code)
        json.field("severity", finding.severity.rawValue)
        json.field("basis", finding.basis.rawValue)
        json.field("title", finding.title)
        json.field("message", finding.message)
        json.field("mend", finding.mend)
        json.object("subject") { json in
            json.field("kind", finding.subject.kind)
            json.field("id", finding.subject.id)
            json.field("name", finding.subject.name)
        }
        json.array("sources", finding.sources) { json, source in
            json.object { json in
                json.field("document", source.document)
                json.field("paragraph", source.paragraph)
            }
        }
        json.field("file", finding.place?.file)
        json.field("line", finding.place?.line)
    }
}
