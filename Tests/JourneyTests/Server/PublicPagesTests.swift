import Foundation
import HTTPTypes
import Kernel
import NIOCore
import Testing

@testable import Server

@Suite("Public pages are made once for all who read them")
struct PublicPagesTests {
    let door: DoorHouse

    init() throws { door = try DoorHouse() }

    /// Asks the same front door one thing after another.
    func replies(
        to uris: [String], _ headers: [String: String] = [:], by caller: Caller = .stranger,
        between: @escaping @Sendable () -> Void = {}
    ) async throws -> [Said] {
        let application = try makeApplication(
            house: door.house, modules: [door.module], settings: door.settings { $0.caller = { caller } })
        return try await application.test(.router) { client in
            var said: [Said] = []
            for (index, uri) in uris.enumerated() {
                let asked = index == 0 ? [:] : headers
                said.append(try await client.execute(uri: uri, method: .get, headers: fields(asked)) { Said($0) })
                between()
            }
            return said
        }
    }

    @Test("What one stranger was sent is sent to the next, with all its headers")
    func shared() async throws {
        let said = try await replies(to: ["/open", "/open"])
        #expect(said[0].status == 200 && said[0].bytes == said[1].bytes)
        for name: HTTPField.Name in [.eTag, .contentType, .cacheControl, .vary] {
            #expect(said[0].headers[name] != nil && said[0].headers[name] == said[1].headers[name])
        }
        for field in ReplyHeaders.secure { #expect(said[1].headers[field.name] == field.value) }
    }

    @Test("Once the records have changed it is made again")
    func changed() async throws {
        let said = try await replies(to: ["/open", "/open"]) { [door] in door.move(to: "2") }
        #expect(said[0].bytes != said[1].bytes)
    }

    @Test(
        "Another question, or a reader who takes it compressed, is sent another page",
        arguments: [("/open?a", [:]), ("/open?on=2010-04-01", [:]), ("/open", ["Accept-Encoding": "gzip"])])
    func apart(uri: String, headers: [String: String]) async throws {
        let said = try await replies(to: ["/open", uri], headers)
        #expect(said.map(\.status) == [200, 200] && said[0].bytes != said[1].bytes)
    }

    @Test("Nothing that is made for somebody who is known is kept")
    func known() async throws {
        let said = try await replies(to: ["/open", "/open"], by: .keyboard)
        #expect(said.map(\.status) == [200, 200] && said[0].bytes != said[1].bytes)
    }

    @Test("A form is its reader's own: each is sent a cookie and a token of their own")
    func forms() async throws {
        let said = try await replies(to: ["/open/form", "/open/form"])
        #expect(said[0].headers[.setCookie] != nil && said[0].headers[.setCookie] != said[1].headers[.setCookie])
        #expect(said[0].bytes != said[1].bytes)
    }

    @Test("What is kept is bounded, and nothing large pushes out the rest")
    func bounded() {
        let pages = PublicPages()
        func key(_ path: String, _ version: String = "1") -> PublicPages.Key {
            PublicPages.Key(version: version, path: path, query: "", today: Day(number: 0), acceptsGzip: false)
        }
        func reply(of count: Int) -> PublicPages.Sent {
            PublicPages.Sent(
                body: ByteBuffer(repeating: 0, count: count), type: "text/plain", filename: nil, varies: false,
                isCompressed: false)
        }
        pages.keep(reply(of: 10), for: key("/small"))
        pages.keep(reply(of: PublicPages.bytesMax / 8), for: key("/large"))
        #expect(pages.sent(key("/small")) != nil && pages.sent(key("/large")) == nil)
        for number in 0..<20 { pages.keep(reply(of: PublicPages.bytesMax / 16), for: key("/\(number)")) }
        #expect((0..<20).count { pages.sent(key("/\($0)")) != nil } < 16 && pages.sent(key("/19")) != nil)
        pages.keep(reply(of: 10), for: key("/newer", "2"))
        #expect(pages.sent(key("/19")) == nil && pages.sent(key("/newer", "2")) != nil)
    }
}
