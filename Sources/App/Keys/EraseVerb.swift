import Doors
import Drafts
import Foundation
import Identity
import Kernel
import Sealing
import Settings
import Store
import Workflows

/// `thinkchild erase`: destroys the keys of a subject, so that nobody can read what was sealed for it.
enum EraseVerb {
    static let verbs = [
        Verb(
            "erase", usage: "SUBJECT --reason AUTHORITY [--keys FILE]… [--yes]",
            summary: "Destroy the keys of account:WHO or KIND:ID, so that what is sealed for it can be read by nobody.",
            needs: .erase,
            options: [
                Verb.Option(
                    "reason", value: "AUTHORITY",
                    help: "under which authority: kept in the ledger and shown, so name no secret"),
                Verb.Option(
                    "keys", value: "FILE", isRepeatable: true, help: "a key file of backups to take its keys out of"),
                Verb.Option("yes", help: "go ahead without asking"),
            ]
        ) { words, options, caller, now, house in
            guard words.count == 1, let typed = SealedFor(words[0]) else {
                throw Refusal.invalid([Problem("subject", "erase takes one subject: account:WHO, or KIND:ID")])
            }
            guard let reason = options.value("reason"), !reason.isEmpty else {
                throw Refusal.invalid([Problem("reason", "Say under which authority: --reason AUTHORITY")])
            }
            let subject = try await found(typed, by: caller, in: house)
            // One that was stopped after its commit has still to reach the files: it is gone on with.
            if let erasure = try await house.store.read({ try $0.erasure(of: subject) }) {
                return VerbOutput(
                    "\(subject) was \(erasure.words) already.",
                    remarks: try await reach(options.all("keys"), at: now, in: house))
            }
            let question = "Destroy the keys of \(subject)? What is sealed for it can then be read by nobody, ever."
            if !options.has("yes"), house.terminal?.ask(question) != true {
                return VerbOutput("Nothing was changed.", exitCode: 1)
            }
            var remarks: [String] = []
            if subject.kind == "account" {
                try await house.signingIn().erase(ID(subject.id), under: reason, by: caller, at: now)
            } else {
                let places = restricted(in: house)
                let typists = try await house.store.write { tx in
                    try tx.erase(subject, called: "\(subject)", under: reason, by: caller, at: now)
                    return try Drafts.letGo(under: places, in: tx)
                }
                // Nobody can tell whom an unsaved form was about: all of the restricted rooms' go.
                remarks = typists.map { typist in
                    "\(typist) had typed in a restricted room and not saved: that is gone here, and a backup may "
                        + "hold it until `thinkchild erase drafts:\(typist)` destroys its key"
                }
            }
            return VerbOutput(
                "\(subject) is erased.", remarks: remarks + (try await reach(options.all("keys"), at: now, in: house)))
        }
    ]

    /// What the paths of the forms of restricted rooms begin with.
    private static func restricted(in house: House) -> Set<String> {
        Set(house.registry.kinds.filter(\.isRestricted).flatMap { ["/records/\($0.plural)", "/\($0.room)"] })
    }

    /// An account by its address, its identifier or its person's; anything else must have something sealed.
    private static func found(_ typed: SealedFor, by caller: Caller, in house: House) async throws -> SealedFor {
        if typed.kind == "account" {
            do {
                return Account.sealedFor(try await house.signingIn().account(called: typed.id, by: caller).id)
            } catch Refusal.invalid(let problems) where Email(typed.id) != nil {
                throw Refusal.invalid(
                    problems + [
                        Problem(
                            "subject", "One that was erased has no address any more: name whose it was, account:PERSON")
                    ])
            }
        }
        guard try await house.store.read({ try $0.hasKeys(of: typed) || $0.erasure(of: typed) != nil }) else {
            throw Refusal.invalid([Problem("subject", "Nothing is sealed for \(typed)")])
        }
        return typed
    }

    /// Takes its keys out of the database's own files, and out of the key files that can be found.
    /// - Returns: What an administrator has still to do.
    private static func reach(_ named: [String], at now: Date, in house: House) async throws -> [String] {
        var remarks: [String] = []
        if try await !house.store.scrubMarked() {
            remarks.append("the write-ahead log still holds its keys until the service is stopped, or erases again")
        }
        if house.store.engine == .postgres {
            remarks.append("the server's own write-ahead log, its archive and its standbys keep them for a while yet")
        }
        let (erasures, copy) = try await house.store.read { (try $0.erasures(), try $0.keyCopy()) }
        var paths = named + [house.configuration[Settings.keyCopy]].compactMap { $0 }
        if case .file(let path) = house.store.location { paths.append(UpgradeBackup.keys(of: path).path) }
        for path in paths {
            do {
                if try KeyFile(path).forget(erasures, of: copy?.database ?? "") {
                    remarks.append("\(path) holds its keys no longer")
                } else if named.contains(path) {
                    remarks.append("there is no key file at \(path)")
                }
            } catch let refusal as Refusal {
                remarks += refusal.sentences
            }
        }
        if case .file(let path) = house.store.location {
            LeftBehind.sweep(URL(fileURLWithPath: path).deletingLastPathComponent(), at: now)
        }
        for aside in try await LeftBehind.byRestores(of: house.store) {
            remarks.append("\(aside) is from before a restore, and holds the keys of its time: delete it")
        }
        remarks.append(
            "a backup that was killed may have left a file ….copy-… with keys in it: delete it, or take a backup there")
        remarks.append("any other key file of backups holds them until the next backup replaces it: destroy old ones")
        return remarks
    }
}
