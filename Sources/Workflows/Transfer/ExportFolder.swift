import Doors
import Foundation
import Kernel
import Records

/// A folder that an export fills: what an earlier export left there goes, and nothing else is touched.
struct ExportFolder {
    private let path: String
    private let registry: Registry

    init(_ path: String, _ registry: Registry) { (self.path, self.registry) = (path, registry) }

    /// - Throws: `.invalid` when the folder holds descriptions that no export wrote, or cannot be written to.
    func write(_ files: [ExportRecords.File]) throws(Refusal) -> VerbOutput {
        let url = URL(fileURLWithPath: path, isDirectory: true)
        let held = (try? FileManager.default.contentsOfDirectory(atPath: url.path)) ?? []
        if let stranger = held.sorted().first(where: isStranger) {
            throw .invalid([
                Problem("output", "\(path) holds \(stranger), which no export wrote: give an empty folder")
            ])
        }
        do {
            try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
            for file in files {
                try Data(file.text.utf8).write(to: url.appendingPathComponent(file.name), options: .atomic)
            }
            // Last, so that a folder which cannot be written to loses nothing.
            for name in held where isOwn(name) && !files.contains(where: { $0.name == name }) {
                try FileManager.default.removeItem(at: url.appendingPathComponent(name))
            }
        } catch {
            throw .invalid([Problem("output", "Nothing can be written to \(path)")])
        }
        return VerbOutput("", remarks: ["\(files.count) files written to \(path)"])
    }

    /// Something that an import of the folder would read beside what is written.
    private func isStranger(_ name: String) -> Bool {
        !isOwn(name) && !name.hasPrefix(".")
            && (name.hasSuffix(".yaml") || name.hasSuffix(".yml") || name == "scenarios")
    }

    /// `02-settings.yaml`, `02-settings-3.yaml`, `popolo.json`.
    private func isOwn(_ name: String) -> Bool {
        if name == "popolo.json" { return true }
        guard name.hasSuffix(".yaml"), name.prefix(3).wholeMatch(of: /[0-9]{2}-/) != nil else { return false }
        let rest = name.dropFirst(3).dropLast(".yaml".count)
        if registry.kind(plural: String(rest)) != nil { return true }
        guard let dash = rest.lastIndex(of: "-"), Int(rest[rest.index(after: dash)...]) != nil else { return false }
        return registry.kind(plural: String(rest[..<dash])) != nil
    }
}
