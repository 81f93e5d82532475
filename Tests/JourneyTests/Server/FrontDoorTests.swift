import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Kernel
import NIOCore
import Testing

@testable import Server

@Suite("The front door")
struct FrontDoorTests {
    let door: DoorHouse

    init() throws { door = try DoorHouse() }

    /// Asks, without a socket.
    func ask(
        _ method: HTTPRequest.Method, _ uri: String, _ headers: [String: String] = [:], body: String? = nil,
        settings: ServerSettings? = nil
    ) async throws -> Said {
        let application = try makeApplication(
            house: door.house, modules: [door.module], settings: settings ?? door.settings())
        return try await application.test(.router) { client in
            try await client.execute(
                uri: uri, method: method, headers: fields(headers), body: body.map { ByteBuffer(string: $0) }
            ) { Said($0) }
        }
    }

    @Test(
        "Every wrong way of asking has its status, and a plain page",
        arguments: [
            ("GET", "/", 200), ("GET", "/bodies", 200), ("GET", "/bodies/itsb", 200), ("GET", "/nowhere", 404),
            ("GET", "/bodies/%", 400), ("GET", "/bodies/%00", 400), ("GET", "/bodies/%ff%fe", 400), ("GET", "/é", 400),
            ("GET", "/bodies/%2e%2e", 404), ("GET", "/bodies?a=%", 400), ("GET", "/bodies?a=%ff", 400),
            ("GET", "/bodies?on=soon", 422), ("GET", "/bodies?on=2009-02-30", 422),
            ("GET", "/bodies?x&&=&a=1&a=2", 200),
            ("GET", "/bodies/", 308), ("DELETE", "/bodies", 405), ("PATCH", "/bodies", 405), ("PATCH", "/nowhere", 404),
            ("TRACE", "/", 405), ("OPTIONS", "/bodies", 405), ("GET", "/never", 403), ("GET", "/broken", 500),
            ("GET", "/busy", 503), ("GET", "bodies", 400), ("GET", "http://localhost/bodies", 400),
            ("GET", "/api/v1/nothing", 404),
            ("POST", "/api/v1/things", 405),
        ])
    func statuses(method: String, uri: String, status: Int) async throws {
        let said = try await ask(try #require(HTTPRequest.Method(rawValue: method)), uri)
        #expect(said.status == status)
        for (name, value) in ReplyHeaders.secure.map({ ($0.name, $0.value) }) { #expect(said.headers[name] == value) }
        if uri.hasPrefix("/api/") {
            #expect(
                said.headers[.contentType] == "application/json" && said.body.hasPrefix("{\"problems\":[{\"field\":"))
        } else if status >= 400 {
            #expect(said.body.contains("<h1 class=\"govuk-heading-l\">") && said.body.contains("Leeds City Council"))
        }
        if status == 405 { #expect(said.headers[.allow]?.isEmpty == false) }
        if status == 503 { #expect(said.headers[.retryAfter] == "5") }
    }

    @Test("An address too long, and too many headers, are refused")
    func limits() async throws {
        #expect(try await ask(.get, "/bodies?a=" + String(repeating: "x", count: 9_000)).status == 414)
        let many = Dictionary(uniqueKeysWithValues: (0..<150).map { ("X-\($0)", "1") })
        #expect(try await ask(.get, "/", many).status == 431)
        let fields = "/bodies?" + (0..<2_500).map { _ in "a=" }.joined(separator: "&")
        #expect(try await ask(.get, fields).status == 413)
    }

    @Test("A fault says nothing of itself but a reference, which leads to the log; the log says nothing of the reader")
    func fault() async throws {
        let said = try await ask(.get, "/broken?q=secret")
        let reference = try #require(said.headers[ReplyHeaders.requestID])
        #expect(said.body.contains(reference))
        #expect(!said.body.contains("child&#39;s") && !said.body.contains("Broken"))
        #expect(door.log.contains("\"fault\":\"\(reference)\"") && door.log.contains("Broken"))
        #expect(!door.log.contains("child's") && !door.log.contains("secret"))
    }

    @Test("The log has the route and not the path, and no more than it must")
    func log() async throws {
        _ = try await ask(.get, "/bodies/somebody?q=secret", ["User-Agent": "spy", "Cookie": "a=b"])
        let line = try #require(door.log.split(separator: "\n").last)
        let read = try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
        #expect(Set(read.keys) == ["at", "request", "method", "route", "status", "ms", "bytes"])
        #expect(read["route"] as? String == "/bodies/:body" && read["status"] as? Int == 200)
        #expect(read["at"] as? String == "2026-03-05T12:00:00Z")
    }

    @Test("HEAD says what GET would, without saying it")
    func head() async throws {
        let got = try await ask(.get, "/bodies"), said = try await ask(.head, "/bodies")
        #expect(said.status == 200 && said.body.isEmpty)
        #expect(said.headers[.contentLength] == got.headers[.contentLength])
        #expect(said.headers[.eTag] == got.headers[.eTag] && got.headers[.eTag] != nil)
    }

    @Test("A page opens on the house's day, says so, and carries on the day asked for")
    func day() async throws {
        #expect(try await ask(.get, "/bodies").body.contains("As it stood on <strong>31 December 2009</strong>"))
        let asked = try await ask(.get, "/bodies?on=1+April+2010&kind=x").body
        #expect(asked.contains("As it stood on <strong>1 April 2010</strong>") && asked.contains("carried forward"))
        #expect(asked.contains("href=\"/posts?on=2010-04-01\"") && asked.contains("href=\"/bodies/1?on=2010-04-01\""))
        #expect(asked.contains("<input type=\"hidden\" name=\"kind\" value=\"x\">"))
        let wrong = try await ask(.get, "/bodies?on=soon").body
        #expect(wrong.contains("<title>Error: ") && wrong.contains("href=\"#as-on\"") && wrong.contains("id=\"as-on\""))
    }

    @Test("A reply leads nowhere but into this service")
    func astray() async throws {
        let said = try await ask(.get, "/astray")
        #expect(said.status == 303 && said.headers[.location] == "/")
        #expect(try await ask(.get, "/bodies/?on=2009-12-31").headers[.location] == "/bodies?on=2009-12-31")
    }

    @Test("A file's name cannot break out of its header")
    func filename() async throws {
        let said = try await ask(.get, "/findings.csv")
        #expect(said.headers[.contentDisposition] == "attachment; filename=\"findings.csv\"")
        #expect(said.headers[.contentType] == "text/csv; charset=utf-8; header=present")
    }

    @Test("What takes too long is given up, and said so")
    func tooSlow() async throws {
        let said = try await ask(.get, "/slow", settings: door.settings { $0.limits.answer = .milliseconds(50) })
        #expect(said.status == 503 && said.body.contains("took too long"))
    }

    @Test("The service is well while the store answers, and counts what it does")
    func health() async throws {
        #expect(try await ask(.get, "/health").body == "ok\n")
        let application = try makeApplication(house: door.house, modules: [door.module], settings: door.settings())
        let metrics = try await application.test(.router) { client in
            _ = try await client.execute(uri: "/bodies/a", method: .get) { Said($0) }
            _ = try await client.execute(uri: "/bodies/b", method: .get) { Said($0) }
            _ = try await client.execute(uri: "/x/y", method: .get) { Said($0) }
            return try await client.execute(uri: "/metrics", method: .get) { Said($0) }.body
        }
        #expect(
            metrics.contains("thinkchild_requests_total{method=\"GET\",route=\"/bodies/:body\",status=\"200\"} 2\n"))
        #expect(metrics.contains("thinkchild_requests_total{method=\"GET\",route=\"unmatched\",status=\"404\"} 1\n"))
        #expect(
            metrics.contains(
                "thinkchild_request_seconds_bucket{method=\"GET\",route=\"/bodies/:body\",le=\"+Inf\"} 2\n"))
        #expect(
            metrics.contains("thinkchild_requests_in_flight 1") && metrics.contains("process_resident_memory_bytes "))
        for line in metrics.split(separator: "\n") where !line.hasPrefix("#") {
            #expect(line.wholeMatch(of: #/[a-z_]+(\{[^}]*\})? [0-9.e+-]+/#) != nil, "\(line)")
        }
    }
}

