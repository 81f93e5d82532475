import Doors
import Foundation
import Identity
import Kernel
import Mail
import Oversight
import Records
import Settings
import Store

/// What a caller answers for, from what the house is told and holds.
struct Watch {
    let caller: Caller
    let house: House

    var posts: [String: String] { house.configuration[Settings.responsiblePosts] }

    var isAdministrator: Bool { caller.roles.contains(.administrator) }

    /// The posts by which they answer.
    private var ownPosts: [String] {
        caller.grants.filter { $0.role == .responsible && $0.opening == nil }.map(\.from.id)
    }

    /// The restricted rooms they answer for, besides administering all.
    var rooms: Set<String> { Set(posts.filter { ownPosts.contains($0.value) }.keys) }

    /// Whether they may see who looked at things of a kind.
    func answers(for kind: String, _ registry: Registry) -> Bool {
        isAdministrator || rooms.contains(registry.kind(named: kind)?.room ?? (kind == "account" ? "identity" : kind))
    }

    var glass: GlassWatched {
        isAdministrator ? .all : .part(person: caller.person ?? "", posts: ownPosts)
    }
}

/// A letter to whoever answers for something. It says where to look, and nothing of what is to be seen there.
struct WatchLetters {
    let house: House

    /// Puts a letter in the outbox for each of them who can be written to; where that is nobody, for the
    /// administrators.
    /// - Parameter person: Whom it is about, and who is not told.
    /// - Returns: identifiers of those who are written to.
    func tell(
        _ people: [Subject], orAdministratorsOf offices: Offices, than person: String?, of matter: String,
        _ lines: [String], leadingTo path: String, at now: Date, in tx: Transaction
    ) throws -> [String] {
        let told = try tell(people, of: matter, lines, leadingTo: path, at: now, in: tx)
        if !told.isEmpty { return told }
        let administrators = try offices.administrators(inPlaceOf: people, than: person)
        return try tell(administrators, of: matter, lines, leadingTo: path, at: now, in: tx)
    }

    private func tell(
        _ people: [Subject], of matter: String, _ lines: [String], leadingTo path: String, at now: Date,
        in tx: Transaction
    ) throws -> [String] {
        var told: [String] = []
        for person in people {
            guard let (address, account) = try address(of: person.id, in: tx) else { continue }
            let text =
                ["Dear \(person.name),", ""] + lines
                + ["", "Sign in to see it:", "", house.settings.address + path, "", house.settings.councilName]
            let letter = Letter(
                to: address, subject: try SubjectLine("\(house.settings.serviceName): \(matter)"),
                text: text.joined(separator: "\n"), for: Account.sealedFor(account))
            try tx.send(letter, at: now)
            told.append(person.id)
        }
        return told
    }

    /// Where they sign in with; nil for somebody without an account, who could not see it.
    private func address(of person: String, in tx: Transaction) throws -> (MailAddress, ID<Account>)? {
        guard let account = try house.identity?.account(of: person, in: tx), account.disabledAt == nil,
            !account.email.hasSuffix("@localhost")
        else { return nil }
        return (try? MailAddress(account.email)).map { ($0, account.id) }
    }
}
