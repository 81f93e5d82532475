import CCurl
import Foundation

/// A letter as a mail server takes it: who from, who to, and the message whole.
public struct Envelope: Sendable {
    /// As SMTP's MAIL FROM and RCPT TO have them, without angle brackets.
    let sender: String
    let recipient: String
    /// Header and body, with CRLF at the end of each line.
    let message: [UInt8]

    /// Nil when an address holds what would end it: a space, an angle bracket, or a control character.
    public init?(from sender: String, to recipient: String, message: [UInt8]) {
        let isOneWord = { (address: String) in
            !address.isEmpty && address.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F && $0 != 0x3C && $0 != 0x3E }
        }
        guard isOneWord(sender), isOneWord(recipient) else { return nil }
        self.sender = sender
        self.recipient = recipient
        self.message = message
    }
}

extension Outbound {
    /// Hands a letter to a mail server, which answers for it from then on.
    ///
    /// - Parameter name: what this service calls itself to the server (EHLO).
    /// - Throws: `OutboundFailure`: `.refused` when this letter would be refused again, anything else when trying
    ///   later may help. A letter that failed late may have been taken all the same.
    public func handOver(_ envelope: Envelope, to server: MailServer, name: String = "localhost") async throws {
        let settings = settings
        try await threads.run {
            let call = try Call(
                sending: envelope.message, settings: settings, secondsMax: settings.letterSecondsMax)
            call.set(CURLOPT_URL, server.address(calling: name))
            call.set(CURLOPT_PROTOCOLS_STR, "smtp,smtps")
            call.set(CURLOPT_PROXY, "")
            call.set(
                CURLOPT_USE_SSL,
                Int(server.secrecy == .required ? CURLUSESSL_ALL.rawValue : CURLUSESSL_NONE.rawValue))
            if let user = server.user {
                call.set(CURLOPT_USERNAME, user)
                call.set(CURLOPT_PASSWORD, server.password ?? "")
            }
            call.set(CURLOPT_MAIL_FROM, "<\(envelope.sender)>")
            call.set(CURLOPT_MAIL_RCPT, ["<\(envelope.recipient)>"])
            call.upload()
            do { try call.run() } catch let failure as OutboundFailure { throw call.meaning(of: failure) }
        }
    }
}

extension MailServer {
    fileprivate func address(calling name: String) -> String {
        let own = name.utf8.filter { $0 != UInt8(ascii: "/") && $0 > 0x20 && $0 < 0x7F }
        let scheme = secrecy == .fromTheStart ? "smtps" : "smtp"
        return "\(scheme)://\(host):\(port)/\(String(decoding: own, as: UTF8.self))"
    }
}

extension Call {
    /// What the server's codes say of a failure. A server that did not greet, or did not let us in, has said nothing
    /// about the letter, so trying again may help however it put it.
    fileprivate func meaning(of failure: OutboundFailure) -> OutboundFailure {
        guard failure.kind == .unreachable, codes.first == 220, let last = codes.last(where: { $0 >= 400 }) else {
            return failure
        }
        if Call.notLetIn.contains(last) { return OutboundFailure(.notLetIn, failure.words) }
        return OutboundFailure(last < 500 ? .refusedForNow(code: last) : .refused(code: last), failure.words)
    }

    /// Codes about who we are, not about the letter (RFC 4954, RFC 3207).
    private static let notLetIn: Set = [530, 534, 535, 538]
}
