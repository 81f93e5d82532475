import Foundation
import HTTPTypes
import Testing

@testable import Server

@Suite("Keeping replies")
struct FreshnessTests {
    let tests: FrontDoorTests
    init() throws { tests = try FrontDoorTests() }

    @Test("An unchanged page is not sent again; a changed one is")
    func unchanged() async throws {
        let first = try await tests.ask(.get, "/bodies")
        let mark = try #require(first.headers[.eTag])
        #expect(first.headers[.cacheControl] == "private, no-cache")
        let before = tests.door.versionReads
        let second = try await tests.ask(.get, "/bodies", ["If-None-Match": "\"x\", \(mark)"])
        #expect(second.status == 304 && second.bytes.isEmpty && second.headers[.eTag] == mark)
        #expect(tests.door.versionReads == before + 1)
        tests.door.move(to: "2")
        let third = try await tests.ask(.get, "/bodies", ["If-None-Match": mark])
        #expect(third.status == 200 && third.headers[.eTag] != mark)
    }

    @Test("A page that holds for this moment only says so, and nobody keeps it")
    func passing() async throws {
        for _ in 1...2 {
            let said = try await tests.ask(.get, "/passing")
            #expect(said.status == 200 && said.headers[.eTag] == nil && said.headers[.cacheControl] == "no-store")
            #expect(said.text.contains("What is found here is from before the last change"))
        }
    }

    @Test(
        "Whatever a reply depends on changes its mark",
        arguments: [
            ("/bodies?on=2010-04-01", [:]),
            ("/bodies?", ["Cookie": "thinkchild_form=00112233445566778899aabbccddeeff"]),
            ("/", [:]), ("/bodies?a", [:]),
        ])
    func marks(uri: String, headers: [String: String]) async throws {
        let plain = try await tests.ask(.get, "/bodies").headers[.eTag]
        let other = try await tests.ask(.get, uri, headers).headers[.eTag]
        #expect(plain != nil && other != nil && plain != other)
    }

    @Test("The same page on another day, for another caller, or of another build is another page")
    func settings() async throws {
        let plain = try await tests.ask(.get, "/bodies").headers[.eTag]
        let tomorrow = tests.door.settings { $0.clock = { DoorHouse.now.addingTimeInterval(86_400) } }
        #expect(try await tests.ask(.get, "/bodies", settings: tomorrow).headers[.eTag] != plain)
        let another = tests.door.settings { $0.caller = { .init(name: "other", roles: [.administrator]) } }
        #expect(try await tests.ask(.get, "/bodies", settings: another).headers[.eTag] != plain)
    }

    @Test("Nobody who may not see a page is told that it has not changed")
    func permission() async throws {
        let mark = try #require(try await tests.ask(.get, "/bodies").headers[.eTag])
        let stranger = tests.door.settings { $0.caller = { .stranger } }
        #expect(try await tests.ask(.get, "/bodies", ["If-None-Match": mark], settings: stranger).status == 404)
        #expect(try await tests.ask(.get, "/bodies", ["If-None-Match": "*"], settings: stranger).status == 404)
    }

    @Test("What went wrong is not kept", arguments: ["/nowhere", "/broken", "/busy", "/never"])
    func trouble(uri: String) async throws {
        let said = try await tests.ask(.get, uri)
        #expect(said.headers[.cacheControl] == "no-store" && said.headers[.eTag] == nil)
    }

    @Test("Text of some length is compressed for who takes it, and comes out the same")
    func compression() async throws {
        let plain = try await tests.ask(.get, "/bodies")
        #expect(plain.headers[.vary] == "Accept-Encoding" && plain.headers[.contentEncoding] == nil)
        let squeezed = try await tests.ask(.get, "/bodies", ["Accept-Encoding": "br, gzip;q=0.8"])
        #expect(squeezed.headers[.contentEncoding] == "gzip" && squeezed.bytes.count * 4 < plain.bytes.count)
        #expect(try gunzip(squeezed.bytes) == plain.bytes)
        #expect(try await tests.ask(.get, "/bodies/a", ["Accept-Encoding": "gzip"]).headers[.contentEncoding] == nil)
    }

    @Test(
        "What the asker takes is read",
        arguments: [
            ("gzip", true), ("gzip, deflate, br", true), ("br;q=1.0, gzip;q=0.8", true), ("*", true), ("GZIP", true),
            ("gzip;q=0", false), ("gzip; q=0.0", false), ("br", false), ("identity", false), ("", false), (nil, false),
        ] as [(String?, Bool)])
    func accepting(header: String?, accepted: Bool) { #expect(Gzip.isAccepted(header) == accepted) }

    @Test("The compressor is used again without a trace of what it did before")
    func again() throws {
        let gzip = Gzip()
        for length in [0, 1, 1_000, 100_000, 3] {
            let bytes = (0..<length).map { UInt8(truncatingIfNeeded: $0 * $0 >> 3) }
            #expect(try gunzip(try #require(gzip.compress(bytes))) == bytes)
        }
    }

    @Test("Style sheets may be kept for ever, because their paths change with them")
    func assets() async throws {
        let page = try await tests.ask(.get, "/").body
        let path = try #require(page.firstMatch(of: #/href="(/assets/[0-9a-f]{16}/thinkchild.css)"/#)?.output.1)
        let sheet = try await tests.ask(.get, String(path))
        #expect(sheet.status == 200 && sheet.headers[.contentType] == "text/css; charset=utf-8")
        #expect(sheet.headers[.cacheControl] == "public, max-age=31536000, immutable")
        let mark = try #require(sheet.headers[.eTag])
        #expect(try await tests.ask(.get, String(path), ["If-None-Match": mark]).status == 304)
        let squeezed = try await tests.ask(.get, String(path), ["Accept-Encoding": "gzip"])
        #expect(try gunzip(squeezed.bytes) == sheet.bytes)
        #expect(try await tests.ask(.get, "/assets/0000000000000000/thinkchild.css").status == 404)
        #expect(try await tests.ask(.get, "/assets/../Package.swift").status == 404)
    }
}

/// Unpacks by another's hand: the system's `gzip`.
func gunzip(_ bytes: [UInt8]) throws -> [UInt8] {
    let process = Process(), input = FileManager.default.temporaryDirectory.appending(path: "\(UUID().uuidString).gz")
    try Data(bytes).write(to: input)
    defer { try? FileManager.default.removeItem(at: input) }
    let output = Pipe()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["gzip", "-dc", input.path]
    process.standardOutput = output
    try process.run()
    let data = try output.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
    return Array(data)
}
