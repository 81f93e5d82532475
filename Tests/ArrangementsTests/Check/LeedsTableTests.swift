import Arrangements
import Kernel
import Testing

/// The acceptance table, row by row: what the check must find in Leeds, citing what, and what becomes of it.
@Suite("Leeds, row by row")
struct LeedsTableTests {
    /// What a row does in the scenario that carries the review out.
    enum After { case gone, cannotTell }

    struct Row: CustomTestStringConvertible, Sendable {
        let code: String, subjects: [String], basis: Basis, paragraphs: [String], after: After

        init(_ code: String, _ subjects: [String], _ basis: Basis, _ paragraphs: [String], _ after: After) {
            (self.code, self.subjects, self.basis, self.paragraphs, self.after) = (
                code, subjects, basis, paragraphs, after
            )
        }

        var testDescription: String { "\(code) at \(subjects.joined(separator: ", "))" }
    }

    static let rows = [
        Row("F01", ["director"], .derived, ["3.1.8", "3.6.2"], .gone),
        Row("F02", ["education"], .derived, ["3.1.9", "5.2.1"], .gone),
        Row(
            "F03", ["chief-officer-early-years-youth", "chief-officer-social-care"], .derived,
            ["3.1.1", "3.1.10", "3.6.6"], .gone),
        Row("F04", ["chief-executive-education-leeds"], .derived, ["3.1.10", "5.2.3"], .gone),
        Row("F05", ["strategic-leaders", "locality-enablers"], .derived, ["3.1.6"], .cannotTell),
        Row("F06", ["dcs-unit"], .reported, ["3.2.4", "3.2.5", "3.2.6"], .gone),
        Row("F07", ["cslt"], .reported, ["3.3.3", "3.6.7"], .gone),
        Row("F08", ["ward-members"], .reported, ["3.4.5", "3.6.11"], .gone),
        Row("F09", ["clp"], .derived, ["4.2.3"], .cannotTell),
        Row("F10", ["clp"], .derived, ["4.2.1"], .cannotTell),
        Row("F11", ["iscb"], .derived, ["4.3.3"], .cannotTell),
        Row(
            "F12", ["strategic-health-authority", "sure-start", "leeds-teaching-hospitals"], .derived, ["4.3.3"],
            .cannotTell),
        Row("F13", ["iscb"], .derived, ["4.3.3"], .cannotTell),
        Row("F14", ["commissioning-groups"], .derived, ["4.3.2"], .gone),
        Row("F15", ["iscb"], .derived, ["4.3.5"], .cannotTell),
        Row("F16", ["iscb", "lscb"], .reported, ["4.3.7", "4.4.8"], .cannotTell),
        Row("F17", ["voluntary-sector"], .reported, ["4.3.6"], .gone),
        Row("F18", ["lscb"], .reported, ["4.4.6"], .gone),
        Row("F19", ["lscb-chair"], .derived, ["4.4.3"], .gone),
        Row("F19", ["lscb-chair"], .reported, ["4.4.4"], .gone),
        Row("F20", ["lscb-chair"], .reported, ["4.4.5", "4.3.3"], .gone),
        Row("F21", ["locality-working"], .reported, ["4.5.8", "4.8.4"], .gone),
        Row("F22", ["education-leeds-board"], .derived, ["5.3.2", "5.3.4", "5.3.7"], .gone),
        Row("F23", ["improvement-projects", "inspection-improvement-plan"], .derived, ["3.2.9", "3.6.5"], .gone),
        Row("F24", ["safeguarding", "contact-assessment-referral"], .derived, ["2.3"], .cannotTell),
    ]

    @Test("Found in 2009, at the subject named, citing a paragraph shown", arguments: rows)
    func found(row: Row) throws {
        let findings = try Leeds.findings(Leeds.y2009, on: .of("2009-12-31"))
        for subject in row.subjects {
            let found = findings.filter {
                $0.code == row.code && $0.subject.id == subject && $0.basis == row.basis && $0.severity != .cannotTell
            }
            #expect(!found.isEmpty, "\(row.code) says nothing of \(subject)")
            #expect(
                found.contains { finding in
                    finding.sources.contains { $0.document == "P10" && row.paragraphs.contains($0.paragraph) }
                })
            #expect(found.allSatisfy { $0.place != nil && !$0.mend.isEmpty && !$0.message.isEmpty })
        }
    }

    @Test("Carried forward to 1 April 2010", arguments: rows)
    func carried(row: Row) throws {
        let findings = try Leeds.findings(Leeds.y2010, on: .of("2010-04-01"))
        for subject in row.subjects {
            #expect(findings.contains { $0.code == row.code && $0.subject.id == subject && $0.severity != .cannotTell })
        }
    }

    @Test("After the proposals: gone, or not to be told", arguments: rows)
    func after(row: Row) throws {
        let findings = try Leeds.findings(Leeds.proposed, on: .of("2011-04-01"))
        for subject in row.subjects {
            let left = findings.filter { $0.code == row.code && $0.subject.id == subject && $0.basis == row.basis }
            switch row.after {
            case .gone: #expect(left.isEmpty, "\(row.code) still says of \(subject): \(left.map(\.message))")
            case .cannotTell: #expect(!left.isEmpty && left.allSatisfy { $0.severity == .cannotTell })
            }
        }
    }

    @Test("Nothing new appears as an error in the proposals")
    func nothingNew() throws {
        let proposed = try Leeds.findings(Leeds.proposed, on: .of("2011-04-01")).filter { $0.severity == .error }
        #expect(proposed.isEmpty, "\(proposed.map { "\($0.code) \($0.message)" })")
    }

    @Test("2006 is quiet where the review had not yet counted", arguments: ["F09", "F11", "F12"])
    func quiet(code: String) throws {
        let findings = try Leeds.findings(Leeds.y2006, on: .of("2006-12-07")).filter { $0.code == code }
        #expect(!findings.isEmpty && findings.allSatisfy { $0.severity == .cannotTell })
    }

    @Test("In 2009 it cannot be told who manages the Head of the youth service")
    func head() throws {
        let findings = try Leeds.findings(Leeds.y2009, on: .of("2009-12-31"))
        let head = findings.filter { $0.code == "F03" && $0.subject.id == "head-youth-support" }
        #expect(head.map(\.severity) == [.cannotTell])
    }

    @Test(
        "What else was reported is shown, as reported",
        arguments: [
            ("F26", "3.6.8"), ("F27", "3.2.1"), ("F28", "3.4.3"), ("F29", "4.1.5"), ("F30", "4.3.2"), ("F31", "4.3.4"),
            ("F32", "4.3.6"),
            ("F33", "4.4.7"), ("F34", "4.4.9"), ("F35", "5.3.12"), ("F36", "appendix 1"), ("F37", "appendix 1"),
            ("F38", "appendix 1"),
            ("F39", "appendix 1"), ("F40", "appendix 1"), ("F41", "appendix 1"), ("F42", "2.4"),
        ])
    func reported(code: String, paragraph: String) throws {
        let findings = try Leeds.findings(Leeds.y2009, on: .of("2009-12-31")).filter { $0.code == code }
        #expect(!findings.isEmpty && findings.allSatisfy { $0.basis == .reported })
        #expect(findings.contains { $0.sources.contains(Citation("P10", paragraph)) })
    }
}
