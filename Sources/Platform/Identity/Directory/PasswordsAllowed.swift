import Kernel
import Store

extension Identity {
    /// Whether somebody may sign in with a password at all, where the directory signs people in.
    func mayHavePassword(_ account: Account, on day: Day, in tx: Transaction) throws -> Bool {
        if settings.passwords == .everyone { return true }
        return try standing(account.person, day, tx).map(mayHavePassword) ?? false
    }

    func mayHavePassword(_ standing: PersonStanding) -> Bool {
        settings.passwords == .everyone || standing.grants.contains { $0.role == .administrator }
    }

    static let directoryOnly = Refusal.outOfOrder(
        "This account has no password: its holder signs in with the council's directory")
}