/// What was said, in words a test can read.
struct Said: Sendable {
    let status: Int
    let headers: HTTPFields
    let bytes: [UInt8]

    init(_ response: TestResponse) {
        status = response.status.code
        headers = response.headers
        bytes = Array(response.body.readableBytesView)
    }

    /// What came over a socket until it was closed.
    /// - Throws: when that is no whole reply.
    init(_ heard: String) throws {
        guard let end = heard.range(of: "\r\n\r\n") else { throw Socket.Refused() }
        let lines = heard[..<end.lowerBound].split(separator: "\r\n")
        guard let status = lines.first.flatMap({ Int($0.dropFirst("HTTP/1.1 ".count).prefix(3)) }) else {
            throw Socket.Refused()
        }
        self.status = status
        var headers = HTTPFields()
        for line in lines.dropFirst() {
            let halves = line.split(separator: ":", maxSplits: 1)
            guard halves.count == 2, let name = HTTPField.Name(String(halves[0])) else { throw Socket.Refused() }
            headers.append(HTTPField(name: name, value: halves[1].trimmingCharacters(in: .whitespaces)))
        }
        self.headers = headers
        bytes = Array(heard[end.upperBound...].utf8)
        if let length = headers[.contentLength].flatMap({ Int($0) }), bytes.count < length { throw Socket.Refused() }
    }

    var body: String { String(decoding: bytes, as: UTF8.self) }
}

func fields(_ headers: [String: String]) -> HTTPFields {
    var fields = HTTPFields()
    for (name, value) in headers { if let name = HTTPField.Name(name) { fields[name] = value } }
    return fields
}
