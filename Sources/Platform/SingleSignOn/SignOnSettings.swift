import Foundation
public import Kernel
public import Outbound

/// What the council's directory and this service have agreed.
public struct SignOnSettings: Sendable {
    /// The directory's own name for itself, letter for letter.
    public let issuer: WebAddress
    public let clientID: String
    let clientSecret: String
    /// Where the directory sends people back to: a page of this service, letter for letter as it was registered there.
    public let redirect: WebAddress
    public var scopes = ["openid", "email", "profile"]
    /// The page of this service that a directory sends people back to.
    public static let backPath = "/sign-in/directory/back"

    /// What people call it, in "Sign in with …".
    public var label = "your council account"
    /// Which of the directory's claims is a person's e-mail address.
    public var emailClaim = "email"
    /// Whether every address in the directory was made sure of by whoever keeps it, so that it need not say so.
    public var keepsAddresses = false
    /// What the directory says of a sign-in (`acr`, `amr`) when a second proof was asked for there that counts here.
    public var secondProofs: Set<String> = []
    /// Seconds by which the directory's clock may differ from ours.
    public var skew: TimeInterval = 60
    /// Seconds a person may take to sign in there.
    public var patience: TimeInterval = 600
    /// Seconds for which what the directory says of itself is kept.
    public var keep: TimeInterval = 3_600
    /// Seconds between two askings for keys that are not known: otherwise anyone could have us ask without end.
    public var keysAgain: TimeInterval = 60

    /// - Throws: `.invalid` when the issuer has a query, or the client has no name.
    public init(issuer: String, clientID: String, clientSecret: String, redirect: String) throws(Refusal) {
        self.issuer = try WebAddress(issuer)
        self.redirect = try WebAddress(redirect)
        guard !clientID.isEmpty, !issuer.contains("?") else {
            throw .invalid([Problem("sign-on", "Single sign-on needs an issuer without a query, and a client's name")])
        }
        self.clientID = clientID
        self.clientSecret = clientSecret
    }

    /// Where the directory describes itself (OpenID Connect Discovery 1.0, 4).
    var discovery: String {
        let root = issuer.text.hasSuffix("/") ? String(issuer.text.dropLast()) : issuer.text
        return root + "/.well-known/openid-configuration"
    }
}
