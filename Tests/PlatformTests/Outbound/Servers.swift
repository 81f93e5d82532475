import Cast
import Foundation

@testable import Outbound

/// The web server that these tests share, and how it is reached.
struct WebStandIn {
    private struct Told: Decodable {
        let ports: [String: Int]
        let authority: String
    }

    private static let shared = Task { try await StandIn.start("web") }

    let standIn: StandIn
    let ports: [String: Int]
    let authority: String

    init() async throws {
        standIn = try await WebStandIn.shared.value
        let told = try await standIn.told(Told.self, containing: "ports")
        (ports, authority) = (told.ports, told.authority)
    }

    func address(_ path: String, _ scheme: String = "https") throws -> WebAddress {
        try WebAddress("\(scheme)://127.0.0.1:\(ports[scheme] ?? 0)\(path)")
    }

    /// A way out that trusts the server's certificate.
    func outbound(_ change: (inout OutboundSettings) -> Void = { _ in }) -> Outbound {
        var settings = OutboundSettings()
        settings.certificates = authority
        change(&settings)
        return Outbound(settings)
    }
}

/// The mail server that these tests share, and how it is reached.
struct MailStandIn {
    private struct Told: Decodable {
        let ports: [String: Int]
        let authority: String
    }

    /// A letter as the server took it.
    struct Taken: Decodable {
        let sender: String
        let recipients: [String]
        let headers: [String: String]
        let defects: [String]
        let text: String
        let widest: Int
        let sevenBit: Bool
        let encrypted: Bool
        let user: String?
    }

    private static let shared = Task { try await StandIn.start("smtp") }

    let standIn: StandIn
    let ports: [String: Int]
    let authority: String

    init() async throws {
        standIn = try await MailStandIn.shared.value
        let told = try await standIn.told(Told.self, containing: "ports")
        (ports, authority) = (told.ports, told.authority)
    }

    /// - Parameter kind: `plain`, `password`, `starttls` or `smtps`.
    func server(_ kind: String, _ secrecy: MailServer.Secrecy = .none, password: String? = nil) -> MailServer {
        MailServer("127.0.0.1", ports[kind] ?? 0, secrecy, user: password.map { _ in "trust" }, password: password)
    }

    func outbound(trusting: Bool = true) -> Outbound {
        var settings = OutboundSettings()
        if trusting { settings.certificates = authority }
        return Outbound(settings)
    }

    /// What came for a recipient whom no other test writes to.
    func letter(to recipient: String) async throws -> Taken {
        try await standIn.told(Taken.self, containing: "\"\(recipient)\"")
    }
}
