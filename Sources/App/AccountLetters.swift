import Doors
import Foundation
import Identity
import Kernel
import Mail
import Settings
import Store

/// The words of the letters that accounts send.
struct AccountLetters {
    let settings: HouseSettings
    /// Where people reach the service, without a slash at its end.
    let address: String

    /// Puts a letter in the outbox, in the transaction of what it tells of.
    ///
    /// Nothing is sent to `somebody@localhost`, which is how the first administrator signs in before there is mail.
    func send(_ letter: AccountLetter, in tx: Transaction) throws {
        if letter.to.hasSuffix("@localhost") { return }
        let (subject, lines) = words(of: letter)
        let text = (["Dear \(letter.name),", ""] + lines + ["", settings.councilName]).joined(separator: "\n")
        try tx.send(
            Letter(
                to: try MailAddress(letter.to), subject: try SubjectLine(subject), text: text, lapses: letter.endsAt,
                for: Account.sealedFor(letter.account)),
            at: letter.at)
    }

    private func words(of letter: AccountLetter) -> (subject: String, lines: [String]) {
        let service = settings.serviceName
        switch letter.matter {
        case .invitation(let path, let hours):
            return (
                "You can now sign in to \(service)",
                [
                    "You are invited to sign in to \(service). Choose a password here, within \(hours) hours:", "",
                    address + path, "", "The link works once. Please do not pass it on.",
                ]
            )
        case .reset(let path, let minutes):
            return (
                "A new password for \(service)",
                [
                    "Choose a new password here, within \(minutes) minutes:", "", address + path, "",
                    "If you did not ask for this, leave it: your password stays as it is.",
                ]
            )
        case .directory(let path):
            return (
                "You can now sign in to \(service)",
                ["You can sign in to \(service) as you do at the council, from this page:", "", address + path]
            )
        case .passwordChanged:
            return (
                "Your password for \(service) was changed",
                ["If this was not you, tell whoever administers the service at once."]
            )
        case .codeChanged:
            return (
                "One-time codes were set up for \(service)",
                ["If this was not you, tell whoever administers the service at once."]
            )
        }
    }
}
