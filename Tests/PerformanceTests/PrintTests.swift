import Foundation
import Kernel
import Press
import Settings
import Testing

@testable import Performance

@Suite("A scorecard as PDF")
struct PrintTests {
    static let isThere = (try? Press(Settings())) != nil
    static let notThere: Comment = "weasyprint and qpdf are not installed: bin/setup installs them"

    private var document: ScorecardDocumentPage {
        let columns = [
            "Code", "Indicator", "Period", "Value", "Unit", "Target", "Target is", "Rating", "Narrative", "Action",
            "Note",
        ]
        let paper = ScorecardPaper(
            title: "Scorecard of the <Board>", day: "2025-12-31", columns: columns,
            rows: [
                [
                    "NI 62", "Moves", "2025", "13", "%", "10", "Made for an example: nobody agreed it", "Off target",
                    "", "", "",
                ],
                [
                    "", "Absence", "2025", "19", "%", "15", "Agreed by a body", "Off target", "Said & done", "Look",
                    "Stale",
                ],
            ])
        return ScorecardDocumentPage(paper: paper, council: "The council", digest: "abc")
    }

    @Test("It has the table, what is said beneath, and a star at targets that were made up")
    func words() {
        let text = document.text
        for words in [
            "Scorecard of the &lt;Board&gt;", "31 December 2025", "NI 62 Moves", "<td>10 *</td>", "<td>15</td>",
            "nobody agreed them", "Said &amp; done Stale", "Action: Look", "under abc",
        ] { #expect(text.contains(words), "\(words)") }
    }

    @Test("Where the program is missing, it says which package to install, and that the page says the same")
    func missing() async {
        let settings = Settings.reading(
            Settings.ofThePress, environment: ["THINKCHILD_PRESS_WEASYPRINT": "/nowhere/weasyprint"]
        ).settings
        let error = await #expect(throws: Refusal.self) { try await PrintScorecard(settings).perform(document) }
        let said = error?.sentences.first ?? ""
        #expect(said.contains("install weasyprint") && said.contains("The page that says the same"))
    }

    @Test("Where it is there, it is a PDF", .enabled(if: isThere, notThere))
    func made() async throws {
        let bytes = try await PrintScorecard(Settings()).perform(document)
        #expect(bytes.starts(with: "%PDF-".utf8))
    }
}
