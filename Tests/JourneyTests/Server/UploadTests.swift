import Cast
import Doors
import Files
import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Kernel
import Ledger
import NIOCore
import Store
import Synchronization
import Testing

@testable import Server

/// Files in by a form and out again, over HTTP.
@Suite("Files over HTTP")
struct UploadTests {
    static let paper = Subject(kind: "paper", id: "p1", name: "Budget")
    static let act = Action("paper.change")
    static let pdf = "%PDF-1.7\n\(String(repeating: "budget ", count: 100_000))\n%%EOF\n"

    let module: Module
    let door: DoorHouse
    let house: House

    init() async throws {
        let add = Route(.post, "/papers", needs: Self.act, summary: "A file.", body: .upload) { request, house in
            guard let upload = request.uploads.first else { throw Refusal.invalid([Problem("file", "Select a file")]) }
            let file = try await Intake(bytesMax: 4_194_304).inspect(
                upload.content, named: upload.filename, field: upload.field)
            try await house.store.write { tx in try tx.keep(file, for: Self.paper, at: request.now) }
            return .text(file.digest)
        }
        let get = Route(.get, "/papers/:digest", needs: Self.act, summary: "The file.") { request, house in
            let digest = request.parameters["digest"] ?? ""
            guard let kept = try await house.store.read({ tx in try tx.file(digest, of: Self.paper) }) else {
                throw Refusal.notFound
            }
            return .download(Download(kept, named: "Bud\"get\r\n2026", from: house.store))
        }
        module = Module(
            name: "paper", title: "Papers", schema: Schema(room: "paper", migrations: []),
            policy: Policy([Self.act: [.administrator]]), routes: [add, get])
        let store = try await freshStore(on: .sqlite)
        try await store.migrate([Ledger.schema, FileTable.schema])
        house = House(store: store, modules: [module])
        door = try DoorHouse()
    }

    private func form(_ name: String, _ content: String, token: String) -> String {
        """
        --B\r
        Content-Disposition: form-data; name="_token"\r
        \r
        \(token)\r
        --B\r
        Content-Disposition: form-data; name="file"; filename="\(name)"\r
        Content-Type: application/pdf\r
        \r
        \(content)\r
        --B--\r

        """
    }

    /// Sends a file with a form's cookie and token, then asks for what the answer names.
    private func send(
        _ name: String, _ content: String, _ change: (inout ServerSettings) -> Void = { _ in },
        then ask: @escaping @Sendable (String) -> [String: String] = { _ in [:] }
    ) async throws -> (sent: Said, got: Said?) {
        let guardian = ForgeryGuard(key: Array("a secret".utf8)), cookie = guardian.newCookie()
        let body = form(name, content, token: guardian.token(for: cookie))
        let application = try makeApplication(house: house, modules: [module], settings: door.settings(change))
        let headers = fields([
            "Cookie": "\(ForgeryGuard.cookieName)=\(cookie)", "Content-Type": "multipart/form-data; boundary=B",
        ])
        return try await application.test(.router) { client in
            let sent = try await client.execute(
                uri: "/papers", method: .post, headers: headers, body: ByteBuffer(string: body)
            ) { Said($0) }
            guard sent.status == 200 else { return (sent, nil) }
            let got = try await client.execute(
                uri: "/papers/\(sent.body)", method: .get, headers: fields(ask(sent.body))
            ) { Said($0) }
            return (sent, got)
        }
    }

    @Test("A file comes back byte for byte, as what it is, and nothing else")
    func whole() async throws {
        let (sent, said) = try await send("Budget.pdf", Self.pdf)
        let got = try #require(said)
        #expect(got.status == 200 && got.body == Self.pdf)
        #expect(got.headers[.contentType] == "application/pdf")
        #expect(got.headers[.contentDisposition] == "attachment; filename=\"Budget2026.pdf\"")
        #expect(got.headers[.xContentTypeOptions] == "nosniff")
        #expect(got.headers[.contentSecurityPolicy]?.contains("default-src") == true)
        #expect(got.headers[.eTag] == "\"\(sent.body)\"" && got.headers[.contentLength] == "\(Self.pdf.utf8.count)")
        let kept = try await send("Budget.pdf", Self.pdf, then: { ["If-None-Match": "\"\($0)\""] }).got
        #expect(kept?.status == 304 && kept?.body == "")
        let text = try await send("notes.txt", "hello").got
        #expect(text?.headers[.contentDisposition]?.hasPrefix("attachment; ") == true)
    }

    @Test("A file that is not what it says is refused on the form, and one too large as soon as it shows")
    func refused() async throws {
        let said = try await send("Budget.pdf", "MZ\u{1}").sent
        #expect(said.status == 422 && said.body.contains("is a program for Windows"))
        let large = try await send("Budget.pdf", Self.pdf, { $0.limits.files.bytesMax = 100_000 }).sent
        #expect(large.status == 413 && large.body.contains("Nothing was saved"))
        let whole = try await send("Budget.pdf", Self.pdf, { $0.limits.uploadBytesMax = 100_000 }).sent
        #expect(whole.status == 413)
        #expect(try await VerifyFiles().perform(in: house.store).files == 0)
    }

    @Test("300 MB are refused before the first of them is sent, and where no length is said, at the limit")
    func enormous() async throws {
        let application = try makeApplication(
            house: house, modules: [module], settings: door.settings { $0.limits.files.bytesMax = 1_048_576 })
        let cookie = ForgeryGuard(key: Array("a secret".utf8)).newCookie()
        let head = """
            POST /papers HTTP/1.1\r
            Host: localhost\r
            Cookie: \(ForgeryGuard.cookieName)=\(cookie)\r
            Content-Type: multipart/form-data; boundary=B\r

            """
        try await application.test(.live) { client in
            let port = try #require(client.port)
            let told = try await Socket.talk(port, [head + "Content-Length: 314572800\r\n\r\n"])
            #expect(told.hasPrefix("HTTP/1.1 413 "))
            let begin = "--B\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.pdf\"\r\n\r\n"
            let piece = String(repeating: "x", count: 1_048_576)
            let chunks = [begin] + Array(repeating: piece, count: 300)
            let said = try await Socket.talk(
                port,
                [head + "Transfer-Encoding: chunked\r\n\r\n"]
                    + chunks.map { "\(String($0.utf8.count, radix: 16))\r\n\($0)\r\n" })
            #expect(said.hasPrefix("HTTP/1.1 413 ") || said.isEmpty)
        }
        #expect(try await VerifyFiles().perform(in: house.store).files == 0)
    }
}
