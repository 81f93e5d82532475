public import Files
import Foundation
public import Kernel
public import Programs
public import Settings

/// Makes a PDF of a page, and lays other PDFs into it: by WeasyPrint and qpdf, where the machine has them.
public struct Press: Sendable {
    let typesetter: Program
    let joiner: Program

    /// - Throws: `.unavailable`, naming the package to install, where one is missing.
    public init(_ settings: Settings) throws(Refusal) {
        let paths = [settings[Settings.typesetter], settings[Settings.joiner]]
        for (path, package) in zip(paths + [Program.limiter], ["weasyprint", "qpdf", "util-linux"]) {
            guard FileManager.default.isExecutableFile(atPath: path) else {
                throw .unavailable(
                    "A PDF cannot be made on this machine: there is no \(path). "
                        + "Whoever runs the service can install \(package). The page that says the same can be read now"
                )
            }
        }
        var limits = Program.Limits()
        limits.memoryMegabytes = settings[Settings.pressMegabytes]
        typesetter = Program(path: paths[0], limits: limits)
        joiner = Program(path: paths[1], limits: limits)
    }

    /// Makes a PDF of a page, which must name nothing outside the folder.
    /// - Returns: on which page each bookmark of the first level stands, from 1, in order.
    public func typeset(_ page: String, to pdf: String, in folder: PrivateFolder) async throws -> [Int] {
        let made = try await typesetter.run(
            ["--quiet", "--encoding", "utf-8", page, pdf], in: folder)
        guard made.status == 0, FileManager.default.fileExists(atPath: folder.file(pdf)) else {
            throw ProgramFailure("WeasyPrint could not make the PDF (\(made.status)): \(made.complaint.suffix(200))")
        }
        let said = try await joiner.run(["--json=2", "--json-key=outlines", pdf], in: folder)
        guard said.status == 0, let outlines = try? JSONDecoder().decode(Outlines.self, from: Data(said.output.utf8))
        else { throw ProgramFailure("The bookmarks of the PDF that was made cannot be read") }
        return outlines.outlines.map(\.page)
    }

    /// How many pages a PDF has; nil for one that cannot be laid into another: locked, damaged, or none at all.
    public func pages(of pdf: String, in folder: PrivateFolder) async throws -> Int? {
        let said = try await joiner.run(["--show-npages", pdf], in: folder)
        // 3 is success with warnings, which many a scanned paper gives.
        guard said.status == 0 || said.status == 3 else { return nil }
        let count = said.output.split(whereSeparator: \.isNewline).first.flatMap { Int($0) }
        return count.flatMap { $0 > 0 ? $0 : nil }
    }

    /// A PDF that is laid into another.
    public struct Laid: Sendable {
        let pdf: String
        let pages: ClosedRange<Int>

        /// - Parameter page: under which page its first comes, from 1.
        public init(_ pdf: String, from page: Int, count: Int) {
            (self.pdf, pages) = (pdf, page...(page + max(1, count) - 1))
        }
    }

    /// Lays PDFs' pages under another's, so that what stands on those already shows above them. However many there are,
    /// the base is read and written once.
    public func lay(
        _ papers: [Laid], under base: String, to result: String, in folder: PrivateFolder
    ) async throws -> Bool {
        let all = "laid.pdf", parts = papers.flatMap { [$0.pdf, "1-\($0.pages.count)"] }
        let joined = try await joiner.run(["--empty", "--pages"] + parts + ["--", all], in: folder)
        guard joined.status == 0 || joined.status == 3 else { return false }
        let places = papers.map { "\($0.pages.lowerBound)-\($0.pages.upperBound)" }.joined(separator: ",")
        let said = try await joiner.run([base, "--underlay", all, "--to=\(places)", "--", result], in: folder)
        return said.status == 0 || said.status == 3
    }

    /// What qpdf says of bookmarks.
    private struct Outlines: Decodable {
        struct Outline: Decodable {
            let page: Int
            enum CodingKeys: String, CodingKey { case page = "destpageposfrom1" }
        }

        let outlines: [Outline]
    }
}

/// A file on disk, as something that is kept.
public struct MadeFile: ByteSource {
    private let folder: PrivateFolder
    private let name: String
    public let count: Int

    /// - Throws: `ProgramFailure` when there is none.
    public init(_ name: String, in folder: PrivateFolder) throws {
        let attributes = try? FileManager.default.attributesOfItem(atPath: folder.file(name))
        guard let size = attributes?[.size] as? NSNumber, size.intValue > 0 else {
            throw ProgramFailure("Nothing was made")
        }
        (self.folder, self.name, count) = (folder, name, size.intValue)
    }

    public func bytes(at offset: Int, length: Int) throws -> [UInt8] {
        guard let handle = FileHandle(forReadingAtPath: folder.file(name)) else {
            throw ProgramFailure("What was made is gone")
        }
        defer { try? handle.close() }
        try handle.seek(toOffset: UInt64(max(0, offset)))
        return Array(try handle.read(upToCount: max(0, length)) ?? Data())
    }
}
