import Doors
import Foundation
import Jobs
import Kernel
import Mail
import Meetings
import Outbound
import Programs
public import Settings
import Store
import Workflows

// Letters and other work that is done after a commit, as an operator decides it.

extension Settings {
    static let ofTheMail = [
        publicURL.declaration, mailServer.declaration, mailUser.declaration, mailPassword.declaration,
        mailFrom.declaration,
    ]

    public static let publicURL = Setting<String?>(
        "public-url", "THINKCHILD_PUBLIC_URL", kind: "an address", usual: nil, usually: "",
        "Where people reach this service, for the links in letters: https://trust.example.org."
    ) { text throws(Unfit) in
        do throws(Refusal) { return try WebAddress(text).text } catch { throw Unfit("will not do. " + error.said) }
    }

    public static let mailServer = Setting<String?>(
        "mail.server", "THINKCHILD_SMTP_URL", kind: "an smtp:// or smtps:// address", usual: nil, usually: "",
        "The mail server that letters are handed to; where none is set they wait, and `thinkchild outbox` shows them."
    ) { text throws(Unfit) in
        do throws(Refusal) { _ = try MailServer(text) } catch { throw Unfit("will not do. " + error.said) }
        return text
    }

    public static let mailUser = Setting<String?>.text(
        "mail.user", "THINKCHILD_SMTP_USER", "The name to sign in to the mail server with, where it asks for one.")

    public static let mailPassword = Setting.secret(
        "mail.password", "THINKCHILD_SMTP_PASSWORD", "The password to sign in to the mail server with.")

    public static let mailFrom = Setting<String?>(
        "mail.from", "THINKCHILD_MAIL_FROM", kind: "an e-mail address, with or without a name", usual: nil, usually: "",
        "Who letters come from: Example Council <trust@example.org>; needed where a mail server is set."
    ) { text throws(Unfit) in
        do throws(Refusal) { _ = try Sender(text) } catch { throw Unfit("will not do. " + error.said) }
        return text
    }
}

extension Refusal {
    fileprivate var said: String { sentences.joined(separator: ". ") }
}

extension Background {
    /// Does what is asked for with `Transaction.ask(for:at:)`.
    static func jobs(
        on store: Store, _ settings: Settings, _ reminders: RemindReviewers, chasing: ChasingJob,
        tidying: TidyAccounts, forgotten: JobKind?, packs: MakePack
    ) -> Background {
        Background("jobs") { clock, report in
            PrivateFolder.sweep()
            var kinds = [Outbox.tidyingKind, reminders.kind, chasing.kind, tidying.kind, packs.kind]
            if let forgotten { kinds.append(forgotten) }
            do { try await reminders.begin(at: clock()) } catch { report("Reviewers are not reminded: \(error)") }
            do { try await chasing.begin(at: clock()) } catch {
                report("Actions are not chased: the list of jobs cannot be written")
            }
            do { try await tidying.begin(at: clock()) } catch {
                report("What has lapsed of the accounts stays: the list of jobs cannot be written")
            }
            do throws(Refusal) {
                if let delivery = try Delivery(store, settings) { kinds.append(delivery.kind) }
            } catch {
                report("Letters wait: " + error.said)
            }
            await JobRunner(store, kinds: kinds, clock: clock, report: report).run()
        }
    }
}

extension Delivery {
    /// Nil where no mail server is set.
    fileprivate init?(_ store: Store, _ settings: Settings) throws(Refusal) {
        guard let url = settings[Settings.mailServer] else { return nil }
        let server = try MailServer(
            url, user: settings[Settings.mailUser], password: settings[Settings.mailPassword]?.text)
        guard let from = settings[Settings.mailFrom] else {
            throw .invalid([Problem("mail.from", "mail.server is set, and mail.from is not")])
        }
        self.init(store, through: server, from: try Sender(from), by: Outbound())
    }
}
