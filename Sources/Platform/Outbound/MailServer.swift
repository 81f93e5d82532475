import Foundation
public import Kernel

/// A mail server that letters are handed to (SMTP, RFC 5321), and how.
public struct MailServer: Sendable, Equatable {
    /// How what is said to the server is kept from others.
    public enum Secrecy: Sendable, Equatable {
        /// Encrypted from the first byte (RFC 8314).
        case fromTheStart
        /// Encrypted before anything is said that matters (STARTTLS), or not sent at all.
        case required
        /// In the open: only to this machine itself.
        case none
    }

    public let host: String
    public let port: Int
    public let secrecy: Secrecy
    public let user: String?
    public let password: String?

    /// - Parameter url: `smtps://mail.example.org`, or `smtp://mail.example.org:587`, which must then offer STARTTLS
    ///   unless it is this machine itself. The usual port is 465 for the first and 587 for the second (25 on this
    ///   machine).
    /// - Throws: `.invalid` for any other address, or for a name and password inside it.
    public init(_ url: String, user: String? = nil, password: String? = nil) throws(Refusal) {
        guard let parts = URLComponents(string: url), let host = parts.host, MailServer.isHost(host),
            ["", "/"].contains(parts.path), parts.query == nil, parts.fragment == nil
        else { throw MailServer.refused("is not the address of a mail server, such as smtp://mail.example.org:587") }
        guard parts.user == nil, parts.password == nil else {
            throw MailServer.refused("holds a name or a password: give those as settings of their own")
        }
        switch parts.scheme?.lowercased() {
        case "smtps": self.init(host, parts.port ?? 465, .fromTheStart, user: user, password: password)
        case "smtp" where Loopback.isLoopback(host):
            self.init(host, parts.port ?? 25, .none, user: user, password: password)
        case "smtp": self.init(host, parts.port ?? 587, .required, user: user, password: password)
        default: throw MailServer.refused("begins with neither smtp:// nor smtps://")
        }
    }

    /// For tests: any secrecy with any host.
    init(_ host: String, _ port: Int, _ secrecy: Secrecy, user: String? = nil, password: String? = nil) {
        self.host = host
        self.port = port
        self.secrecy = secrecy
        self.user = user
        self.password = password
    }

    private static func isHost(_ host: String) -> Bool {
        let own = Set("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.-:[]".utf8)
        return !host.isEmpty && host.utf8.allSatisfy(own.contains)
    }

    private static func refused(_ why: String) -> Refusal {
        .invalid([Problem("mail server", "The mail server \(why)")])
    }
}
