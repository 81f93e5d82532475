import Foundation
import Kernel
import Programs
import Settings
import Testing

@testable import Press

@Suite("PDFs")
struct PressTests {
    /// Whether this machine has the programs.
    static let isThere = (try? Press(Settings())) != nil
    static let notThere: Comment = "weasyprint and qpdf are not installed: bin/setup installs them"

    @Test("Where a program is missing, it says which package to install")
    func missing() {
        let settings = Settings.reading(
            Settings.ofThePress, environment: ["THINKCHILD_PRESS_WEASYPRINT": "/nowhere/weasyprint"]
        ).settings
        let error = #expect(throws: Refusal.self) { _ = try Press(settings) }
        #expect(error?.sentences.first?.contains("install weasyprint") == true)
    }

    @Test(
        "A page becomes a PDF, others are laid into it, and its pages are numbered through",
        .enabled(if: isThere, notThere))
    func pack() async throws {
        let press = try Press(Settings()), folder = try PrivateFolder()
        func write(_ name: String, _ text: String) async throws {
            try await folder.write(name) { take in try take(Array(text.utf8)) }
        }
        try await write("paper.html", "<p style='page-break-after:always'>One</p><p>Two</p>")
        _ = try await press.typeset("paper.html", to: "paper.pdf", in: folder)
        #expect(try await press.pages(of: "paper.pdf", in: folder) == 2)
        try await write(
            "base.html",
            """
            <style>@page { @bottom-center { content: "Page " counter(page) " of " counter(pages) } }
            h1, h2 { bookmark-level: 1; break-before: page }</style>
            <p>Contents</p><h1>A paper</h1><div style="break-before: page"></div><h2>After</h2>
            """)
        #expect(try await press.typeset("base.html", to: "base.pdf", in: folder) == [2, 4])
        #expect(
            try await press.lay(
                [Press.Laid("paper.pdf", from: 2, count: 2)], under: "base.pdf", to: "pack.pdf", in: folder))
        #expect(try await press.pages(of: "pack.pdf", in: folder) == 4)
        #expect(try MadeFile("pack.pdf", in: folder).whole().starts(with: "%PDF-".utf8))
    }

    @Test(
        "What is no PDF, and one that is damaged, has no pages; nothing else is harmed", .enabled(if: isThere, notThere)
    )
    func damaged() async throws {
        let press = try Press(Settings()), folder = try PrivateFolder()
        for text in [
            "", "hello", "%PDF-1.7\n%%EOF\n", "--help", "%PDF-1.7\n1 0 obj<</Type/Catalog/Pages 1 0 R>>endobj",
        ] {
            try await folder.write("a.pdf") { take in try take(Array(text.utf8)) }
            #expect(try await press.pages(of: "a.pdf", in: folder) == nil)
        }
    }

    @Test("A program that takes too long, or too much, is stopped")
    func limits() async throws {
        let folder = try PrivateFolder()
        var sleeper = Program(path: "/bin/sleep")
        sleeper.limits.wait = .milliseconds(200)
        await #expect(throws: ProgramFailure("sleep took longer than 0 seconds")) {
            _ = try await sleeper.run(["30"], in: folder)
        }
        var writer = Program(path: "/bin/dd")
        writer.limits.fileMegabytes = 1
        let outcome = try await writer.run(["if=/dev/zero", "of=large", "bs=1M", "count=5"], in: folder)
        #expect(outcome.status != 0)
        let large = try FileManager.default.attributesOfItem(atPath: folder.file("large"))[.size] as? NSNumber
        #expect(large?.intValue == 1_048_576)
        await #expect(throws: (any Error).self) {
            let outcome = try await Program(path: "/nowhere/at-all").run([], in: folder)
            if outcome.status != 0 { throw ProgramFailure("no") }
        }
    }

    @Test("Nobody else may look into the folder, and it is gone with whoever held it")
    func folder() throws {
        var folder: PrivateFolder? = try PrivateFolder()
        let path = try #require(folder?.path)
        let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? NSNumber
        #expect(mode?.intValue == 0o700)
        folder = nil
        #expect(!FileManager.default.fileExists(atPath: path))
    }

    @Test("What a killed process left is swept, and what one still has is not")
    func sweeping() throws {
        let folder = try PrivateFolder(), home = FileManager.default.temporaryDirectory.path
        let left = home + "/thinkchild-press-left-\(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: left, withIntermediateDirectories: false)
        for name in ["held", "paper-0.pdf"] {
            #expect(FileManager.default.createFile(atPath: left + "/" + name, contents: nil))
        }
        PrivateFolder.sweep()
        #expect(!FileManager.default.fileExists(atPath: left))
        #expect(FileManager.default.fileExists(atPath: folder.path))
    }
}
