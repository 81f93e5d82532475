import Cast
import Foundation
import Kernel
import Testing

@testable import Outbound

@Suite("Letters handed to a mail server", .timeLimit(.minutes(5)))
struct HandOverTests {
    static let message = Array("From: trust@example.org\r\nSubject: Hello\r\n\r\nOne line\r\n.\r\n..two\r\n".utf8)

    private func hand(
        to recipient: String, _ server: MailServer, by outbound: Outbound
    ) async throws -> OutboundFailure.Kind? {
        let envelope = try #require(Envelope(from: "trust@example.org", to: recipient, message: Self.message))
        do {
            try await outbound.handOver(envelope, to: server, name: "trust.example.org")
            return nil
        } catch let failure as OutboundFailure {
            return failure.kind
        }
    }

    @Test(
        "a mail server's address says how letters are kept from others",
        arguments: [
            ("smtp://mail.example.org", MailServer("mail.example.org", 587, .required)),
            ("smtp://mail.example.org:25/", MailServer("mail.example.org", 25, .required)),
            ("smtps://mail.example.org", MailServer("mail.example.org", 465, .fromTheStart)),
            ("smtps://127.0.0.1:4650", MailServer("127.0.0.1", 4_650, .fromTheStart)),
            ("smtp://localhost", MailServer("localhost", 25, .none)),
            ("smtp://127.0.0.1:2525", MailServer("127.0.0.1", 2_525, .none)),
            ("http://mail.example.org", nil), ("mail.example.org", nil), ("smtp://", nil),
            ("smtp://me:secret@mail.example.org", nil), ("smtp://mail.example.org/path", nil),
            ("smtp://mail.example.org?x=1", nil), ("smtp://a b", nil),
        ] as [(String, MailServer?)])
    func servers(url: String, server: MailServer?) {
        #expect((try? MailServer(url)) == server)
    }

    @Test("an envelope's address cannot end early")
    func envelopes() {
        for bad in [
            "", "a b@example.org", "a>@example.org", "a@example.org\r\nRCPT TO:<b@example.org>", "ä@example.org",
        ] {
            #expect(Envelope(from: bad, to: "a@example.org", message: []) == nil)
            #expect(Envelope(from: "a@example.org", to: bad, message: []) == nil)
        }
    }

    @Test("in the open to this machine, with a line that is one full stop")
    func plain() async throws {
        let mail = try await MailStandIn()
        #expect(try await hand(to: "plain@example.org", mail.server("plain"), by: mail.outbound()) == nil)
        let letter = try await mail.letter(to: "plain@example.org")
        #expect(letter.sender == "trust@example.org" && letter.recipients == ["plain@example.org"])
        #expect(letter.text == "One line\n.\n..two\n" && !letter.encrypted && letter.user == nil)
    }

    @Test("with a name and password")
    func password() async throws {
        let mail = try await MailStandIn(), server = mail.server("password", password: "opensesame")
        #expect(try await hand(to: "password@example.org", server, by: mail.outbound()) == nil)
        #expect(try await mail.letter(to: "password@example.org").user == "trust")
        let wrong = mail.server("password", password: "opensesam")
        #expect(try await hand(to: "wrong@example.org", wrong, by: mail.outbound()) == .notLetIn)
        #expect(try await hand(to: "without@example.org", mail.server("password"), by: mail.outbound()) == .notLetIn)
        #expect(mail.standIn.lines(containing: "wrong@") + mail.standIn.lines(containing: "without@") == [])
    }

    @Test("encrypted, by a server that proves who it is")
    func encrypted() async throws {
        let mail = try await MailStandIn()
        let kinds: [(String, MailServer.Secrecy, String?)] = [
            ("starttls", .required, "opensesame"), ("smtps", .fromTheStart, nil),
        ]
        for (kind, secrecy, password) in kinds {
            let server = mail.server(kind, secrecy, password: password), recipient = "\(kind)@example.org"
            #expect(try await hand(to: recipient, server, by: mail.outbound(trusting: false)) == .untrusted)
            #expect(mail.standIn.lines(containing: recipient) == [])
            #expect(try await hand(to: recipient, server, by: mail.outbound()) == nil)
            let letter = try await mail.letter(to: recipient)
            #expect(letter.encrypted && letter.user == password.map { _ in "trust" })
        }
    }

    /// The certificate is good, and signed by an authority that is trusted; it is somebody else's.
    @Test("a server that proves to be another than was called gets nothing")
    func anotherName() async throws {
        let mail = try await MailStandIn(), server = mail.server("another", .fromTheStart)
        #expect(try await hand(to: "another@example.org", server, by: mail.outbound()) == .untrusted)
        #expect(mail.standIn.lines(containing: "another@") == [])
    }

    @Test("nothing is said in the open to a server that must encrypt and does not offer it")
    func mustEncrypt() async throws {
        let mail = try await MailStandIn(), server = mail.server("password", .required, password: "opensesame")
        #expect(try await hand(to: "open@example.org", server, by: mail.outbound()) == .untrusted)
        #expect(mail.standIn.lines(containing: "open@") == [])
    }

    @Test(
        "a no that lasts is told from one that passes",
        arguments: [
            ("nobody@example.org", OutboundFailure.Kind.refused(code: 550)),
            ("spam@example.org", .refused(code: 554)), ("full@example.org", .refusedForNow(code: 451)),
        ])
    func refusals(recipient: String, kind: OutboundFailure.Kind) async throws {
        let mail = try await MailStandIn()
        #expect(try await hand(to: recipient, mail.server("plain"), by: mail.outbound()) == kind)
    }

    @Test("nobody at home")
    func unreachable() async throws {
        let nobody = MailServer("127.0.0.1", 1, .none)
        #expect(try await hand(to: "a@example.org", nobody, by: Outbound()) == .unreachable)
    }
}
