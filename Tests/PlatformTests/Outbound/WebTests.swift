import Cast
import Foundation
import Kernel
import Testing

@testable import Outbound

@Suite("Calls to other servers over the web", .timeLimit(.minutes(5)))
struct WebTests {
    private func kind(_ work: () async throws -> Outbound.Answer) async throws -> OutboundFailure.Kind? {
        do {
            _ = try await work()
            return nil
        } catch let failure as OutboundFailure {
            return failure.kind
        }
    }

    @Test(
        "only https is called, and http on this machine",
        arguments: [
            ("https://example.org/", true), ("https://example.org:8443/a?b=c", true), ("http://127.0.0.1:80/", true),
            ("http://localhost/", true), ("http://[::1]:99/x", true), ("HTTPS://example.org/", true),
            ("http://example.org/", false), ("http://127.0.0.1.example.org/", false), ("http://127.1/", false),
            ("http://127.0.0.1@example.org/", false), ("https://me:secret@example.org/", false),
            ("ftp://example.org/", false), ("file:///etc/passwd", false), ("https://", false), ("example.org", false),
            ("https://example.org/\nHost: other", false), ("http://127.0.0.1\\@example.org/", false), ("", false),
            ("gopher://localhost/", false), ("https://example.org/#part", false),
        ])
    func addresses(text: String, isTaken: Bool) {
        #expect(((try? WebAddress(text)) != nil) == isTaken)
    }

    @Test("an answer is its status, its kind and its body")
    func answers() async throws {
        let web = try await WebStandIn()
        for scheme in ["https", "http"] {
            let answer = try await web.outbound().get(web.address("/hello", scheme))
            #expect(answer.status == 200 && answer.contentType == "application/json")
            #expect(String(decoding: answer.body, as: UTF8.self) == "{\"hello\":true}")
            #expect(try await web.outbound().get(web.address("/none", scheme)).status == 404)
        }
    }

    @Test("who cannot prove to be who was called is not believed")
    func untrusted() async throws {
        let web = try await WebStandIn()
        #expect(try await kind { try await Outbound().get(web.address("/hello")) } == .untrusted)
    }

    /// The certificate is good, and signed by an authority that is trusted; it is somebody else's.
    @Test("who proves to be another than who was called is not believed")
    func anotherName() async throws {
        let web = try await WebStandIn()
        let address = try WebAddress("https://127.0.0.1:\(try #require(web.ports["another"]))/hello")
        #expect(try await kind { try await web.outbound().get(address) } == .untrusted)
        #expect(
            try await kind { try await web.outbound().post(address, [1], contentType: "text/plain") } == .untrusted)
    }

    @Test("what is posted arrives whole", arguments: [0, 1, 2_000, 200_000])
    func posting(count: Int) async throws {
        let web = try await WebStandIn(), body = (0..<count).map { UInt8(truncatingIfNeeded: $0) }
        let answer = try await web.outbound().post(
            web.address("/echo"), body, contentType: "application/x-www-form-urlencoded")
        #expect(answer.status == 200 && answer.body == body)
        #expect(answer.contentType == "application/x-www-form-urlencoded")
    }

    @Test("a header cannot begin another")
    func headers() async throws {
        #expect(Outbound.Header("Authorization", "a\r\nX-Other: b") == nil)
        #expect(Outbound.Header("A: b", "c") == nil && Outbound.Header("", "c") == nil)
        let web = try await WebStandIn()
        let header = try #require(Outbound.Header("Authorization", "Bearer mark-of-headers"))
        _ = try await web.outbound().get(web.address("/hello"), headers: [header])
        #expect(try await web.standIn.line(containing: "mark-of-headers").contains("\"/hello\""))
    }

    @Test(
        "one is sent on only to https, and not for ever",
        arguments: [("/moved", true), ("/to-plain", false), ("/to-file", false), ("/round", false)])
    func redirects(path: String, isFollowed: Bool) async throws {
        let web = try await WebStandIn()
        let kind = try await kind { try await web.outbound().get(web.address(path)) }
        #expect((kind == nil) == isFollowed)
    }

    @Test("what is posted is not sent on, and nothing is from a call in the open")
    func notSentOn() async throws {
        let web = try await WebStandIn()
        let posted = try await web.outbound().post(web.address("/moved"), [1], contentType: "text/plain")
        #expect(posted.status == 307)
        #expect(try await web.outbound().get(web.address("/moved", "http")).status == 302)
    }

    @Test("an answer without end is cut off", arguments: ["/large", "/endless"])
    func tooLarge(path: String) async throws {
        let web = try await WebStandIn()
        #expect(try await kind { try await web.outbound().get(web.address(path)) } == .tooLarge)
    }

    @Test("an answer that does not come is not waited for")
    func tooSlow() async throws {
        let web = try await WebStandIn(), outbound = web.outbound { $0.callSecondsMax = 1 }
        #expect(try await kind { try await outbound.get(web.address("/slow")) } == .tooSlow)
    }

    @Test("nobody at home")
    func unreachable() async throws {
        #expect(try await kind { try await Outbound().get(WebAddress("http://127.0.0.1:1/")) } == .unreachable)
    }

    @Test("what blocks does so on a few threads of its own, and not for a line without end")
    func threads() async throws {
        let threads = CallThreads(2, waitingMax: 3), gate = DispatchSemaphore(value: 0)
        let (begun, beginning) = AsyncStream.makeStream(of: Int.self)
        let work: @Sendable (Int) async throws -> Void = { number in
            try await threads.run {
                beginning.yield(number)
                gate.wait()
            }
        }
        try await withThrowingTaskGroup { group in
            var each = begun.makeAsyncIterator()
            for number in 0..<2 {
                group.addTask { try await work(number) }
                _ = await each.next()
            }
            // Both threads are taken: three more can wait, and of four one is refused.
            let refused = AsyncStream.makeStream(of: OutboundFailure.Kind.self)
            for number in 2..<6 {
                group.addTask {
                    do { try await work(number) } catch let failure as OutboundFailure {
                        refused.continuation.yield(failure.kind)
                    }
                }
            }
            var refusals = refused.stream.makeAsyncIterator()
            #expect(await refusals.next() == .busy)
            for _ in 0..<5 { gate.signal() }
            try await group.waitForAll()
        }
    }
}
