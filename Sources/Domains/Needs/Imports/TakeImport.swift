public import Foundation
public import Kernel
import Ledger
import Records
public import Store

/// Takes what an import staged: from then on it is seen, and one fact says where it is from.
@_spi(Workflows)
public struct TakeImport: Sendable {
    let number: Int
    /// SHA-256 of the file that was previewed; nil where the asker staged it in the same breath.
    let digest: String?

    public init(_ number: Int, digest: String? = nil) { (self.number, self.digest) = (number, digest) }

    /// - Throws: `Refusal.notFound` when nothing is staged under the number; `Refusal.changedMeanwhile` when it is of
    ///   another file than was previewed, or another import was taken since it was compared with what was held.
    @discardableResult
    public func perform(by caller: Caller, at now: Date, on day: Day, in tx: Transaction) throws -> StagedImport {
        guard let staged = try tx.stagedImport(number) else { throw Refusal.notFound }
        try caller.must(.changeNeeds, under: .needs)
        guard staged.takenAt == nil else { throw Refusal.outOfOrder("This import was taken already") }
        guard digest == nil || digest == staged.digest else {
            throw Refusal.changedMeanwhile(
                "Import \(number) is of another file now: look at it again before you take it")
        }
        guard staged.readAt != nil else { throw Refusal.outOfOrder("Its file was not read to the end: send it again") }
        guard try tx.lastTakenImport() == staged.after else {
            throw Refusal.changedMeanwhile(
                "Another import was taken since this one was compared with what is held: send the file again")
        }
        try takeParts(by: caller, at: now, on: day, in: tx)
        // Looking for them reads all that was staged.
        if staged.counts.unchanged > 0 || staged.counts.refused > 0 {
            try tx.run(
                "DELETE FROM needs_observation WHERE source = \(number) AND meaning IN ('contradicted', 'unchanged')")
        }
        try tx.run(
            "UPDATE needs_import SET taken_at = \(now), taken_by = \(caller.name) WHERE number = \(number)")
        try tx.record(fact(of: staged), by: caller, at: now)
        guard let taken = try tx.stagedImport(number) else { throw Refusal.notFound }
        return taken
    }

    private func takeParts(by caller: Caller, at now: Date, on day: Day, in tx: Transaction) throws {
        var measures: [[Record]] = []
        for (sort, content) in try tx.importParts(number) {
            switch sort {
            case "measure":
                guard let id = content["id"] else { continue }
                let held = try tx.needsShelf.versions(of: id)
                measures.append([record(id, content, over: held, on: day)])
            case "area":
                guard let code = content["code"], let name = content["name"] else { continue }
                try tx.keep(
                    StatisticalArea(
                        code: PlaceCode(code), name: name,
                        level: content["level"].flatMap(StatisticalArea.Level.init(rawValue:)) ?? .other,
                        oldCode: content["old-code"], within: content["within"].map { PlaceCode($0) }))
            default:
                guard let area = content["area"], let edition = content["edition"] else { continue }
                let codes = (content["codes"] ?? "").split(separator: " ").map { PlaceCode(String($0)) }
                try tx.keep(Neighbours(of: PlaceCode(area), edition: edition, codes: codes))
            }
        }
        try tx.run("DELETE FROM needs_import_part WHERE source = \(number)")
        guard !measures.isEmpty else { return }
        try tx.mustBeFree(measures.compactMap { $0.first }.map { Layout.Definition(id: $0.id, fields: [:]) })
        var book = Book()
        book.set(each: measures)
        try ImportRecords(book, from: "import \(number)", registry: NeedsKinds.registry)
            .perform(by: caller, under: .needs, at: now, on: day, in: tx)
    }

    /// What is held of when it holds stays: the publisher says only what it is.
    private func record(_ id: String, _ content: [String: String], over held: [Record], on day: Day) -> Record {
        Record(
            Measure.kind, id: id, period: held.last?.period ?? Period(trusting: nil, until: nil, attested: day),
            sources: held.last?.sources ?? [Citation("Data", content["collection"] ?? "Published statistics")],
            note: held.last?.note, values: MeasureFields.values(content))
    }

    private func fact(of staged: StagedImport) -> Fact {
        let record =
            #"{"sha256":"\#(staged.digest)","mapping":"\#(staged.mapping)","rows":\#(staged.counts.rows),"#
            + #""added":\#(staged.counts.added),"changed":\#(staged.counts.changed),"#
            + #""unchanged":\#(staged.counts.unchanged),"refused":\#(staged.counts.refused),"#
            + #""warned":\#(staged.counts.warned)}"#
        return Fact(
            "needs.figures-imported", about: Subject(kind: "figures", id: "import-\(number)", name: staged.file),
            "\(staged.file) was taken through \(staged.mapping): \(staged.counts.sentence)", record: record)
    }
}

/// Takes away what an import staged and nobody will take.
@_spi(Workflows)
public struct LeaveImport: Sendable {
    let number: Int

    public init(_ number: Int) { self.number = number }

    /// - Throws: `Refusal.notFound` when nothing is staged under the number.
    public func perform(by caller: Caller, in tx: Transaction) throws {
        guard let staged = try tx.stagedImport(number), staged.takenAt == nil else { throw Refusal.notFound }
        try caller.must(.changeNeeds, under: .needs)
        try tx.clearImport(number)
    }
}
