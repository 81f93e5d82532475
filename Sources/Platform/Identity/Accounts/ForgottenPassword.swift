public import Foundation
public import Jobs
import Kernel
import Sealing
import Store

extension Identity {
    static let forgottenJob = "identity.forgotten"

    /// What was typed is kept for the job alone, sealed, since it may name anybody.
    private static let asked = SealedFor("identity", "asked")
    private static func place(_ name: String) -> SealedPlace { SealedPlace("jobs_job", "payload", of: name) }

    /// What a job of a forgotten password says: its own name for what it sealed, and what was typed.
    private struct Asked: Codable {
        let name: String
        let email: String
    }

    /// Has a link for a new password sent to whoever asked for one, if there is such an account. Whether there is one
    /// is looked up by a job, after the answer: what is said and how long it takes are the same. Writes no fact: by a
    /// fact the ledger's head moves, and with it the mark of every page that anybody holds.
    ///
    /// - Throws: `.tooOften` after too many askings, whether or not there is such an account.
    public func forgot(email typed: String, from coming: Coming, at now: Date) async throws {
        let typed = Self.throttled(typed)
        var random = SystemRandomNumberGenerator()
        let name = IDText.fresh(at: now, from: &random)
        try await store.write { tx in
            try Throttle.letters(typed, settings).take(at: now, in: tx)
            for place in coming.address.map({ Throttle.addresses($0, settings) }) ?? [] {
                try place.take(at: now, in: tx)
            }
            let email = try tx.seal(words: typed, for: Self.asked, at: Self.place(name))
            let payload = try JSONEncoder().encode(Asked(name: name, email: email))
            try tx.ask(for: Job(Self.forgottenJob, String(decoding: payload, as: UTF8.self)), at: now)
        }
    }

    /// For the runner of jobs: looks up whose address was typed, and sends them the link.
    public var forgottenKind: JobKind {
        JobKind(Self.forgottenJob) { job in
            guard let asked = try? JSONDecoder().decode(Asked.self, from: Data(job.payload.utf8)) else {
                throw GiveUp("It does not say who asked")
            }
            return Ending { tx in
                let day = Day(inEnglandAt: job.now)
                guard let typed = try tx.open(words: asked.email, for: Self.asked, at: Self.place(asked.name)),
                    let email = Email(typed), let account = try tx.account(email: email), account.disabledAt == nil,
                    try mayHavePassword(account, on: day, in: tx)
                else { return }
                let name = try standing(account.person, day, tx)?.name ?? account.person
                _ = try sendReset(account, named: name, at: job.now, in: tx)
            }
        }
    }
}
