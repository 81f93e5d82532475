import Doors
import Foundation
import Identity
import Kernel
import Records
import Sealing
import Settings
import Store
import Web
import Workflows

/// `thinkchild keys`: which keys there are, and changing them.
enum KeyVerbs {
    static let verbs = [
        Verb(
            "keys status", usage: "[--json]", summary: "Say which keys there are, and which master key wraps them.",
            needs: .manageKeys, options: [Verb.Option("json", help: "print JSON")], status),
        Verb(
            "keys new", usage: "FILE", summary: "Write a new master key to a file that only its owner may read.",
            needs: .manageKeys, database: .never
        ) { words, _, _, _, _ in
            let file = MasterKeyFile(try one(words, "keys new", "file"))
            guard try file.make().isNew else {
                throw Refusal.invalid([Problem("file", "\(file.path) is there already: give another name")])
            }
            return VerbOutput(
                "\(file.path) holds a new master key.",
                remarks: ["keep a copy apart: what it will wrap is lost when it is lost"])
        },
        Verb(
            "keys rotate-master", usage: "",
            summary: "Wrap every key anew by keys.master, the one before being keys.master-old; goes on where it was.",
            needs: .manageKeys, rotateMaster),
        Verb(
            "keys rotate", usage: "SUBJECT", summary: "Give account:WHO or KIND:ID another key for what is sealed now.",
            needs: .manageKeys, rotate),
        Verb(
            "keys start-anew", usage: "--because REASON [--yes]",
            summary:
                "Go on with another master key where the one needed is lost; what it sealed can be read by nobody.",
            needs: .manageKeys,
            options: [
                Verb.Option("because", value: "REASON", help: "how it was lost, for the history"),
                Verb.Option("yes", help: "go ahead without asking"),
            ], database: .never, startAnew),
    ]

    @Sendable private static func status(
        _ words: [String], _ options: Options, _ caller: Caller, _ now: Date, _ house: House
    ) async throws -> VerbOutput {
        try words.mustBeNone(for: "keys status")
        let status = try await house.store.read { try $0.keyStatus() }
        if options.has("json") { return VerbOutput(json(status)) }
        var lines = ["Master key in use: \(status.inUse)"]
        for (mark, count) in status.keys.sorted(by: { $0.key < $1.key }) {
            let lost = status.lost.contains(mark) ? ", which was given up as lost" : ""
            lines.append("Keys wrapped by \(mark)\(lost): \(count)")
        }
        lines.append("Subjects: \(status.subjects); erased: \(status.erased)")
        if status.isBehind > 0 {
            lines.append("A change of master key has not finished: run `thinkchild keys rotate-master` again")
        }
        return VerbOutput(lines.joined(separator: "\n"), exitCode: status.isBehind > 0 ? 1 : 0)
    }

    private static func json(_ status: KeyStatus) -> String {
        var writer = JSONWriter()
        writer.object { writer in
            writer.field("master", status.inUse)
            writer.array("wrapped", status.keys.sorted { $0.key < $1.key }) { writer, entry in
                writer.object { writer in
                    writer.field("master", entry.key)
                    writer.field("keys", entry.value)
                    writer.field("isLost", status.lost.contains(entry.key))
                }
            }
            writer.field("subjects", status.subjects)
            writer.field("erased", status.erased)
            writer.field("isBehind", status.isBehind)
        }
        return writer.string
    }

    @Sendable private static func rotateMaster(
        _ words: [String], _ options: Options, _ caller: Caller, _ now: Date, _ house: House
    ) async throws -> VerbOutput {
        try words.mustBeNone(for: "keys rotate-master")
        guard let keys = house.store.kept(MasterKeys.self) else { throw Refusal.notFound }
        let terminal = house.terminal
        let count = try await RotateMaster(to: keys).perform(in: house.store, by: caller, at: now) { done in
            terminal?.say("\(done) keys are wrapped anew")
        }
        var remarks = ["take a backup now: the key files of earlier ones still need the master key before"]
        if try await house.store.mustScrub() {
            remarks.append(
                "the database's files still hold keys wrapped by the one before, until the service starts anew")
        }
        return VerbOutput(
            "Every key is wrapped by \(keys.now.mark); \(count) were wrapped anew.", remarks: remarks)
    }

    @Sendable private static func rotate(
        _ words: [String], _ options: Options, _ caller: Caller, _ now: Date, _ house: House
    ) async throws -> VerbOutput {
        guard let subject = SealedFor(try one(words, "keys rotate", "subject")) else {
            throw Refusal.invalid([Problem("subject", "keys rotate takes account:WHO, or KIND:ID")])
        }
        let version: Int
        if subject.kind == "account" {
            let identity = try house.signingIn()
            version = try await identity.renewKey(
                of: try await identity.account(called: subject.id, by: caller).id, by: caller, at: now)
        } else {
            let registry = house.registry
            version = try await house.store.write { tx in
                let version = try tx.renewKey(of: subject, by: caller, at: now)
                try SealAnew(subject, registry: registry).perform(by: caller, at: now, in: tx)
                return version
            }
        }
        return VerbOutput("What is sealed for \(subject) from now on is sealed with key \(version).")
    }

    @Sendable private static func startAnew(
        _ words: [String], _ options: Options, _ caller: Caller, _ now: Date, _ house: House
    ) async throws -> VerbOutput {
        try words.mustBeNone(for: "keys start-anew")
        guard let because = options.value("because"), !because.isEmpty else {
            throw Refusal.invalid([Problem("because", "Say how it was lost: --because REASON")])
        }
        let location = try Location(house.configuration[Settings.database])
        if case .file(let path) = location, !FileManager.default.fileExists(atPath: path) {
            throw Refusal.unavailable("There is no database at \(path)")
        }
        let question = "Go on without the lost master key? What it sealed can then be read by nobody."
        if !options.has("yes"), house.terminal?.ask(question) != true {
            return VerbOutput("Nothing was changed.", exitCode: 1)
        }
        let store = try Store.open(location, settings: StoreSettings(house.configuration))
        defer { store.close() }
        let keys = try MasterKeySource(location, house.configuration).keysAnew()
        try await store.write { try $0.giveUpMaster(for: keys, because: because, by: caller, at: now) }
        return VerbOutput(
            "The master key in use is \(keys.now.mark). Have everybody's one-time codes set up anew.",
            remarks: ["keep a copy of the new master key apart, today"])
    }

    private static func one(_ words: [String], _ verb: String, _ what: String) throws(Refusal) -> String {
        guard words.count == 1 else {
            throw .invalid([Problem(what, "\(verb) takes one \(what), and was given \(words.count)")])
        }
        return words[0]
    }
}

extension MasterKeySource {
    /// The keys to go on with where the one needed is lost; on SQLite made where none is there.
    fileprivate func keysAnew() throws(Refusal) -> MasterKeys {
        let before = configuration[Settings.masterKeyBefore]
        if let key = try held() { return MasterKeys(now: key, before: before) }
        guard case .file(let path) = location else {
            throw .unavailable("Give the new master key in the settings first: THINKCHILD_MASTER_KEY_FILE")
        }
        return MasterKeys(now: try MasterKeyFile.beside(path).make().key, before: before)
    }
}
