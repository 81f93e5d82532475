import Foundation
import Kernel
public import Partners
import Web

extension FindingsReport {
    /// SARIF 2.1.0, as OASIS publishes it, for tools that show what checkers find.
    ///
    /// What cannot be told is of kind `open` (3.27.9), which is neither a pass nor a failure.
    public func sarif(rules checks: [Check<Trust>] = ArrangementsChecks.all) -> [UInt8] {
        let positions = Dictionary(
            checks.enumerated().map { ($0.element.code, $0.offset) }, uniquingKeysWith: { first, _ in first })
        var json = JSONWriter()
        json.object { json in
            json.field("$schema", "https://json.schemastore.org/sarif-2.1.0.json")
            json.field("version", "2.1.0")
            json.array("runs", [self]) { json, report in
                json.object { json in
                    json.object("tool") { json in
                        json.object("driver") { json in
                            json.field("name", "thinkchild check")
                            json.array("rules", checks) { json, check in FindingsReport.write(check, to: &json) }
                        }
                    }
                    json.object("originalUriBaseIds") { json in
                        json.object("STATE") { json in json.object("description") { $0.field("text", report.state) } }
                    }
                    json.array("results", report.findings) { json, finding in
                        json.object { FindingsReport.write(finding, rule: positions[finding.code], to: &$0) }
                    }
                    json.object("properties") { $0.field("on", report.on.description) }
                }
            }
        }
        return json.bytes
    }

    private static func write(_ check: Check<Trust>, to json: inout JSONWriter) {
        json.object { json in
            json.field("id", check.code)
            json.object("shortDescription") { $0.field("text", check.title) }
            json.object("fullDescription") { $0.field("text", check.applies) }
            json.object("help") {
                $0.field(
                    "text",
                    "Reads: \(check.needs). Sources: \(check.sources.map(\.description).joined(separator: "; ")).")
            }
            json.object("defaultConfiguration") { $0.field("level", check.severity.level) }
        }
    }

    private static func write(_ finding: Finding, rule: Int?, to json: inout JSONWriter) {
        json.field("ruleId", finding.code)
        if let rule { json.field("ruleIndex", rule) }
        json.field("kind", finding.severity == .cannotTell ? "open" : "fail")
        json.field("level", finding.severity.level)
        json.object("message") { $0.field("text", "\(finding.message). To mend it: \(finding.mend).") }
        json.array("locations", [finding]) { json, finding in
            json.object { json in
                if let place = finding.place {
                    json.object("physicalLocation") { json in
                        json.object("artifactLocation") { json in
                            json.field("uri", uri(place.file))
                            json.field("uriBaseId", "STATE")
                        }
                        json.object("region") { $0.field("startLine", max(1, place.line)) }
                    }
                }
                json.array("logicalLocations", [finding.subject]) { json, subject in
                    json.object { json in
                        json.field("name", subject.name)
                        json.field("fullyQualifiedName", "\(subject.kind)/\(subject.id)")
                    }
                }
            }
        }
        json.object("properties") { json in
            json.field("basis", finding.basis.rawValue)
            json.array("sources", finding.sources) { $0.value($1.description) }
        }
    }

    /// A relative reference, so that a space or a colon in a file's name stays a part of the name.
    private static func uri(_ file: String) -> String {
        let path = CharacterSet.urlPathAllowed.subtracting(CharacterSet(charactersIn: ":;"))
        return file.addingPercentEncoding(withAllowedCharacters: path) ?? file
    }
}

extension Severity {
    /// SARIF's word: what cannot be told has none.
    var level: String {
        switch self {
        case .error: "error"
        case .warning: "warning"
        case .cannotTell: "none"
        }
    }
}
