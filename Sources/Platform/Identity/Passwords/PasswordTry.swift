/// One try of a password, that takes no less for an account that is there than for one that is not.
struct PasswordTry: Sendable {
    /// The account's, or the one below.
    let hash: PasswordHash
    /// Of today's cost, and matched by nothing.
    let noPassword: PasswordHash

    /// - Parameter matches: finds out whether a hash is a password's, which takes as long as the hash's cost says.
    /// - Returns: whether it is the one; and it hashed anew, where its cost was another than today's.
    func callAsFunction(
        _ password: String, matches: (PasswordHash, String) throws -> Bool = { try $0.matches($1) }
    ) throws -> (matches: Bool, better: PasswordHash?) {
        guard password.utf8.count <= PasswordRules.lengthMax * 4 else { return (false, nil) }
        let isRight = try matches(hash, password)
        if hash.cost == noPassword.cost { return (isRight, nil) }
        if isRight { return (true, try PasswordHash(of: password, cost: noPassword.cost)) }
        // A cheaper hash is sooner found not to match than that of an account that is not there.
        _ = try matches(noPassword, password)
        return (false, nil)
    }
}
