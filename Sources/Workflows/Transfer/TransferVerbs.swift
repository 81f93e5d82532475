import Arrangements
public import Doors
import Foundation
import Kernel
import Ledger
@_spi(Workflows) import Needs
@_spi(Workflows) import Places
public import Records
import Store
import Web

/// `thinkchild import` and `thinkchild export`: files in and out, all or nothing.
public struct TransferVerbs: Sendable {
    let registry: Registry

    public init(_ registry: Registry) { self.registry = registry }

    public static let transfer = Action("records.transfer")

    public var verbs: [Verb] {
        [
            Verb(
                "import", usage: "PATH… [--mapping NAME] [--yes] [--json]",
                summary:
                    "Take in folders or files: a dry run first, then all of it or nothing. Exits 1 when you say no.",
                needs: Self.transfer,
                options: [
                    Verb.Option(
                        "mapping", value: "NAME", help: "read one file of published figures, as this mapping says"),
                    Verb.Option("yes", help: "go ahead without asking"),
                    Verb.Option("json", help: "print JSON"),
                ], database: .makes, take),
            Verb(
                "export", usage: "[--output FOLDER] [--format yaml|popolo] [--on DAY]",
                summary: "Write everything held, in the format that import reads; or a day's Popolo.",
                needs: Self.transfer,
                options: [
                    Verb.Option(
                        "output", value: "FOLDER",
                        help: "a folder for the files, cleared of an earlier export; standard output when nobody says"),
                    Verb.Option("format", value: "FORMAT", help: "yaml or popolo; yaml unless said"),
                    Verb.Option("on", value: "DAY", help: "the day that a Popolo document shows; today unless said"),
                ], give
            ).showing(.several(kinds: registry.kinds.filter(\.isRestricted).map(\.name))),
        ]
    }

    @Sendable private func take(
        _ words: [String], _ options: Options, _ caller: Caller, _ now: Date, _ house: House
    ) async throws -> VerbOutput {
        guard !words.isEmpty else {
            throw Refusal.invalid([Problem("path", "import needs a path: a folder, or a file")])
        }
        if let mapping = options.value("mapping") {
            return try await FigureImport(mapping).take(words, options, caller, now, house)
        }
        let today = Day(inEnglandAt: now)
        // Before what is held is compared with it: a dry run would tell whether a guess is right.
        let source = try await TransferSource.read(words, registry: registry, over: house, on: today) { kind in
            if kind.isRestricted { try caller.must(kind.changing, under: house.policy) }
        }
        let transfer = Transfer(source, registry: registry)
        let dry = try await house.store.read { tx in try transfer.preview(on: today, in: tx) }
        guard dry.problems.isEmpty else { throw dry.problems.asRefusal }
        var remarks = source.remarks
        if dry.isEmpty {
            return VerbOutput(options.has("json") ? dry.json(done: false) : dry.text, remarks: remarks)
        }
        if !options.has("yes") {
            // What was refused is read before the answer is given, not after.
            if let terminal = house.terminal {
                for remark in remarks { terminal.say(remark) }
                remarks = []
                terminal.say(dry.text)
            }
            guard house.terminal?.ask("Go ahead?") == true else {
                return VerbOutput(
                    options.has("json") ? dry.json(done: false) : "Nothing was changed.", remarks: remarks,
                    exitCode: 1)
            }
        }
        let policy = house.policy
        let done = try await house.store.write { tx in
            try transfer.perform(by: caller, under: policy, at: now, on: today, in: tx)
        }
        return VerbOutput(
            options.has("json") ? done.json(done: true) : "Imported: \(done.summary)", remarks: remarks)
    }

    @Sendable private func give(
        _ words: [String], _ options: Options, _ caller: Caller, _ now: Date, _ house: House
    ) async throws -> VerbOutput {
        try words.mustBeNone(for: "export")
        // What is sealed does not leave by a door that asks nobody why.
        let registry = Registry(registry.kinds.filter { !$0.isSealed })
        let (book, figures) = try await house.store.read { tx in
            (try tx.loadBook(registry), try LoadFigures.held(in: tx) + ShowImport.files(in: tx))
        }
        var output = try written(book, figures, options, now, house)
        output.way = .export
        output.shown = registry.kinds.filter(\.isRestricted).flatMap { kind in
            book.identifiers(of: kind.name).sorted().map { Shown(Subject(kind: kind.name, id: $0, name: "")) }
        }
        return output
    }

    private func written(_ book: Book, _ figures: [String], _ options: Options, _ now: Date, _ house: House)
        throws -> VerbOutput
    {
        switch options.value("format") ?? "yaml" {
        case "popolo":
            let day = try options.day("on") ?? house.settings.opensOn ?? Day(inEnglandAt: now)
            let text = String(decoding: try PopoloDocument(of: book, on: day).json, as: UTF8.self)
            guard let folder = options.value("output") else { return VerbOutput(text) }
            return try ExportFolder(folder, registry).write([ExportRecords.File(name: "popolo.json", text: text)])
        case "yaml":
            guard !options.has("on") else {
                throw Refusal.invalid([Problem("on", "--on is for --format popolo: the files hold every day")])
            }
            let export = ExportRecords(registry)
            var output = VerbOutput("")
            if let folder = options.value("output") {
                output = try ExportFolder(folder, registry).write(export.files(of: book))
            } else {
                output.text = export.text(of: book)
            }
            if !figures.isEmpty { output.remarks.append(Self.leftOut(figures)) }
            return output
        case let other:
            throw Refusal.invalid([Problem("format", "--format is yaml or popolo, and \(other) is neither")])
        }
    }

    /// Figures are loaded from a data folder and never written: it is the source, and what is kept of it is thinned.
    private static func leftOut(_ figures: [String]) -> String {
        "Not written, being figures and not records: \(figures.joined(separator: "; ")). "
            + "Keep the data folder that they came from, and import it with this"
    }
}
