public import Kernel

/// How long things last and how hard they are to try. The defaults are our choice, within OWASP's and NCSC's guidance.
public struct IdentitySettings: Sendable {
    public var cost = PasswordCost()
    /// Passwords tried at once; each holds 128 · r · N bytes while it is.
    public var passwordsAtOnce = 2
    /// Passwords that may wait to be tried before newcomers are told to come back.
    public var passwordsWaitingMax = 200

    /// Who may sign in with a password, where the council's directory signs people in too.
    public var passwords = Passwords.everyone

    /// Who may sign in with a password. Administrators always may: somebody must get in when the directory is away.
    public enum Passwords: String, Sendable { case everyone, administrators }

    /// A session nobody uses ends after this many minutes.
    public var idleMinutes = 60
    /// A session ends after this many hours whatever is done in it.
    public var sessionHours = 12
    /// Hours that an invitation holds.
    public var invitationHours = 72
    /// Minutes that a link for a new password holds.
    public var resetMinutes = 60
    /// Minutes that a form sent after its session had ended is kept for its sender.
    public var formMinutes = 60

    /// Wrong tries for one account from one place before that place must wait.
    public var triesByAccount = 5
    /// Wrong tries for one account from all places together before it must wait.
    public var triesByAccountAnywhere = 50
    /// Wrong tries from one address before it must wait: more, since many people may share one.
    public var triesByAddress = 50
    /// Minutes over which tries are counted.
    public var triesMinutes = 15

    /// The longest that a token may be made for.
    public var tokenDaysMax = 366
    /// The service's name, as an authenticator app shows it.
    public var serviceName = "ThinkChild"
    /// Roles that need a one-time code after the password: every role that can see a restricted room.
    public var rolesNeedingCode: Set<Role> = [.administrator]

    public init() {}
}
