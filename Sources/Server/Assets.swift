internal import Foundation
internal import Web

/// What pages are drawn with: GOV.UK Frontend as it was released, and the little style sheet of our own.
/// Read once, at the start; each under a path with a digest of its content, so that a browser may keep it for ever.
struct Assets: Sendable {
    /// One file, as it is and compressed.
    struct File: Sendable {
        let bytes: [UInt8]
        let compressed: [UInt8]?
        let type: String
        let digest: String
    }

    static let release = "govuk-frontend-5.11.1"

    private(set) var files: [String: File] = [:]
    private(set) var paths = Layout.Assets()
    /// Whether GOV.UK Frontend was found; pages are bare without it.
    private(set) var isWhole = false

    /// - Parameter folder: where `bin/fetch-govuk` put the release; looked for in the usual places when nil.
    init(folder: String?) {
        paths.own = add(Array(Stylesheet.own.utf8), name: "thinkchild.css", type: "text/css; charset=utf-8")
        paths.script = add(
            Array(Script.own.utf8), name: "thinkchild.js", type: "text/javascript; charset=utf-8")
        paths.icon = add(Array(Stylesheet.icon.utf8), name: "icon.svg", type: "image/svg+xml")
        guard let folder = folder ?? Self.usualPlaces().first(where: FileManager.default.fileExists) else { return }
        if let css = FileManager.default.contents(atPath: "\(folder)/\(Self.release).min.css") {
            paths.frontend = add(Array(css), name: "\(Self.release).min.css", type: "text/css; charset=utf-8")
            isWhole = true
        }
        addImages(in: "\(folder)/assets")
    }

    /// The images and the manifest stand under the paths by which the release itself calls them.
    private mutating func addImages(in folder: String) {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder + "/images")) ?? []
        for (path, name) in [("manifest.json", "manifest.json")] + names.map({ ("images/" + $0, $0) }) {
            guard let type = Self.type(of: name), let data = FileManager.default.contents(atPath: "\(folder)/\(path)")
            else { continue }
            files["/assets/" + path] = Self.file(Array(data), type)
        }
    }

    private mutating func add(_ bytes: [UInt8], name: String, type: String) -> String {
        let file = Self.file(bytes, type)
        let path = "/assets/\(file.digest)/\(name)"
        files[path] = file
        return path
    }

    private static func file(_ bytes: [UInt8], _ type: String) -> File {
        let isText = type.hasPrefix("text/") || type.hasPrefix("image/svg") || type.hasPrefix("application/json")
        var digest = Fingerprint()
        digest.add(bytes)
        return File(bytes: bytes, compressed: isText ? Gzip.compressHard(bytes) : nil, type: type, digest: digest.text)
    }

    private static func type(of name: String) -> String? {
        switch name.split(separator: ".").last {
        case "svg": "image/svg+xml"
        case "png": "image/png"
        case "ico": "image/x-icon"
        case "json": "application/json"
        default: nil
        }
    }

    /// Under the folder the service was started in, beside the executable, or above it.
    private static func usualPlaces() -> [String] {
        var places: [String] = [FileManager.default.currentDirectoryPath]
        var folder = URL(fileURLWithPath: CommandLine.arguments.first ?? "").resolvingSymlinksInPath()
            .deletingLastPathComponent()
        for _ in 0..<6 {
            places.append(folder.path)
            folder.deleteLastPathComponent()
        }
        return places.map { "\($0)/.thinkchild/assets/\(release)" }
    }
}
