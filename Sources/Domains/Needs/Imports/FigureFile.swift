import Files
import Foundation
import Kernel
import Ledger
import Programs
import Settings
import Sheets
import Tables

/// A file that is read a piece at a time, twice: once for its digest, and once for its rows.
@_spi(Workflows)
public struct FigureFile: Sendable {
    /// The name that remarks give it.
    public let name: String
    private let content: Content

    private enum Content: Sendable {
        case path(String)
        case sent(any ByteSource)
        /// Made from a workbook, in a folder that goes when nobody reads it any more.
        case made(String, PrivateFolder)
    }

    static let pieceBytes = 1 << 20

    /// - Throws: `Refusal.invalid` unless there is a file at the path.
    public init(path: String) throws(Refusal) {
        let attributes = try? FileManager.default.attributesOfItem(atPath: path)
        guard attributes?[.type] as? FileAttributeType == .typeRegular else {
            throw .invalid([Problem("path", "There is no file at \(path)")])
        }
        name = URL(fileURLWithPath: path).lastPathComponent
        content = .path(path)
    }

    /// What somebody sent.
    public init(_ content: any ByteSource, named name: String) { (self.name, self.content) = (name, .sent(content)) }

    private init(_ csv: String, in folder: PrivateFolder, named name: String) {
        (self.name, content) = (name, .made(csv, folder))
    }

    /// The table that is read: the file itself, or the sheet of a workbook.
    /// - Throws: `.invalid` for a workbook that cannot be read, and `.unavailable` where none can be on this machine.
    func table(sheet: String?, _ settings: Settings) async throws -> FigureFile {
        let next = try source()
        var piece = try next()
        guard ReadWorkbook.mayBeOne(piece ?? []) else {
            guard let sheet else { return self }
            throw Refusal.invalid([
                Problem(name, "\(name): The mapping reads the sheet “\(sheet)”, and this is no workbook (XLSX)")
            ])
        }
        let reader = try ReadWorkbook(settings), folder = try PrivateFolder()
        try await folder.write("workbook.xlsx") { take in
            while let bytes = piece, !bytes.isEmpty {
                try take(bytes)
                piece = try next()
            }
        }
        try await reader.perform("workbook.xlsx", sheet: sheet, to: "sheet.csv", called: name, in: folder)
        return FigureFile("sheet.csv", in: folder, named: name)
    }

    /// SHA-256, in hexadecimal.
    func digest() throws -> String {
        var digest = FileDigest()
        let next = try source()
        while let piece = try next(), !piece.isEmpty { digest.add(Data(piece)) }
        return digest.hexadecimal
    }

    func source() throws -> TableStream.Source {
        switch content {
        case .sent(let content):
            var position = 0
            return {
                let piece = try content.bytes(at: position, length: Self.pieceBytes)
                position += piece.count
                return piece
            }
        case .path(let path): return try pieces(of: path)
        case .made(let csv, let folder): return try pieces(of: folder.file(csv))
        }
    }

    private func pieces(of path: String) throws -> TableStream.Source {
        let handle = try FileHandle(forReadingFrom: URL(fileURLWithPath: path))
        return { try handle.read(upToCount: Self.pieceBytes).map { [UInt8]($0) } }
    }
}
