import CCurl
import Foundation

/// The way out: calls to other servers over HTTPS, and letters handed to a mail server. The only user of libcurl.
public final class Outbound: Sendable {
    let settings: OutboundSettings
    let threads: CallThreads

    public init(_ settings: OutboundSettings = OutboundSettings()) {
        self.settings = settings
        threads = CallThreads(settings.threads, waitingMax: settings.waitingMax)
    }

    /// What another server answered over the web, whatever its status.
    public struct Answer: Sendable {
        /// 200, 404 and so on.
        public let status: Int
        /// In small letters, without parameters; empty when it was not said.
        public let contentType: String
        public let body: [UInt8]

        public init(status: Int, contentType: String, body: [UInt8]) {
            self.status = status
            self.contentType = contentType
            self.body = body
        }
    }

    /// One line at the head of a request.
    public struct Header: Sendable {
        let line: String

        /// Nil when the name or the value holds what would begin another line.
        public init?(_ name: String, _ value: String) {
            let all = (name + value).utf8
            guard !name.isEmpty, all.allSatisfy({ $0 >= 0x20 && $0 != 0x7F }),
                !name.contains(where: { ": ".contains($0) })
            else { return nil }
            line = "\(name): \(value)"
        }
    }

    /// Asks for a page. Sent on elsewhere at most `redirectsMax` times, and only to https.
    /// - Throws: `OutboundFailure`.
    public func get(_ address: WebAddress, headers: [Header] = []) async throws -> Answer {
        let settings = settings
        return try await threads.run {
            let call = try Call(settings: settings, secondsMax: settings.callSecondsMax)
            call.toTheWeb(address, headers, settings)
            if address.isSecure, settings.redirectsMax > 0 {
                call.set(CURLOPT_FOLLOWLOCATION, 1)
                call.set(CURLOPT_MAXREDIRS, settings.redirectsMax)
            }
            return try call.answer()
        }
    }

    /// Posts a body. Never sent on elsewhere: what is posted may be a secret.
    /// - Throws: `OutboundFailure`.
    public func post(_ address: WebAddress, _ body: [UInt8], contentType: String, headers: [Header] = []) async throws
        -> Answer
    {
        let settings = settings
        return try await threads.run {
            let call = try Call(sending: body, settings: settings, secondsMax: settings.callSecondsMax)
            // Without an empty `Expect` libcurl waits for leave to send, which some servers never give.
            let own = [Header("Content-Type", contentType), Header("Expect", "")].compactMap { $0 }
            call.toTheWeb(address, own + headers, settings)
            call.post()
            return try call.answer()
        }
    }
}

extension Call {
    fileprivate func toTheWeb(_ address: WebAddress, _ headers: [Outbound.Header], _ settings: OutboundSettings) {
        set(CURLOPT_URL, address.text)
        set(CURLOPT_PROTOCOLS_STR, address.isSecure ? "https" : "http")
        set(CURLOPT_REDIR_PROTOCOLS_STR, "https")
        set(CURLOPT_PROXY, address.isSecure ? settings.proxy ?? "" : "")
        set(CURLOPT_NOPROXY, "localhost,127.0.0.1,::1")
        set(CURLOPT_USERAGENT, "ThinkChild")
        set(CURLOPT_MAXFILESIZE, settings.answerBytesMax)
        set(CURLOPT_HTTPHEADER, headers.map { $0.line.hasSuffix(": ") ? String($0.line.dropLast()) : $0.line })
    }

    fileprivate func answer() throws -> Outbound.Answer {
        try run()
        return Outbound.Answer(status: status, contentType: contentType, body: received)
    }
}
