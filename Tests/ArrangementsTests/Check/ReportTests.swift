import Arrangements
import Cast
import Foundation
import Kernel
import Testing

/// What `thinkchild check` prints, and with which exit code.
@Suite("The findings, printed")
struct ReportTests {
    static let finding = Finding(
        code: "F01", severity: .error, basis: .derived, title: "One deputy", message: "Nobody acts, said \"he\"",
        mend: "Name one",
        subject: Subject(kind: "post", id: "director", name: "Director"), sources: [Citation("P10", "3.1.8")],
        place: Place(file: "posts.yaml", line: 7))
    static func finding(
        _ severity: Severity, code: String = "F02", name: String = "Board", message: String = "It is so"
    ) -> Finding {
        Finding(
            code: code, severity: severity, basis: .reported, title: "T", message: message, mend: "M",
            subject: Subject(kind: "body", id: "b", name: name), sources: [])
    }

    @Test("JSON: the fields of the contract, in its order; null where no file holds the fact")
    func json() {
        let report = FindingsReport(
            on: .of("2009-12-31"), state: "a/b", findings: [Self.finding(.warning), Self.finding])
        #expect(
            String(decoding: report.json, as: UTF8.self) == """
                {"on":"2009-12-31","state":"a/b","findings":[\
                {"code":"F01","severity":"error","basis":"derived","title":"One deputy",\
                "message":"Nobody acts, said \\"he\\"",\
                "mend":"Name one",\
                "subject":{"kind":"post","id":"director","name":"Director"},\
                "sources":[{"document":"P10","paragraph":"3.1.8"}],\
                "file":"posts.yaml","line":7},\
                {"code":"F02","severity":"warning","basis":"reported","title":"T","message":"It is so","mend":"M",\
                "subject":{"kind":"body","id":"b","name":"Board"},"sources":[],"file":null,"line":null}]}
                """)
    }

    @Test("Text: as a compiler prints it, with what would mend it and a summary")
    func text() {
        let report = FindingsReport(
            on: .of("2009-12-31"), state: "a/b", findings: [Self.finding(.cannotTell), Self.finding])
        #expect(
            report.text == """
                posts.yaml:7: error: F01: Nobody acts, said "he" [P10 3.1.8]
                    mend: Name one
                body/b: cannot-tell: F02: It is so
                    mend: M
                1 error, 0 warnings and 1 that cannot be told, on 31 December 2009 in a/b

                """)
    }

    @Test("Text: a record cannot forge a line or move the cursor")
    func controls() {
        let report = FindingsReport(
            on: .of("2009-12-31"), state: "s", findings: [Self.finding(.error, message: "a\nb: error\u{1B}[2J\u{85}c")])
        #expect(report.text.hasPrefix("body/b: error: F02: a b: error [2J c\n"))
    }

    @Test("CSV: a row a finding, and no formula")
    func csv() {
        let report = FindingsReport(
            on: .of("2009-12-31"), state: "s",
            findings: [Self.finding, Self.finding(.warning, message: "=HYPERLINK(1)")])
        let lines = String(decoding: report.csv.dropFirst(3), as: UTF8.self).components(separatedBy: "\r\n")
        #expect(lines.count == 4 && lines[0].hasPrefix("code,severity,basis,"))
        #expect(
            lines[1]
                == #"F01,error,derived,One deputy,"Nobody acts, said ""he""",Name one,post,director,Director,"#
                + "P10 3.1.8,posts.yaml,7"
        )
        #expect(lines[2].contains(",'=HYPERLINK(1),"))
    }

    @Test("SARIF 2.1.0: rules once, results by index, cannot tell as open")
    func sarif() throws {
        let report = FindingsReport(
            on: .of("2009-12-31"), state: "s", findings: [Self.finding, Self.finding(.cannotTell)])
        let whole = try #require(try JSONSerialization.jsonObject(with: Data(report.sarif())) as? [String: Any])
        #expect(whole["version"] as? String == "2.1.0")
        let run = try #require((whole["runs"] as? [[String: Any]])?.first)
        let driver = try #require((run["tool"] as? [String: Any])?["driver"] as? [String: Any])
        let rules = try #require(driver["rules"] as? [[String: Any]]),
            results = try #require(run["results"] as? [[String: Any]])
        #expect(rules.compactMap { $0["id"] as? String } == ArrangementsChecks.all.map(\.code))
        #expect(
            results.map { $0["kind"] as? String } == ["fail", "open"]
                && results.map { $0["level"] as? String } == ["error", "none"])
        for result in results {
            let index = try #require(result["ruleIndex"] as? Int)
            #expect(rules[index]["id"] as? String == result["ruleId"] as? String)
        }
        let place = ((results[0]["locations"] as? [[String: Any]])?.first?["physicalLocation"] as? [String: Any])
        #expect((place?["region"] as? [String: Any])?["startLine"] as? Int == 7)
        #expect(((results[1]["locations"] as? [[String: Any]])?.first?["physicalLocation"]) == nil)
    }

    @Test(
        "Exit codes: cannot tell fails only when asked to",
        arguments: [
            ([], FindingsReport.FailOn.cannotTell, 0), ([Severity.cannotTell], .warning, 0),
            ([.cannotTell], .cannotTell, 1), ([.warning], .error, 0),
            ([.warning], .warning, 1), ([.warning], .cannotTell, 1), ([.error], .error, 1),
            ([.error, .cannotTell], .warning, 1),
        ])
    func exitCodes(severities: [Severity], level: FindingsReport.FailOn, code: Int) {
        let report = FindingsReport(on: .of("2009-12-31"), state: "s", findings: severities.map { Self.finding($0) })
        #expect(report.exitCode(failOn: level) == Int32(code))
    }

    @Test("The order never varies: severity, code, subject")
    func order() {
        let findings = [
            Self.finding(.cannotTell, code: "F01"), Self.finding(.error, code: "F03"),
            Self.finding(.error, code: "F02"),
            Self.finding(.warning, code: "F01"),
        ]
        for shuffled in [findings, findings.reversed(), [findings[2], findings[0], findings[3], findings[1]]] {
            let report = FindingsReport(on: .of("2009-12-31"), state: "s", findings: shuffled)
            #expect(
                report.findings.map { "\($0.severity.rawValue) \($0.code)" } == [
                    "error F02", "error F03", "warning F01", "cannot-tell F01",
                ])
        }
    }

    @Test("Twice the same: nothing depends on the order of a dictionary")
    func repeatable() throws {
        let book = try Leeds.y2010.get().book
        let first = FindingsReport(checking: Trust(book, on: .of("2010-04-01")), state: "s").text
        #expect(
            (1...3).allSatisfy { _ in
                FindingsReport(checking: Trust(book, on: .of("2010-04-01")), state: "s").text == first
            })
    }

    @Test("Golden: the rules pages are what the checks say")
    func goldenRules() throws {
        #expect(try Golden.difference(RulesPage.markdown(), from: "docs/rules/arrangements.md") == nil)
        #expect(try Golden.difference(RulesPage.law(), from: "docs/rules/law.md") == nil)
    }

    @Test("Codes are unique, and every row of law that a check cites is on the page")
    func codes() {
        let checks = ArrangementsChecks.all
        #expect(Set(checks.map(\.code)).count == checks.count)
        #expect(Set(LawRow.all.map(\.id)).count == LawRow.all.count)
        for check in checks {
            #expect(!check.needs.isEmpty && !check.applies.isEmpty && !check.title.isEmpty)
            for source in check.sources where source.document == "Rules" {
                #expect(LawRow.row(source.paragraph) != nil, "\(check.code) cites Rules \(source.paragraph)")
            }
        }
    }

    @Test("Every row of law that the files of Leeds cite is on a page")
    func cited() throws {
        let pages = try FileManager.default.contentsOfDirectory(
            at: Golden.root.appending(path: "docs/rules"), includingPropertiesForKeys: nil)
        let text = try pages.map { try String(contentsOf: $0, encoding: .utf8) }.joined()
        for record in try Leeds.y2010.get().book.things.joined() {
            for source in record.sources where source.document == "Rules" {
                #expect(
                    text.contains("### \(source.paragraph)\n") || text.contains("### \(source.paragraph) "),
                    "\(record.id) cites \(source)")
            }
        }
    }
}
