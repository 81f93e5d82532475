import Foundation
public import Kernel
import Outbound
public import Settings
public import SingleSignOn

// The council's own directory, by which people may sign in (OpenID Connect), as an operator decides it.

extension Settings {
    static let ofTheDirectory = [
        directoryIssuer.declaration, directoryClient.declaration, directorySecret.declaration,
        directoryLabel.declaration, directoryScopes.declaration, directoryEmailClaim.declaration,
        directoryAddresses.declaration, directorySecondProofs.declaration, directorySkew.declaration,
    ]

    static let directoryIssuer = Setting<String?>(
        "directory.issuer", "THINKCHILD_DIRECTORY_ISSUER", kind: "an https:// address", usual: nil, usually: "",
        "The directory's own name for itself, letter for letter; people sign in with it where one is set."
    ) { text throws(Unfit) in
        do throws(Refusal) { return try WebAddress(text).text } catch { throw Unfit("will not do. " + error.said) }
    }
    static let directoryClient = Setting<String?>.text(
        "directory.client-id", "THINKCHILD_DIRECTORY_CLIENT_ID", "What the directory calls this service.")
    static let directorySecret = Setting.secret(
        "directory.client-secret", "THINKCHILD_DIRECTORY_CLIENT_SECRET",
        "What this service shows the directory to be known by it.")
    static let directoryLabel = Setting.text(
        "directory.label", "THINKCHILD_DIRECTORY_LABEL", usual: "your council account",
        "What people call it: the button says Sign in with it.")
    static let directoryScopes = Setting.list(
        "directory.scopes", "THINKCHILD_DIRECTORY_SCOPES", usual: ["openid", "email", "profile"],
        "What the directory is asked for; openid always.")
    static let directoryEmailClaim = Setting.text(
        "directory.email-claim", "THINKCHILD_DIRECTORY_EMAIL_CLAIM", usual: "email",
        "Which of the directory's claims is a person's e-mail address; of any but email, directory.addresses must be own."
    )
    static let directoryAddresses = Setting.word(
        "directory.addresses", "THINKCHILD_DIRECTORY_ADDRESSES", among: ["verified", "own"], usual: "verified",
        """
        Which of its addresses are believed: those that it says are verified; or all, own, where the council gives \
        them out and nobody writes their own.
        """)
    static let directorySecondProofs = Setting.list(
        "directory.second-proofs", "THINKCHILD_DIRECTORY_SECOND_PROOFS",
        """
        What the directory says of a sign-in (acr, amr), such as mfa, when a second proof was asked for there; a \
        one-time code is then not asked for here.
        """)
    static let directorySkew = Setting.duration(
        "directory.clock-skew", "THINKCHILD_DIRECTORY_CLOCK_SKEW", in: .zero...(.seconds(300)), usual: .seconds(60),
        "How far the directory's clock may be from this machine's.")
}

extension Refusal {
    fileprivate var said: String { sentences.joined(separator: ". ") }
}

extension SignOnSettings {
    /// Nil where no directory is set.
    /// - Throws: `.invalid` naming the setting that is missing, or does not go with another.
    public init?(_ settings: Settings) throws(Refusal) {
        guard let issuer = settings[Settings.directoryIssuer] else { return nil }
        func needed(_ value: String?, _ name: String) throws(Refusal) -> String {
            if let value { return value }
            throw .invalid([Problem(name, "directory.issuer is set, and \(name) is not")])
        }
        let emailClaim = settings[Settings.directoryEmailClaim]
        let keepsAddresses = settings[Settings.directoryAddresses] == "own"
        if emailClaim != "email", !keepsAddresses {
            throw .invalid([
                Problem(
                    "directory.addresses",
                    "Only of the claim email does a directory say whether it is verified: set directory.addresses to "
                        + "own if the council gives out what \(emailClaim) holds")
            ])
        }
        let home = try needed(settings[Settings.publicURL], "public-url")
        try self.init(
            issuer: issuer, clientID: try needed(settings[Settings.directoryClient], "directory.client-id"),
            clientSecret: try needed(settings[Settings.directorySecret]?.text, "directory.client-secret"),
            redirect: (home.hasSuffix("/") ? String(home.dropLast()) : home) + SignOnSettings.backPath)
        scopes = settings[Settings.directoryScopes]
        if !scopes.contains("openid") { scopes.insert("openid", at: 0) }
        label = settings[Settings.directoryLabel]
        self.emailClaim = emailClaim
        self.keepsAddresses = keepsAddresses
        secondProofs = Set(settings[Settings.directorySecondProofs])
        skew = Double(settings[Settings.directorySkew].components.seconds)
    }
}
