/// Why nobody was signed in. Says nothing of who tried.
public enum SignOnFailure: Error, Sendable, Equatable {
    /// Why a token is not to be believed.
    public enum Doubt: Sendable, Equatable {
        /// Not three parts of base64url with JSON in them, or a claim of the wrong kind.
        case malformed
        /// An algorithm that is not allowed: none, a shared secret, or one we do not know.
        case algorithm
        /// No key of that name, even after asking again.
        case unknownKey
        case signature
        case issuer, audience, authorisedParty, nonce
        case expired, notYetValid
        /// Issued before the sign-in began, or in the future.
        case issuedAt
        /// The access token beside it is another's.
        case accessToken
        case subject
    }

    /// The answer does not belong to the sign-in that was begun here.
    case stateMismatch
    /// The sign-in was begun too long ago.
    case tooLate
    /// The directory said no: its own code, such as `access_denied`.
    case refused(code: String)
    /// The answer came from another directory than the one that was asked (RFC 9207).
    case wrongIssuer
    /// What the directory says of itself cannot be used: what is wrong with it, for an engineer.
    case badDirectory(String)
    /// The directory does not answer. Trying again later may help.
    case unreachable
    case doubted(Doubt)
}
