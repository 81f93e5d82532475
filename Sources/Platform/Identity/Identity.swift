public import Foundation
public import Kernel
public import Sealing
public import Store

/// Who is asking. Accounts, passwords, one-time codes, sessions and tokens are kept here; what a person may do is not:
/// that follows from the posts and seats they hold on the day, which `standing` reads from the rooms.
public struct Identity: Sendable {
    /// What the rooms know of a person on a day: their name, and a reason for each role. Nil when no such person is
    /// held.
    public typealias ReadStanding = @Sendable (_ person: String, _ day: Day, Transaction) throws -> PersonStanding?
    /// Puts a letter in the outbox, in the transaction of what it tells of.
    public typealias Send = @Sendable (_ letter: AccountLetter, Transaction) throws -> Void
    /// Throws away what other services hold for somebody whose account is erased: letters that wait, drafts.
    /// - Returns: whose keys are to be destroyed with the account's.
    public typealias Forget = @Sendable (Account, Transaction) throws -> [SealedFor]

    public let store: Store
    public let settings: IdentitySettings
    let standing: ReadStanding
    let send: Send
    let forget: Forget
    let passwords: PasswordPool
    /// Tried in place of a password that is not there, so that both take as long.
    let noPassword: PasswordHash
    let remembered = RememberedVisitors()

    public init(
        store: Store, settings: IdentitySettings = IdentitySettings(), standing: @escaping ReadStanding,
        send: @escaping Send = { _, _ in }, forget: @escaping Forget = { _, _ in [] }
    ) {
        self.store = store
        self.settings = settings
        self.standing = standing
        self.send = send
        self.forget = forget
        passwords = PasswordPool(width: settings.passwordsAtOnce, waitingMax: settings.passwordsWaitingMax)
        noPassword = PasswordHash(never: settings.cost)
    }
}

/// A person as the rooms know them on a day.
public struct PersonStanding: Sendable, Equatable {
    public let name: String
    public let grants: [Grant]

    public init(name: String, grants: [Grant]) {
        self.name = name
        self.grants = grants
    }
}

/// A letter to the holder of an account.
public struct AccountLetter: Sendable, Equatable {
    /// What it is about, which decides its words.
    public enum Matter: Sendable, Equatable {
        /// Holds the path with the secret.
        case invitation(path: String, hours: Int)
        case reset(path: String, minutes: Int)
        /// They come from the council's directory, by this path.
        case directory(path: String)
        case passwordChanged
        case codeChanged
    }

    /// Whose it is, and whose key it is sealed with until it is sent.
    public let account: ID<Account>
    public let to: String
    public let name: String
    public let matter: Matter
    public let at: Date
    /// When the link in it holds no longer; nil where there is none.
    public let endsAt: Date?

    init(
        for account: ID<Account>, to: String, name: String, matter: Matter, at: Date, endsAt: Date? = nil
    ) {
        self.account = account
        (self.to, self.name, self.matter, self.at, self.endsAt) = (to, name, matter, at, endsAt)
    }
}
