import Doors
import Foundation
import Kernel
import Places
import Records
import Store

/// Everything that the paths of an import hold, read and found sound in itself.
struct TransferSource: Sendable {
    let book: Book
    let figures: [Figures]
    let origin: String
    /// Why facts were put right, as the files say, by identifier.
    let reasons: [String: String]
    /// What a person should know that is not a problem.
    let remarks: [String]

    /// Folders and files of arrangements, folders of data, Popolo documents and meeting data, all into one. Each may
    /// point at what is held already, and at what the paths before it gave.
    ///
    /// - Parameter allowed: Asked before anything is said of what was read: what is wrong with a record may tell what
    ///   is held.
    /// - Throws: `.invalid` with every problem of every file, each with its place.
    static func read(
        _ paths: [String], registry: Registry, over house: House, on today: Day, allowed: (Kind) throws -> Void
    ) async throws -> TransferSource {
        let documents = paths.filter { $0.lowercased().hasSuffix(".json") }
        let tables = paths.filter { $0.lowercased().hasSuffix(".csv") }
        let folders = try paths.filter(DataFolder.isOne).map { path throws(Refusal) in try DataFolder(path) }
        let described = paths.filter { !(documents + tables).contains($0) && !DataFolder.isOne($0) }
        let held = try await house.store.read { tx in try tx.loadBook(registry) }
        var book = Book(), problems: [FileProblem] = [], remarks: [String] = [], reasons: [String: String] = [:]
        let all = folders.flatMap(\.recordPaths) + described
        if !all.isEmpty {
            let reading = try RecordReader(registry).read(paths: all, over: held)
            book = reading.history
            reasons = reading.reasons
            problems += reading.problems
        }
        let known = held.laid(under: book)
        let figures = problems.isEmpty ? folders.map { $0.figures(placing: known) } : []
        for each in figures {
            problems += each.problems
            remarks += each.remarks
            book.set(each: each.settings.map { [$0] })
        }
        for path in documents {
            let popolo = try PopoloReading(try bytes(of: path), named: path, on: today)
            let reading = RecordReader(registry).read(drafts: popolo.drafts, named: path, over: held.laid(under: book))
            problems += reading.problems
            remarks += popolo.warnings
            book.set(each: reading.history.things)
        }
        if !tables.isEmpty {
            let files = try tables.map { path throws(Refusal) in (name: path, bytes: try bytes(of: path)) }
            let known = held.laid(under: book)
            let meetings = try MeetingDataReading(files, over: known, on: today)
            let named = tables.joined(separator: " ")
            let reading = RecordReader(registry).read(drafts: meetings.drafts, named: named, over: known)
            problems += reading.problems
            remarks += meetings.remarks
            book.set(each: reading.history.things)
        }
        for kind in registry.kinds where !book.identifiers(of: kind.name).isEmpty { try allowed(kind) }
        guard problems.isEmpty else { throw problems.asRefusal }
        return TransferSource(
            book: book, figures: figures, origin: paths.joined(separator: " "), reasons: reasons, remarks: remarks)
    }

    private static func bytes(of path: String) throws(Refusal) -> [UInt8] {
        guard let data = FileManager.default.contents(atPath: path) else {
            throw .invalid([Problem("path", "There is no file at \(path)")])
        }
        return Array(data)
    }
}

extension [FileProblem] {
    var asRefusal: Refusal { .invalid(map { Problem($0.key, $0.description) }) }
}
