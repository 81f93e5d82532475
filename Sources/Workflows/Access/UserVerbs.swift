import Doors
import Foundation
import Identity
import Kernel
import Records
import Web

/// Accounts from the terminal.
struct UserVerbs {
    let registry: Registry
    var all: [Verb] {
        [list.showing(.several(kinds: ["account"]))]
            + [
                invite, reset, deed("disable", .disable), deed("enable", .enable), deed("unlock", .unlock), codes,
                deed("forget-directory", .forgetDirectory),
            ].showing(.nothing(because: "What was done is a fact of its own"))
    }

    private var invite: Verb {
        Verb(
            "user invite", usage: "PERSON EMAIL [--json]",
            summary: "Let a person held in the records sign in, and print the link with which they choose a password.",
            needs: .manageAccounts, options: [Verb.Option("json", help: "print JSON")]
        ) { words, options, caller, now, house in
            guard words.count == 2 else {
                throw Refusal.invalid([
                    Problem("words", "user invite takes a person's identifier and an e-mail address")
                ])
            }
            let invitation = try await house.signingIn().invite(
                person: words[0], email: words[1], by: caller, at: now, on: Day(inEnglandAt: now))
            return printed(invitation, options)
        }
    }

    private var reset: Verb {
        Verb(
            "user reset", usage: "WHO [--json]", summary: "Print a link with which somebody chooses a new password.",
            needs: .manageAccounts, options: [Verb.Option("json", help: "print JSON")]
        ) { words, options, caller, now, house in
            let identity = try house.signingIn()
            let account = try await identity.account(called: try one(words, "user reset"), by: caller)
            return printed(
                try await identity.reset(account.id, by: caller, at: now, on: Day(inEnglandAt: now)), options)
        }
    }

    private func printed(_ invitation: Invitation, _ options: Options) -> VerbOutput {
        guard options.has("json") else {
            if !invitation.isLink {
                return VerbOutput(invitation.path, remarks: ["They sign in there with the council's directory."])
            }
            return VerbOutput(
                invitation.path,
                remarks: [
                    """
                    Put it after this service's own address. It holds until \(Moment.words(invitation.endsAt)), \
                    and works once.
                    """
                ])
        }
        var writer = JSONWriter()
        writer.object { writer in
            writer.field("account", invitation.account.text)
            writer.field("path", invitation.path)
            writer.field("endsAt", Moment.iso(invitation.endsAt))
        }
        return VerbOutput(writer.string)
    }

    private var list: Verb {
        Verb(
            "user list", usage: "[--json]", summary: "List every account, how it stands, and its roles today.",
            needs: .manageAccounts, options: [Verb.Option("json", help: "print JSON")]
        ) { words, options, caller, now, house in
            try words.mustBeNone(for: "user list")
            let lines = try await house.signingIn().accounts(by: caller, at: now, on: Day(inEnglandAt: now))
            let shown = lines.map(\.shown)
            if options.has("json") { return VerbOutput(json(lines), showing: shown) }
            if lines.isEmpty { return VerbOutput("Nobody can sign in yet. `thinkchild user invite` lets somebody.") }
            return VerbOutput(
                lines.map { line in
                    let roles = Set(line.grants.map(\.role.rawValue)).sorted().joined(separator: ", ")
                    return
                        """
                        \(line.account.person)  \(line.account.email)  \(line.state)  \
                        \(roles.isEmpty ? "no role" : roles)
                        """
                }.joined(separator: "\n"), showing: shown)
        }
    }

    private func json(_ lines: [AccountLine]) -> String {
        var writer = JSONWriter()
        writer.object { writer in
            writer.array("accounts", lines) { writer, line in
                writer.object { writer in
                    writer.field("id", line.account.id.text)
                    writer.field("person", line.account.person)
                    writer.field("email", line.account.email)
                    writer.field("state", line.account.state.rawValue)
                    writer.array("roles", Set(line.grants.map(\.role.rawValue)).sorted()) { $0.value($1) }
                }
            }
        }
        return writer.string
    }

    private func deed(_ name: String, _ deed: Identity.Deed) -> Verb {
        let summaries: [Identity.Deed: String] = [
            .disable: "Stop an account from signing in, and end its sessions and tokens.",
            .enable: "Let a disabled account sign in again.",
            .unlock: "Forget an account's wrong tries, so that it need not wait.",
            .forgetDirectory: "Part an account from the person of the council's directory whom it was matched with.",
            .forgetCodes: "Take an account's one-time codes away, to be set up anew.",
        ]
        return Verb(
            "user \(name)", usage: "WHO --because REASON", summary: summaries[deed] ?? "", needs: .manageAccounts,
            options: [Verb.Option("because", value: "REASON", help: "why, for the history")]
        ) { words, options, caller, now, house in
            guard let because = options.value("because"), !because.isEmpty else {
                throw Refusal.invalid([Problem("because", "Say why: --because REASON")])
            }
            let identity = try house.signingIn()
            let account = try await identity.account(called: try one(words, "user \(name)"), by: caller)
            try await identity.perform(
                deed, on: account.id, because: because, by: caller, at: now, on: Day(inEnglandAt: now))
            return VerbOutput("Done: \(account.email)")
        }
    }

    private var codes: Verb { deed("forget-codes", .forgetCodes) }

    private func one(_ words: [String], _ verb: String) throws(Refusal) -> String {
        guard words.count == 1 else {
            throw .invalid([Problem("words", "\(verb) takes one e-mail address, or one person's identifier")])
        }
        return words[0]
    }
}
