import Cast
import Crypto
import Foundation
import Kernel
import Testing

/// Files under `docs/` that this suite writes. Those that belong to a room are written by that room's tests.
@Suite("Golden files of the house")
struct GoldenTests {
    @Test("Bank holidays")
    func bankHolidays() throws {
        let holidays = try (BankHolidays.firstYear...2035).flatMap { year in try BankHolidays.in(year) }
        let width = holidays.map(\.name.count).max() ?? 0
        let lines = holidays.map { holiday in
            "\(holiday.day)  \(holiday.name.padding(toLength: width, withPad: " ", startingAt: 0))  \(holiday.source)"
        }
        let text =
            "# England and Wales: day, name, and the power that made it one (BFDA1971 is the 1971 Act).\n"
            + lines.joined(separator: "\n") + "\n"
        #expect(try Golden.difference(text, from: "docs/generated/bank-holidays.txt") == nil)
    }

    /// A file listed there has shipped: somebody's database was made from it, and an edit would never reach them.
    /// New files are added by `bin/golden`; it does not overwrite what is listed.
    @Test("Migrations are never edited once shipped")
    func migrations() throws {
        let path = "docs/generated/migrations.sha256"
        let held = (try? String(contentsOf: Golden.root.appending(path: path), encoding: .utf8)) ?? ""
        let shipped = Dictionary(
            held.split(separator: "\n").map { line in (String(line.dropFirst(66)), String(line.prefix(64))) },
            uniquingKeysWith: { first, _ in first })
        let present = Dictionary(uniqueKeysWithValues: Tree.migrations.map { ($0.path, Self.digest($0.text)) })
        for (file, digest) in shipped.sorted(by: { $0.key < $1.key }) {
            #expect(present[file] == digest, "\(file) was changed or removed after it shipped: add a new migration")
        }
        let all = shipped.merging(present) { shipped, _ in shipped }
        let text = all.sorted { $0.key < $1.key }.map { "\($0.value)  \($0.key)\n" }.joined()
        #expect(try Golden.difference(text, from: path) == nil)
    }

    @Test("Decisions, listed")
    func decisions() throws {
        let pages = Tree.pages.filter { $0.path.hasPrefix("docs/adr/0") }
        var text =
            "# Decisions\n\nEach is dated and never rewritten: a later one supersedes it. Written by `bin/golden`.\n\n"
        for (index, page) in pages.enumerated() {
            let number = String(page.name.prefix(4))
            #expect(
                Int(number) == index + 1, "\(page) is out of sequence: two decisions share a number, or one is missing")
            let title = page.lines.first?.dropFirst(2) ?? ""
            #expect(title.hasPrefix("\(index + 1). "), "\(page) begins \"\(title)\", not with its number")
            let date = page.lines.first { $0.hasPrefix("Decided ") } ?? ""
            #expect(!date.isEmpty, "\(page) does not say when it was decided")
            for heading in ["## Options", "## Decision", "## Consequences"] {
                #expect(page.text.contains(heading), "\(page) has no \(heading)")
            }
            text += "- [\(title)](\(page.name)). \(date)\n"
        }
        #expect(try Golden.difference(text, from: "docs/adr/README.md") == nil)
    }

    private static func digest(_ text: String) -> String {
        SHA256.hash(data: Data(text.utf8)).map { byte in
            String(byte >> 4, radix: 16) + String(byte & 15, radix: 16)
        }.joined()
    }
}
