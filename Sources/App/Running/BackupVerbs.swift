import Doors
import Foundation
import Kernel
import Sealing
import Settings
import Store
import Web
import Workflows

/// `thinkchild backup` and `thinkchild restore`: everything that the database holds, as one file, and back.
///
/// Neither has the database opened for it: opening brings the tables up to date, which a backup must not do.
enum BackupVerbs {
    static let verbs = [
        Verb(
            "backup", usage: "FILE [--keys FILE] [--overwrite] [--json]",
            summary: "Write everything that the database holds to a file, while the service goes on.",
            needs: RunningVerbs.run,
            options: [
                Verb.Option("keys", value: "FILE", help: "where the keys go; \(KeyFile.usualName) beside the backup"),
                Verb.Option("overwrite", help: "take the place of a file of that name"),
                Verb.Option("json", help: "print JSON"),
            ], database: .never, take),
        Verb(
            "restore", usage: "FILE [--keys FILE | --without-keys] [--rehearse] [--yes] [--json]",
            summary: "Prove a backup, and put it in place of what the database holds; the service must be stopped.",
            needs: RunningVerbs.run,
            options: [
                Verb.Option("keys", value: "FILE", help: "where its keys are; \(KeyFile.usualName) beside the backup"),
                Verb.Option("without-keys", help: "go ahead without them: what is sealed can then be read by nobody"),
                Verb.Option("rehearse", help: "prove the backup and its keys, and change nothing"),
                Verb.Option("yes", help: "go ahead without asking"),
                Verb.Option("json", help: "print JSON"),
            ], database: .never, restore),
    ]

    @Sendable private static func take(
        _ words: [String], _ options: Options, _ caller: Caller, _ now: Date, _ house: House
    ) async throws -> VerbOutput {
        let path = try onePath(words, "backup")
        if !options.has("overwrite"), FileManager.default.fileExists(atPath: path) {
            throw Refusal.invalid([Problem("file", "\(path) is there already: give another name, or --overwrite")])
        }
        let location = try Location(house.configuration[Settings.database])
        if case .file(let file) = location, !FileManager.default.fileExists(atPath: file) {
            throw Refusal.unavailable("There is no database at \(file)")
        }
        let store = try Store.open(location, settings: StoreSettings(house.configuration))
        defer { store.close() }
        let backup = TakeBackup(schemas: Building().schemas, version: Building.version)
        let keys = keyFile(options, house) ?? .beside(path)
        let manifest = try await backup(of: store, to: path, keys: keys, at: now)
        var lines = ["\(path): \(manifest.sentence)"]
        if let count = manifest.keysApart {
            lines.append(
                "\(keys.path): its keys (\(count)), in place of those before; keep it apart from the backups")
        }
        return VerbOutput(options.has("json") ? json(manifest, path, nil) : lines.joined(separator: "\n"))
    }

    @Sendable private static func restore(
        _ words: [String], _ options: Options, _ caller: Caller, _ now: Date, _ house: House
    ) async throws -> VerbOutput {
        let path = try onePath(words, "restore"), isRehearsal = options.has("rehearse")
        let location = try Location(house.configuration[Settings.database])
        if !isRehearsal, !options.has("yes") {
            guard house.terminal?.ask("Put \(path) in place of what \(location) holds?") == true else {
                return VerbOutput("Nothing was changed.", exitCode: 1)
            }
        }
        let restore = RestoreBackup(schemas: Building().schemas), canGoWithout = options.has("without-keys")
        let outcome = try await restore(
            from: path, into: location, keys: keyFile(options, house), canGoWithout: canGoWithout,
            masters: try masters(location, house), by: caller, at: now, isRehearsal: isRehearsal)
        // A backup whose keys were not seen to open is not yet known to be worth anything.
        let exitCode: Int32 = isRehearsal && !canGoWithout && !outcome.keys.isProved ? 1 : 0
        if options.has("json") {
            return VerbOutput(
                json(outcome.manifest, path, outcome.keptAs), remarks: outcome.keys.sentences, exitCode: exitCode)
        }
        let done = isRehearsal ? "would be restored whole" : "is restored and proved"
        let kept = outcome.keptAs.map { "\nWhat was there before is kept as \($0)" } ?? ""
        return VerbOutput(
            "\(path) \(done): \(outcome.manifest.sentence)\(kept)", remarks: outcome.keys.sentences,
            exitCode: exitCode)
    }

    /// The master keys at hand; nil where there is none, as on a machine that is not yet set up.
    private static func masters(_ location: Location, _ house: House) throws -> MasterKeys? {
        try MasterKeySource(location, house.configuration).held().map {
            MasterKeys(now: $0, before: house.configuration[Settings.masterKeyBefore])
        }
    }

    /// The one named, or else the one that the settings name; nil for the one beside the backup.
    private static func keyFile(_ options: Options, _ house: House) -> KeyFile? {
        (options.value("keys") ?? house.configuration[Settings.keyCopy]).map { KeyFile($0) }
    }

    private static func onePath(_ words: [String], _ verb: String) throws(Refusal) -> String {
        guard words.count == 1, let path = words.first else {
            throw .invalid([Problem("file", "\(verb) takes one file, and was given \(words.count)")])
        }
        return path
    }

    private static func json(_ manifest: BackupManifest, _ path: String, _ keptAs: String?) -> String {
        var writer = JSONWriter()
        writer.object { writer in
            writer.field("file", path)
            writer.field("taken", manifest.taken.formatted(.iso8601))
            writer.field("version", manifest.version)
            writer.field("engine", manifest.engine)
            writer.field("facts", manifest.facts)
            writer.field("position", manifest.position)
            writer.field("chain", manifest.chain)
            writer.field("bytes", manifest.bytes)
            writer.field("digest", manifest.digest)
            writer.field("keysApart", manifest.keysApart)
            writer.field("keptAs", keptAs)
        }
        return writer.string
    }
}
