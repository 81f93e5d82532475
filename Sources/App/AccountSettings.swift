import Doors
import Identity
import Kernel
import Mail
public import Settings
import Store

// Who may sign in and for how long, as an operator decides it.

extension Settings {
    static let ofTheAccounts = [
        administratorEmail.declaration, passwordCost.declaration, passwordsAtOnce.declaration,
        sessionIdle.declaration, sessionLength.declaration, invitationLength.declaration, resetLength.declaration,
        triesByAccount.declaration, triesByAddress.declaration, triesOver.declaration, passwordsFor.declaration,
    ]

    public static let administratorEmail = Setting.text(
        "accounts.administrator", "THINKCHILD_ADMINISTRATOR_EMAIL", usual: "administrator@localhost",
        "What the first administrator signs in with, on the first run.")
    static let passwordCost = Setting.number(
        "accounts.password-cost", "THINKCHILD_PASSWORD_COST", in: 14...20, usual: 17,
        "How hard a password is to try: scrypt's N, as a power of two. Each step doubles the time and the memory.")
    static let passwordsAtOnce = Setting.number(
        "accounts.passwords-at-once", "THINKCHILD_PASSWORDS_AT_ONCE", in: 1...64, usual: 2,
        "Passwords tried at once; at a cost of 17 each takes 128 MiB while it is.")
    static let sessionIdle = Setting.duration(
        "accounts.session-idle", "THINKCHILD_SESSION_IDLE", in: .seconds(60)...(.seconds(86_400)),
        usual: .seconds(3_600),
        "A session that nobody uses ends after this.")
    static let sessionLength = Setting.duration(
        "accounts.session", "THINKCHILD_SESSION", in: .seconds(3_600)...(.seconds(604_800)), usual: .seconds(43_200),
        "A session ends after this, whatever is done in it.")
    static let invitationLength = Setting.duration(
        "accounts.invitation", "THINKCHILD_INVITATION", in: .seconds(3_600)...(.seconds(1_209_600)),
        usual: .seconds(259_200), "How long an invitation holds.")
    static let resetLength = Setting.duration(
        "accounts.reset", "THINKCHILD_RESET", in: .seconds(300)...(.seconds(86_400)), usual: .seconds(3_600),
        "How long a link for a new password holds.")
    static let triesByAccount = Setting.number(
        "accounts.tries", "THINKCHILD_TRIES", in: 3...100, usual: 5,
        "Wrong tries for one account from one place before they wait there; ten times as many, and all wait.")
    static let triesByAddress = Setting.number(
        "accounts.tries-by-address", "THINKCHILD_TRIES_BY_ADDRESS", in: 10...10_000, usual: 50,
        """
        Wrong tries from one address, or one /64 of IPv6, before it must wait; many people may share one. A /48 has \
        four times as many.
        """)
    static let triesOver = Setting.duration(
        "accounts.tries-over", "THINKCHILD_TRIES_OVER", in: .seconds(60)...(.seconds(86_400)), usual: .seconds(900),
        "The time over which tries are counted, and the longest wait.")
    static let passwordsFor = Setting.word(
        "accounts.passwords", "THINKCHILD_PASSWORDS", among: ["everyone", "administrators"], usual: "everyone",
        """
        Who may sign in with a password; administrators always may, since somebody must get in when the directory is \
        away.
        """)
}

extension IdentitySettings {
    init(_ settings: Settings) {
        self.init()
        cost.logRounds = settings[Settings.passwordCost]
        passwordsAtOnce = settings[Settings.passwordsAtOnce]
        idleMinutes = Int(settings[Settings.sessionIdle].components.seconds / 60)
        sessionHours = Int(settings[Settings.sessionLength].components.seconds / 3_600)
        invitationHours = Int(settings[Settings.invitationLength].components.seconds / 3_600)
        resetMinutes = Int(settings[Settings.resetLength].components.seconds / 60)
        triesByAccount = settings[Settings.triesByAccount]
        triesByAccountAnywhere = 10 * triesByAccount
        triesByAddress = settings[Settings.triesByAddress]
        // Without a directory nobody else could get in.
        if settings[Settings.directoryIssuer] != nil {
            passwords = Passwords(rawValue: settings[Settings.passwordsFor]) ?? .everyone
        }
        triesMinutes = Int(settings[Settings.triesOver].components.seconds / 60)
    }
}
