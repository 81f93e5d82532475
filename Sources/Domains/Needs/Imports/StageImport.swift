public import Foundation
public import Kernel
import Ledger
public import Settings
public import Store
import Tables

/// Reads a file through a mapping, and puts what it brings where nobody sees it until it is taken: so what is previewed
/// is what is taken, and memory does not grow with the file.
@_spi(Workflows)
public struct StageImport: Sendable {
    let file: FigureFile
    let mapping: String
    /// Where the program is that reads workbooks.
    let settings: Settings

    static let rowsAtOnce = 5_000
    static let rowsMax = 50_000_000
    /// After so long, what nobody took is cleared away.
    static let keptSeconds: TimeInterval = 86_400

    public init(_ file: FigureFile, mapping: String, settings: Settings) {
        (self.file, self.mapping, self.settings) = (file, mapping, settings)
    }

    /// - Parameter saying: Told how far it has come, a sentence at a time.
    /// - Throws: `Refusal.invalid` when the file cannot be read through the mapping at all: then nothing is kept.
    public func perform(
        by caller: Caller, at now: Date, in store: Store, saying: @Sendable (String) -> Void = { _ in }
    ) async throws -> StagedImport {
        try caller.must(.changeNeeds, under: .needs)
        let digest = try file.digest(), file = file, mapping = mapping
        let begun = try await store.write { tx in
            let ready = try tx.readyMapping(mapping)
            try tx.clearLeftovers(of: digest, through: mapping, before: now - Self.keptSeconds)
            let number = try tx.beginImport(file.name, digest, mapping, by: caller, at: now)
            // What somebody has since said of a measure stands: a mapping brings only those that are not held.
            let held = try tx.measureFields()
            var layout = ready.layout
            layout.definitions.removeAll { held[$0.id] != nil }
            try tx.mustBeFree(layout.definitions)
            return Begun(
                number: number, layout: layout, areas: try tx.allAreas(),
                measures: try MeasureBook(tx, adding: layout.definitions), today: Day(inEnglandAt: now))
        }
        do {
            let result = try await read(begun, digest, in: store, saying: saying)
            guard result.counts.rows > 0 else {
                throw Refusal.invalid([Problem(file.name, "\(file.name): There is a heading, and no row under it")])
            }
            return try await store.write { tx in
                try tx.mustBeFree(result.measures)
                try tx.finish(begun.number, digest, result, at: now)
                guard let staged = try tx.stagedImport(begun.number) else { throw Refusal.notFound }
                return staged
            }
        } catch {
            try? await store.write { tx in try tx.clearImport(begun.number) }
            throw (error as? TableProblem).map { Refusal.invalid([$0.problem]) } ?? error
        }
    }

    /// What is known when the reading begins.
    private struct Begun: Sendable {
        let number: Int
        let layout: Layout
        let areas: [PlaceCode: StatisticalArea]
        let measures: MeasureBook
        let today: Day
    }

    private func read(
        _ begun: Begun, _ digest: String, in store: Store, saying: @Sendable (String) -> Void
    ) async throws -> StageResult {
        let limits = TableLimits(fileBytesMax: .max, rowsMax: Self.rowsMax)
        let layout = begun.layout, table = try await file.table(sheet: layout.sheet, settings)
        let stream = try TableStream(
            file: file.name, encoding: layout.encoding, limits: limits, headingLine: layout.headingLine,
            source: try table.source())
        switch begun.layout.holds {
        case .observations: return try await readFigures(stream, begun, digest, in: store, saying: saying)
        case .measures:
            let held = try await store.read { tx in try tx.measureFields() }
            return try MeasureList(begun.layout, held: held).read(stream)
        case .neighbours:
            let held = try await store.read { tx in try tx.neighbourSets(begun.layout.edition ?? "") }
            return try NeighbourList(begun.layout, held: held).read(stream)
        }
    }

    private func readFigures(
        _ stream: TableStream, _ begun: Begun, _ digest: String, in store: Store,
        saying: @Sendable (String) -> Void
    ) async throws -> StageResult {
        var reader = try FigureReader(
            stream, begun.layout, measures: begun.measures, known: begun.areas, on: begun.today)
        var result = StageResult(), keys = StagedFigures.Keys(), areas: [PlaceCode: StatisticalArea] = [:]
        var used: Set<String> = []
        let staging = StagedFigures(source: begun.number, digest: digest)
        var told = 0
        var next = try reader.next(Self.rowsAtOnce)
        while let batch = next {
            let known = keys
            async let kept = store.write { tx in try staging.keep(batch.drafts, knowing: known, in: tx) }
            // The next rows are read while the database keeps these.
            next = try reader.next(Self.rowsAtOnce)
            let outcome = try await kept
            keys = outcome.keys
            result.counts.add(batch, outcome)
            result.remarks.add(batch.remarks)
            for said in outcome.remarks { result.remarks.add(said.remark, line: said.line) }
            areas.merge(batch.areas) { first, _ in first }
            for draft in batch.drafts where begun.areas[draft.series.place] == nil {
                used.insert(draft.series.place.text)
            }
            if result.counts.rows - told >= Self.rowsAtOnce * 4 {
                told = result.counts.rows
                saying("\(told) rows read")
            }
        }
        for code in used where areas[PlaceCode(code)] == nil {
            areas[PlaceCode(code)] = AreaCatalogue.shipped.areas[PlaceCode(code)]
        }
        result.areas = areas.values.sorted { $0.code < $1.code }
        result.measures = begun.layout.definitions
        return result
    }
}

/// What reading a file came to, besides the figures that are staged.
struct StageResult: Sendable {
    var counts = StagedImport.Counts()
    var remarks = Remarks()
    var areas: [StatisticalArea] = []
    var measures: [Layout.Definition] = []
    var neighbours: [Neighbours] = []
}

extension Transaction {
    /// - Throws: `Refusal.invalid` where a measure would have the identifier of something else that is held.
    func mustBeFree(_ measures: [Layout.Definition]) throws {
        let held = try needsShelf.subjects(measures.map(\.id))
        let problems = measures.compactMap { measure in
            held[measure.id].flatMap { other in
                other.kind == Measure.kind.name
                    ? nil
                    : Problem(
                        "measures",
                        "\(measure.id) is held as something else, \(other.name). "
                            + "Give the measure another id in the mapping"
                    )
            }
        }
        guard problems.isEmpty else { throw Refusal.invalid(problems) }
    }
}

extension StagedImport.Counts {
    fileprivate mutating func add(_ batch: FigureReader.Batch, _ outcome: StagedFigures.Outcome) {
        rows += batch.rows
        added += outcome.added
        changed += outcome.changed
        unchanged += outcome.unchanged
        refused += batch.refused + outcome.refused
        warned += batch.warned
    }
}
