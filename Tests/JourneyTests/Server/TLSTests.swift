import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Kernel
import NIOCore
import Settings
import Testing

@testable import Server

@Suite("Over https, and behind a proxy", .serialized)
struct TLSTests {
    let door: DoorHouse
    init() throws { door = try DoorHouse() }

    @Test("The service speaks https itself, tells browsers to stay with it, and gives cookies for it alone")
    func tls() async throws {
        let files = try TestCertificate.files()
        let settings = door.settings { settings in
            settings.tls = files
            settings.hsts = .seconds(31_536_000)
        }
        let application = try makeApplication(house: door.house, modules: [door.module], settings: settings)
        try await application.test(.ahc(.https)) { client in
            try await client.execute(uri: "/add", method: .get) { reply in
                #expect(reply.status == .ok)
                #expect(reply.headers[.strictTransportSecurity] == "max-age=31536000")
                #expect(reply.headers[.setCookie]?.hasSuffix("; Secure") == true)
            }
        }
    }

    @Test("What is said to it in the clear, and what says nothing, is not waited for")
    func notTLS() async throws {
        let files = try TestCertificate.files()
        let settings = door.settings { settings in
            settings.tls = files
            settings.limits.idle = .milliseconds(300)
        }
        let application = try makeApplication(house: door.house, modules: [door.module], settings: settings)
        try await application.test(.live) { client in
            let port = try #require(client.port)
            for words in ["GET / HTTP/1.1\r\nHost: localhost\r\n\r\n", ""] {
                let began = ContinuousClock.now
                let said = try await Socket.talk(port, [words])
                #expect(!said.contains("HTTP/1.1 200") && ContinuousClock.now - began < .seconds(50))
            }
        }
    }

    @Test("In the clear, on this machine, nothing says https")
    func clear() async throws {
        let application = try makeApplication(
            house: door.house, modules: [door.module], settings: door.settings { $0.hsts = .seconds(60) })
        try await application.test(.live) { client in
            try await client.execute(uri: "/add", method: .get) { reply in
                #expect(reply.headers[.strictTransportSecurity] == nil)
                #expect(reply.headers[.setCookie]?.contains("Secure") == false)
            }
        }
    }

    @Test("Behind a trusted proxy, the reader's own https, name and address are what counts")
    func proxied() async throws {
        let range = try #require(AddressRange("127.0.0.1"))
        let settings = door.settings { settings in
            settings.proxies = TrustedProxies([range])
            settings.allowedHosts = ["trust.example.org"]
            settings.hsts = .seconds(60)
        }
        let application = try makeApplication(house: door.house, modules: [door.module], settings: settings)
        try await application.test(.live) { client in
            let told = fields([
                "X-Forwarded-For": "192.0.2.60", "X-Forwarded-Proto": "https", "X-Forwarded-Host": "trust.example.org",
            ])
            try await client.execute(uri: "/add", method: .get, headers: told) { reply in
                #expect(reply.status == .ok && reply.headers[.strictTransportSecurity] == "max-age=60")
                #expect(reply.headers[.setCookie]?.hasSuffix("; Secure") == true)
            }
            try await client.execute(uri: "/from", method: .get, headers: told) { reply in
                #expect(String(buffer: reply.body) == "192.0.2.60")
            }
            try await client.execute(uri: "/add", method: .get, headers: fields(["X-Forwarded-Host": "evil.example"])) {
                #expect($0.status.code == 421)
            }
        }
        #expect(!door.log.contains("192.0.2.60"))
    }

    @Test("A form that came by the proxy's name is one of ours")
    func formByProxy() async throws {
        let range = try #require(AddressRange("127.0.0.1"))
        let settings = door.settings { settings in
            settings.proxies = TrustedProxies([range])
            settings.allowedHosts = ["trust.example.org"]
        }
        let application = try makeApplication(house: door.house, modules: [door.module], settings: settings)
        try await application.test(.live) { client in
            for (origin, status) in [("https://trust.example.org", 415), ("https://evil.example", 403)] {
                let told = fields([
                    "X-Forwarded-Proto": "https", "X-Forwarded-Host": "trust.example.org", "Origin": origin,
                    "Content-Type": "text/plain",
                ])
                try await client.execute(uri: "/add", method: .post, headers: told, body: ByteBuffer(string: "a")) {
                    #expect($0.status.code == status)
                }
            }
        }
    }

    @Test("Files that cannot be used are refused before the service starts, and say which")
    func badFiles() throws {
        let whole = try TestCertificate.files()
        #expect(try whole.expiry() > DoorHouse.now)
        let strange = try TestCertificate.files(key: TestCertificate.otherKey)
        let garbage = try TestCertificate.files(key: "no key at all")
        let missing = TLSFiles(certificate: "/nowhere/certificate.pem", key: whole.key)
        for (files, words) in [(strange, "is not that of"), (garbage, "no private key"), (missing, "no certificate")] {
            let refusal = #expect(throws: Refusal.self) { try files.configuration() }
            #expect(refusal?.sentences.joined().contains(words) == true)
        }
    }
}
