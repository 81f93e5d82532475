import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import ServiceLifecycle
import Testing

@testable import Server

/// What only a real socket shows: bytes that are no HTTP, bytes that never come, and a service that is told to stop.
@Suite("Over a socket", .serialized)
struct SocketTests {
    let door: DoorHouse
    init() throws { door = try DoorHouse() }

    private func live(
        _ change: @escaping (inout ServerSettings) -> Void = { _ in },
        _ test: @escaping @Sendable (Int) async throws -> Void
    ) async throws {
        let application = try makeApplication(
            house: door.house, modules: [door.module], settings: door.settings(change))
        try await application.test(.live) { client in try await test(try #require(client.port)) }
    }

    @Test("Two requests come by one connection, and both are answered")
    func keptAlive() async throws {
        try await live { port in
            let said = try await Socket.talk(
                port,
                [
                    "GET / HTTP/1.1\r\nHost: localhost\r\n\r\n",
                    "GET /bodies/a HTTP/1.1\r\nHost: localhost:\(port)\r\nConnection: close\r\n\r\n",
                ])
            #expect(said.matches(of: #/HTTP\/1\.1 200 OK/#).count == 2 && said.hasSuffix("a on 2009-12-31"))
        }
    }

    @Test(
        "What is no proper request is refused, and the connection closed",
        arguments: [
            ("nonsense\r\n\r\n", "400"), ("GET / HTTP/1.1\r\n\r\n", "400"),
            ("GET / HTTP/1.1\r\nHost: evil.example\r\n\r\n", "421"),
            ("GET / HTTP/1.1\r\nHost localhost\r\n\r\n", "400"),
            ("GET /\u{7F} HTTP/1.1\r\nHost: localhost\r\n\r\n", "400"),
            ("POST /add HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n", "4"),
            ("POST /add HTTP/1.1\r\nHost: localhost\r\nContent-Length: -1\r\n\r\n", "400"),
            (
                "POST /add HTTP/1.1\r\nHost: localhost\r\nContent-Length: 99999999999\r\nContent-Type: application/x-www-form-urlencoded\r\n\r\n",
                "413"
            ),
            ("GET / HTTP/1.1\r\nHost: localhost\r\n" + String(repeating: "X-A: 1\r\n", count: 400) + "\r\n", "4"),
            ("GET / HTTP/1.1\r\nHost: localhost\r\nX: " + String(repeating: "x", count: 100_000) + "\r\n\r\n", "4"),
            ("GET /" + String(repeating: "x", count: 20_000) + " HTTP/1.1\r\nHost: localhost\r\n\r\n", "414"),
        ])
    func malformed(request: String, status: String) async throws {
        try await live { port in
            let said = try await Socket.talk(port, [request])
            #expect(said.hasPrefix("HTTP/1.1 \(status)"), "\(said.prefix(40)) for \(request.prefix(60))")
        }
    }

    @Test("A head that never ends, and a connection that says nothing, are not waited for")
    func slowHead() async throws {
        try await live({ $0.limits.idle = .milliseconds(300) }) { port in
            for start in ["", "GET / HTTP/1.1\r\nHost: local"] {
                let began = ContinuousClock.now
                _ = try await Socket.talk(port, [start])
                #expect(ContinuousClock.now - began < .seconds(50))
            }
        }
    }

    @Test("A body that does not come is not waited for, and its sender is told")
    func slowBody() async throws {
        try await live({ $0.limits.body = .milliseconds(300) }) { port in
            let head =
                "POST /add HTTP/1.1\r\nHost: localhost\r\nContent-Length: 10\r\nContent-Type: application/x-www-form-urlencoded\r\n\r\n"
            let said = try await Socket.talk(port, [head + "a="])
            #expect(said.hasPrefix("HTTP/1.1 408") && said.contains("took too long to arrive"))
        }
    }

    @Test("Told to stop, it answers what is under way and takes nothing new")
    func drain() async throws {
        let (ports, listening) = AsyncStream.makeStream(of: Int.self)
        let services = try makeServices(
            house: door.house, modules: [door.module], settings: door.settings(), signals: [],
            whenListening: { listening.yield($0) })
        async let running: Void = services.run()
        let port = try #require(await ports.first { _ in true })
        async let slow = Socket.talk(port, ["GET /slow?ms=800 HTTP/1.1\r\nHost: localhost\r\n\r\n"])
        _ = await door.arrivals.first { _ in true }
        await services.triggerGracefulShutdown()
        var takesMore = true
        for _ in 0..<3_000 where takesMore {
            let more = ["GET / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"]
            do { _ = try await Socket.talk(port, more) } catch { takesMore = false }
            try await Task.sleep(for: .milliseconds(20))
        }
        #expect(!takesMore)
        let said = try await slow
        #expect(said.hasPrefix("HTTP/1.1 200") && said.hasSuffix("done"))
        try await running
        #expect(door.log.contains("\"route\":\"/slow\""))
    }

    @Test("What does not finish in time is left when the service stops")
    func boundedDrain() async throws {
        let (ports, listening) = AsyncStream.makeStream(of: Int.self)
        let services = try makeServices(
            house: door.house, modules: [door.module], settings: door.settings { $0.limits.drain = .milliseconds(300) },
            signals: [], whenListening: { listening.yield($0) })
        let running = Task { try? await services.run() }
        let port = try #require(await ports.first { _ in true })
        async let slow = Socket.talk(port, ["GET /slow?ms=20000 HTTP/1.1\r\nHost: localhost\r\n\r\n"])
        _ = await door.arrivals.first { _ in true }
        let began = ContinuousClock.now
        await services.triggerGracefulShutdown()
        await running.value
        #expect(ContinuousClock.now - began < .seconds(15))
        _ = try? await slow
    }
}
