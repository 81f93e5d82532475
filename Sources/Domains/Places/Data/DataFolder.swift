import Foundation
public import Kernel
public import Records
import Tables

/// A folder of figures about a place, with a `data.yaml` that says what each of its files is.
public struct DataFolder: Sendable {
    let path: String
    let manifest: DataManifest

    /// Whether there is a manifest at the path, and so figures to load.
    public static func isOne(_ path: String) -> Bool {
        FileManager.default.fileExists(
            atPath: URL(fileURLWithPath: path).appendingPathComponent(DataManifest.fileName).path)
    }

    /// Reads the manifest.
    /// - Throws: `Refusal.invalid` with every problem in it.
    public init(_ path: String) throws(Refusal) {
        self.path = path
        do throws(FileProblems) {
            let bytes = try DataFolder.bytes(of: DataManifest.fileName, in: path, atMost: 1 << 20)
            manifest = try ManifestReader.read(bytes, file: DataManifest.fileName)
        } catch {
            throw .invalid(error.problems.map { Problem("\($0.file):\($0.line)", $0.description) })
        }
    }

    /// The files of statements that are to be read before the figures: paths for a `RecordReader`.
    public var recordPaths: [String] {
        manifest.recordFiles.map { URL(fileURLWithPath: path).appendingPathComponent($0).path }
    }

    /// Reads every file of figures. Nothing is kept: see `LoadFigures`.
    /// - Parameter areas: what is known of areas, from the files of statements and the database.
    public func figures(placing areas: Book) -> Figures {
        var figures = Figures(place: manifest.place, isHeld: areas.kindName(of: manifest.place) == Area.kind.name)
        let wards = DataFolder.identifiers(of: areas)
        for table in manifest.tables.sorted(by: { ($0.shape.turn, $0.line) < ($1.shape.turn, $1.line) }) {
            do throws(FileProblems) {
                let bytes = try DataFolder.bytes(of: table.file, in: path, atMost: TableLimits.standard.fileBytesMax)
                try figures.take(table, bytes, wards: wards)
            } catch {
                figures.refuse(table, error.problems)
            }
        }
        return figures
    }

    /// The identifier of every ward by its code. A code that two wards share names neither.
    private static func identifiers(of areas: Book) -> [String: String] {
        var identifiers: [String: Set<String>] = [:]
        for record in areas.all(Area.kind.name) where record.text("type") == "ward" {
            if let code = record.text("code") { identifiers[code, default: []].insert(record.id) }
        }
        return identifiers.compactMapValues { $0.count == 1 ? $0.first : nil }
    }

    private static func bytes(of file: String, in folder: String, atMost limit: Int) throws(FileProblems) -> [UInt8] {
        let path = URL(fileURLWithPath: folder).appendingPathComponent(file).path
        func problem(_ message: String, _ mend: String) -> FileProblems {
            FileProblems([FileProblem(file: file, line: 1, key: "", message, mend: mend)])
        }
        let attributes = try? FileManager.default.attributesOfItem(atPath: path)
        guard let attributes, attributes[.type] as? FileAttributeType == .typeRegular else {
            throw problem(
                "There is no such file in the folder", "Put it there, or take it out of \(DataManifest.fileName)")
        }
        let size = (attributes[.size] as? NSNumber)?.intValue ?? 0
        guard size <= limit else {
            throw problem(
                "The file is \(size) bytes; \(limit) is the most that is taken", "Split it into several files")
        }
        guard let data = FileManager.default.contents(atPath: path) else {
            throw problem("The file cannot be read", "Let whoever runs this read it")
        }
        return [UInt8](data)
    }
}
