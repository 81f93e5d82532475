import Doors
import Identity
import Kernel

extension House {
    /// - Throws: `.unavailable` in a house without accounts.
    public func signingIn() throws(Refusal) -> Identity {
        guard let identity else { throw .unavailable("This service has no accounts") }
        return identity
    }
}

extension Request {
    /// Whoever has wholly signed in: their account, and the secret of their session.
    /// - Throws: `.notFound` for anybody else, who is told where to sign in.
    func signedIn() throws(Refusal) -> (account: ID<Account>, session: Secret) {
        guard visitor.stage == .whole, let account = visitor.account, let session, visitor.session != nil else {
            throw .notFound
        }
        return (account, session)
    }

    /// Where to go after signing in: a path of this service, or home.
    var comesBackTo: String {
        let to = form.text("to") ?? query.text("to") ?? "/"
        let isOurs =
            to.hasPrefix("/") && !to.hasPrefix("//") && !to.hasPrefix("/\\") && to.utf8.count <= 2_000
            && to.utf8.allSatisfy { (0x21...0x7E).contains($0) }
        return isOurs ? to : "/"
    }

    /// The form that waits to be given back, by its secret.
    var keptForm: String? { (form.text("kept") ?? query.text("kept")).flatMap { Secret(checking: $0)?.text } }
}
