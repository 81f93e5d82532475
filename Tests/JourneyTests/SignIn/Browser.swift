import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import NIOCore
import Synchronization

@testable import Server

/// A browser: it keeps cookies, follows nothing by itself, and sends forms with the token of the page it saw last.
final class Browser: Sendable {
    /// How it reaches the service.
    private enum Way { case within(Application<FrontDoor>), port(Int) }

    private let way: Mutex<Way>
    private let cookies = Mutex<[String: String]>([:])
    private let token = Mutex("")
    /// The cookies that are sent only from a page of the same site (`SameSite=Strict`).
    private let strict = Mutex<Set<String>>([])

    init(application: Application<FrontDoor>) { way = Mutex(.within(application)) }
    init(port: Int) { way = Mutex(.port(port)) }

    /// Goes to another service with the cookies that it has.
    func goes(toPort port: Int) { way.withLock { $0 = .port(port) } }

    var session: String? { cookies.withLock { $0[FrontDoor.sessionCookie] } }
    /// Sends forms as if they stood on a page of another browser.
    func takeToken(of other: Browser) {
        let theirs = other.token.withLock { $0 }
        token.withLock { $0 = theirs }
    }

    func forgetSession() { cookies.withLock { $0[FrontDoor.sessionCookie] = nil } }

    func get(_ path: String, _ headers: [String: String] = [:]) async throws -> Said {
        try await ask(.get, path, headers, body: nil)
    }

    /// As sent here by another site.
    func getFromElsewhere(_ path: String) async throws -> Said {
        try await ask(.get, path, [:], body: nil, isFromElsewhere: true)
    }

    func post(_ path: String, _ form: KeyValuePairs<String, String>) async throws -> Said {
        try await post(path, form.map { ($0.key, $0.value) })
    }

    func post(_ path: String, _ form: [(String, String)]) async throws -> Said {
        let pairs = form + [(Self.tokenField, token.withLock { $0 })]
        let body = pairs.map { "\(Self.encoded($0.0))=\(Self.encoded($0.1))" }.joined(separator: "&")
        return try await ask(
            .post, path, ["Content-Type": "application/x-www-form-urlencoded", "Sec-Fetch-Site": "same-origin"],
            body: body)
    }

    /// Sends a form with a file in it.
    func post(_ path: String, _ form: [(String, String)], file: (field: String, content: String)) async throws -> Said {
        let pairs = form + [(Self.tokenField, token.withLock { $0 })]
        let parts =
            pairs.map { "Content-Disposition: form-data; name=\"\($0.0)\"\r\n\r\n\($0.1)" } + [
                "Content-Disposition: form-data; name=\"\(file.field)\"; filename=\"a.txt\"\r\n"
                    + "Content-Type: text/plain\r\n\r\n\(file.content)"
            ]
        return try await ask(
            .post, path, ["Content-Type": "multipart/form-data; boundary=B", "Sec-Fetch-Site": "same-origin"],
            body: parts.map { "--B\r\n\($0)\r\n" }.joined() + "--B--\r\n")
    }

    private static let tokenField = "_token"

    private static func encoded(_ text: String) -> String {
        text.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? ""
    }

    private func ask(
        _ method: HTTPRequest.Method, _ path: String, _ headers: [String: String], body: String?,
        isFromElsewhere: Bool = false
    ) async throws -> Said {
        var headers = headers
        let kept = isFromElsewhere ? strict.withLock { $0 } : []
        let held = cookies.withLock {
            $0.filter { !kept.contains($0.key) }.map { "\($0.key)=\($0.value)" }.joined(separator: "; ")
        }
        if !held.isEmpty { headers["Cookie"] = held }
        let sent = fields(headers)
        let said = try await send(method, path, sent, body)
        for cookie in said.headers[values: .setCookie] {
            let pair = cookie.prefix { $0 != ";" }.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            cookies.withLock { $0[String(pair[0])] = pair[1].isEmpty ? nil : String(pair[1]) }
            if cookie.contains("SameSite=Strict") { strict.withLock { _ = $0.insert(String(pair[0])) } }
        }
        if let found = said.body.firstMatch(of: /name="_token" value="([0-9a-f]+)"/) {
            token.withLock { $0 = String(found.1) }
        }
        return said
    }

    /// - Throws: when there is no whole answer.
    private func send(_ method: HTTPRequest.Method, _ path: String, _ fields: HTTPFields, _ body: String?) async throws
        -> Said
    {
        switch way.withLock({ $0 }) {
        case .within(let application):
            return try await application.test(.router) { client in
                try await client.execute(
                    uri: path, method: method, headers: fields, body: body.map { ByteBuffer(string: $0) }
                ) { Said($0) }
            }
        case .port(let port):
            let lines = fields.map { "\($0.name): \($0.value)\r\n" }.joined()
            let body = body ?? ""
            return try Said(
                try await Socket.talk(
                    port,
                    [
                        """
                        \(method.rawValue) \(path) HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\
                        Content-Length: \(body.utf8.count)\r\n\(lines)\r\n\(body)
                        """
                    ]))
        }
    }
}
