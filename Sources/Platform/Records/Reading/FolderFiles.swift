internal import Foundation
internal import Kernel
internal import YAML

/// A folder, or one file standing for a folder, that a description is read from.
struct DescriptionPath: Hashable {
    /// Absolute, with no links and no dots in it.
    let path: String
    let isFolder: Bool

    /// Nil when there is nothing there.
    init?(_ path: String) {
        let url = URL(fileURLWithPath: path).standardizedFileURL.resolvingSymlinksInPath()
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: url.path, isDirectory: &isFolder) else { return nil }
        self.path = url.path
        self.isFolder = isFolder.boolValue
    }

    /// The folder that what it builds on is relative to.
    var folder: String { isFolder ? path : URL(fileURLWithPath: path).deletingLastPathComponent().path }

    /// Whether it is one scenario of those kept beside a state.
    var standsInScenarios: Bool { !isFolder && URL(fileURLWithPath: folder).lastPathComponent == FolderFiles.scenarios }

    func joined(_ relative: String) -> DescriptionPath? { DescriptionPath(folder + "/" + relative) }

    /// How to get to `file` from here, as in `../2006/bodies.yaml`.
    func relative(_ file: String) -> String {
        let from = folder.split(separator: "/"), to = file.split(separator: "/")
        var shared = 0
        while shared < from.count, shared < to.count, from[shared] == to[shared] { shared += 1 }
        return (Array(repeating: "..", count: from.count - shared) + to[shared...].map(String.init)).joined(
            separator: "/")
    }
}

/// The files of a folder.
enum FolderFiles {
    static let scenarios = "scenarios"

    /// Absolute paths of the `.yaml` and `.yml` files directly in a folder, by name; or the one file itself.
    static func paths(of target: DescriptionPath) -> [String] {
        guard target.isFolder else { return [target.path] }
        let names = (try? FileManager.default.contentsOfDirectory(atPath: target.path)) ?? []
        return names.filter { ($0.hasSuffix(".yaml") || $0.hasSuffix(".yml")) && !$0.hasPrefix(".") }
            .sorted { Array($0.utf8).lexicographicallyPrecedes(Array($1.utf8)) }
            .map { target.path + "/" + $0 }
    }

    /// - Throws: why it cannot be read.
    static func bytes(of path: String, named file: String) throws(YAMLRefusal) -> [UInt8] {
        let attributes = try? FileManager.default.attributesOfItem(atPath: path)
        guard let attributes, attributes[.type] as? FileAttributeType == .typeRegular else {
            throw YAMLRefusal([
                YAMLProblem(line: 1, column: 1, "This is not a file", mend: "Take it away, or put a file in its place")
            ])
        }
        let size = (attributes[.size] as? NSNumber)?.intValue ?? 0
        guard size <= YAMLLimits.standard.bytes else {
            let message = "The file is \(size) bytes; \(YAMLLimits.standard.bytes) is the most that is taken"
            throw YAMLRefusal([YAMLProblem(line: 1, column: 1, message, mend: "Split it into several files")])
        }
        guard let data = FileManager.default.contents(atPath: path) else {
            throw YAMLRefusal([
                YAMLProblem(line: 1, column: 1, "The file cannot be read", mend: "Let whoever runs this read it")
            ])
        }
        return [UInt8](data)
    }
}
