import Arrangements
import Cast
import Foundation
import Meetings
import Needs
import Partners
import Performance
import Places
import Plan
import Records
import Testing

/// What the rooms ship as SQL is what their kinds of record need.
struct SchemaAgreementTests {
    /// The file in which each room makes the tables of its kinds, and those in which it has added columns to them.
    static let files: [(String, [String], [Kind])] = [
        ("Sources/Domains/Places/Schema/0001-places.sql", [], PlacesKinds.all),
        (
            "Sources/Domains/Partners/Schema/0001-partners.sql",
            ["Sources/Domains/Partners/Schema/0002-access.sql"], PartnersKinds.all
        ),
        (
            "Sources/Domains/Arrangements/Schema/0001-arrangements.sql",
            ["Sources/Domains/Arrangements/Schema/0002-kinds-of-body.sql"], ArrangementsKinds.all
        ),
        (
            "Sources/Domains/Meetings/Schema/0001-meetings.sql",
            ["Sources/Domains/Meetings/Schema/0005-notice.sql", "Sources/Domains/Meetings/Schema/0006-higher.sql"],
            MeetingsKinds.all.filter { $0.name != Paper.kind.name }
        ),
        (
            "Sources/Domains/Meetings/Schema/0002-papers.sql", ["Sources/Domains/Meetings/Schema/0005-notice.sql"],
            [Paper.kind]
        ),
        ("Sources/Domains/Needs/Schema/0001-needs.sql", [], NeedsKinds.all),
        ("Sources/Domains/Plan/Schema/0001-plan.sql", [], PlanKinds.all),
        (
            "Sources/Domains/Performance/Schema/0001-performance.sql",
            ["Sources/Domains/Performance/Schema/0003-targets.sql"], PerformanceKinds.all
        ),
    ]

    @Test(arguments: files)
    func everyKindHasItsTable(file: String, later: [String], kinds: [Kind]) throws {
        let shipped = try text(of: file), added = try later.map(text(of:)).joined()
        for kind in kinds {
            // A column added later stands in a line of its own, with what it may hold.
            let expected = RecordStore.expectedTable(for: kind).split(separator: "\n", omittingEmptySubsequences: false)
                .filter { line in
                    let words = line.drop { $0 == " " || $0 == "," }.split(separator: " ", maxSplits: 1)
                    guard line.hasPrefix("    "), words.count == 2 else { return true }
                    let type = words[1].drop { $0 == " " }.dropLast()
                    return !added.contains("ALTER TABLE \(kind.table) ADD COLUMN \(words[0]) \(type);")
                }
                .joined(separator: "\n")
            // A table that was made anew stands there whole.
            let columns = expected.prefix(upTo: expected.range(of: "\n);")?.lowerBound ?? expected.endIndex)
            let anew = "CREATE TABLE \(kind.table)_new (" + columns.drop { $0 != "(" }.dropFirst()
            let isThere = shipped.contains(expected) || inOneLine(added).contains(inOneLine(anew))
            #expect(isThere, "\(file) lacks, as \(kind.name) is now:\n\(expected)")
        }
        let tables = shipped.split(separator: "\n").count { $0.hasPrefix("CREATE TABLE") }
        #expect(tables == kinds.count, "\(file) makes \(tables) tables for \(kinds.count) kinds")
    }

    private func inOneLine(_ text: String) -> String {
        text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    private func text(of file: String) throws -> String {
        try String(contentsOf: Golden.root.appending(path: file), encoding: .utf8)
    }
}
