import HTTPTypes
import Settings
import Testing

@testable import Server

@Suite("Where a request came from")
struct ApproachTests {
    private let proxies = TrustedProxies(["10.0.0.0/8", "127.0.0.1"].compactMap { AddressRange($0) })

    private func approach(
        _ peer: String?, _ headers: [String: String] = [:], isEncrypted: Bool = false, _ proxies: TrustedProxies? = nil
    ) -> Approach {
        Approach(
            peer: peer, isEncrypted: isEncrypted, authority: "asked.example", headers: fields(headers),
            proxies: proxies ?? self.proxies)
    }

    @Test("Nobody but a trusted proxy is believed")
    func strangers() {
        let lies = [
            "X-Forwarded-For": "192.0.2.9", "X-Forwarded-Proto": "https", "X-Forwarded-Host": "evil.example",
            "Forwarded": "for=192.0.2.9;proto=https;host=evil.example",
        ]
        let stranger = approach("203.0.113.5", lies)
        #expect(stranger.address == "203.0.113.5" && !stranger.isSecure && stranger.authority == "asked.example")
        #expect(stranger.isInTheClear)
        let local = approach("127.0.0.1", lies, TrustedProxies())
        #expect(local.address == "127.0.0.1" && !local.isSecure && !local.isInTheClear)
    }

    @Test(
        "The service's figures are for this machine and for whoever watches it",
        arguments: [
            (nil as String?, "", true), ("127.0.0.1", "", true), ("::1", "", true), ("203.0.113.5", "", false),
            ("203.0.113.5", "192.0.2.7", false), ("192.0.2.7", "", true), ("10.0.0.1", "", false),
            ("10.0.0.1", "192.0.2.7", true), ("10.0.0.1", "203.0.113.5", false),
        ])
    func watching(peer: String?, forwarded: String, may: Bool) {
        var settings = ServerSettings()
        settings.watchers = ["192.0.2.0/24"].compactMap { AddressRange($0) }
        let headers = forwarded.isEmpty ? [:] : ["X-Forwarded-For": forwarded]
        #expect(settings.mayWatch(approach(peer, headers)) == may)
    }

    @Test(
        "The first address from the near end that is no proxy of ours is who asks",
        arguments: [
            ("192.0.2.9", "192.0.2.9"), ("198.51.100.1, 192.0.2.9", "192.0.2.9"),
            ("198.51.100.1, 192.0.2.9, 10.0.0.7", "192.0.2.9"), ("192.0.2.9, nonsense, 10.0.0.7", "10.0.0.7"),
            ("nonsense", "10.0.0.1"), ("", "10.0.0.1"), ("192.0.2.9:5123", "192.0.2.9"),
            ("[2001:db8::1]:443", "2001:db8:0:0:0:0:0:1"), ("2001:db8::1", "2001:db8:0:0:0:0:0:1"),
            ("10.0.0.9, 10.0.0.8", "10.0.0.9"), ("unknown, 10.0.0.8", "10.0.0.8"),
        ])
    func forwardedFor(header: String, address: String) {
        #expect(approach("10.0.0.1", ["X-Forwarded-For": header]).address == address)
    }

    @Test("A proxy that speaks https for us is believed that it does, and by which name it was called")
    func scheme() {
        let asked = approach("10.0.0.1", ["X-Forwarded-Proto": "https", "X-Forwarded-Host": "trust.example.org"])
        #expect(asked.isSecure && asked.authority == "trust.example.org" && !asked.isInTheClear)
        #expect(!approach("10.0.0.1", ["X-Forwarded-Proto": "http"]).isSecure)
        #expect(approach("203.0.113.5", isEncrypted: true).isSecure)
    }

    @Test(
        "The standard header is read where the proxies write that one",
        arguments: [
            ("for=192.0.2.60;proto=https;host=trust.example.org", "192.0.2.60", true),
            ("For=\"[2001:db8:cafe::17]:4711\"; Proto=HTTPS", "2001:db8:cafe:0:0:0:0:17", true),
            ("for=198.51.100.1, for=192.0.2.60, for=10.2.3.4;proto=http", "192.0.2.60", false),
            ("for=unknown;proto=https", "10.0.0.1", true), ("for=_hidden", "10.0.0.1", false), ("", "10.0.0.1", false),
        ])
    func standard(header: String, address: String, isSecure: Bool) {
        var proxies = proxies
        proxies.dialect = .forwarded
        let asked = approach(
            "10.0.0.1", ["Forwarded": header, "X-Forwarded-For": "192.0.2.1", "X-Forwarded-Proto": "https"], proxies)
        #expect(asked.address == address && asked.isSecure == isSecure)
    }

    @Test("A header that the proxies do not write is the asker's own, and is not read")
    func otherDialect() {
        #expect(approach("10.0.0.1", ["Forwarded": "for=192.0.2.1;proto=https"]).address == "10.0.0.1")
    }

    @Test("A list without end is read from its near end, and no further than it need be")
    func longList() {
        let padding = String(repeating: "10.0.0.2, ", count: 5_000)
        #expect(approach("10.0.0.1", ["X-Forwarded-For": "192.0.2.9, " + padding + "10.0.0.3"]).address == "10.0.0.2")
    }
}
