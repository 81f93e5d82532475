import Cast
import Foundation

/// The repository as its files stand, which is what the house rules are about.
enum Tree {
    /// One file, read whole.
    struct File: Sendable, CustomStringConvertible {
        /// From the top of the repository: `Sources/Domains/Places/Places.swift`.
        let path: String
        let text: String

        var description: String { path }
        var lines: [Substring] { text.split(separator: "\n", omittingEmptySubsequences: false) }
        var name: String { String(path.split(separator: "/").last ?? "") }
        /// Without its ending: `Places`.
        var stem: String { String(name.prefix { $0 != "." }) }

        /// The target whose folder this is in: `Places`, `Store`, `Kernel`.
        var target: String {
            let parts = path.split(separator: "/").map(String.init)
            return parts[0] == "Sources" && ["Domains", "Platform"].contains(parts[1]) ? parts[2] : parts[1]
        }
    }

    static let swift = files(in: ["Benchmarks", "Sources", "Tests"], ending: "swift")
    static let sources = swift.filter { $0.path.hasPrefix("Sources/") }
    static let tests = swift.filter { $0.path.hasPrefix("Tests/") }
    static let migrations = files(in: ["Sources"], ending: "sql")
    static let pages =
        files(in: [".github", "docs", "examples", "Sources", "Tests", "tools"], ending: "md")
        + top.filter { $0.path.hasSuffix(".md") }
    static let scripts = files(in: ["bin", ".ci", "tools"], ending: nil).filter { $0.text.hasPrefix("#!") }
    static let written = swift + migrations + pages + scripts + top.filter { $0.name == "Package.swift" }

    /// Folders of `Sources/Domains`, each a room.
    static let rooms = folders("Sources/Domains")
    /// Folders of `Sources/Platform`, each a service.
    static let services = folders("Sources/Platform")

    private static let top: [File] = names(in: Golden.root).compactMap { file(at: $0) }

    private static func files(in folders: [String], ending: String?) -> [File] {
        folders.flatMap { folder -> [File] in
            let found = FileManager.default.enumerator(atPath: Golden.root.appending(path: folder).path)
            let paths = (found?.compactMap { $0 as? String } ?? []).sorted()
            return paths.filter { ending == nil || $0.hasSuffix("." + (ending ?? "")) }
                .compactMap { file(at: "\(folder)/\($0)") }
        }
    }

    private static func file(at path: String) -> File? {
        guard let text = try? String(contentsOf: Golden.root.appending(path: path), encoding: .utf8) else { return nil }
        return File(path: path, text: text)
    }

    private static func folders(_ path: String) -> [String] {
        names(in: Golden.root.appending(path: path)).filter { !$0.hasPrefix(".") }
    }

    private static func names(in folder: URL) -> [String] {
        ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []).sorted()
    }
}
