import Cast
import Foundation
import Testing

@Suite("Pages for people who read")
struct PageTests {
    static let roomLinesMax = 60

    @Test("A page has one title, on its first line")
    func oneTitle() {
        for page in Tree.pages {
            let titles = Self.prose(of: page).filter { $0.hasPrefix("# ") }
            #expect(titles.count == 1, "\(page) has \(titles.count) titles: give it one `# Title`")
            #expect(page.lines.first?.hasPrefix("# ") == true, "\(page) does not begin with its title")
        }
    }

    @Test("A room says on one screen what is in it", arguments: Tree.rooms)
    func roomsAreDescribed(room: String) throws {
        let path = "Sources/Domains/\(room)/README.md"
        let page = try #require(Tree.pages.first { $0.path == path }, "\(room) has no README.md")
        #expect(page.lines.count - 1 <= Self.roomLinesMax, "\(path) is more than one screen")
        #expect(page.lines.count > 5, "\(path) says next to nothing")
    }

    @Test("A link to another page of the repository leads somewhere")
    func links() throws {
        let link = try Regex(#"\]\(([^)#:\s]+)(#[^)]*)?\)"#)
        for page in Tree.pages {
            let folder = Golden.root.appending(path: page.path).deletingLastPathComponent()
            for match in Self.prose(of: page).joined(separator: "\n").matches(of: link) {
                let target = String(match.output[1].substring ?? "")
                let there = folder.appending(path: target).standardizedFileURL.path
                #expect(FileManager.default.fileExists(atPath: there), "\(page) links to \(target), which is not there")
            }
        }
    }

    @Test("A script stops at its first failure and is allowed to run")
    func scripts() {
        for script in Tree.scripts {
            let path = Golden.root.appending(path: script.path).path
            #expect(FileManager.default.isExecutableFile(atPath: path), "\(script) cannot be run: chmod +x")
            if script.text.hasPrefix("#!/usr/bin/env bash"), script.lines.count > 3 {
                #expect(script.text.contains("set -euo pipefail"), "\(script) goes on after a failure")
            }
        }
    }

    /// The page's lines without its blocks of code.
    private static func prose(of page: Tree.File) -> [Substring] {
        var isCode = false
        return page.lines.filter { line in
            if line.hasPrefix("```") { isCode.toggle() }
            return !isCode
        }
    }
}
