import Foundation
import Kernel

/// Asks clamd whether a file holds a virus, over its own protocol (clamd(8), INSTREAM).
public struct VirusScanner: Sendable {
    /// Where clamd listens.
    public enum Address: Sendable, Equatable {
        case path(String)
        case host(String, port: UInt16)

        /// Nil unless it is an absolute path that a socket may have, or a host and a port.
        public init?(_ text: String) {
            if text.hasPrefix("/") {
                guard text.utf8.count < 108, !text.utf8.contains(0) else { return nil }
                self = .path(text)
                return
            }
            guard let colon = text.lastIndex(of: ":"), let port = UInt16(text[text.index(after: colon)...]), port > 0,
                colon > text.startIndex
            else { return nil }
            let host = text[..<colon]
            guard host.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F && $0 != UInt8(ascii: "/") }) else { return nil }
            let isBracketed = host.hasPrefix("[") && host.hasSuffix("]")
            self = .host(String(isBracketed ? host.dropFirst().dropLast() : host), port: port)
        }
    }

    /// What clamd said.
    public enum Verdict: Sendable, Equatable {
        case clean
        /// As clamd calls it.
        case virus(String)
    }

    let address: Address
    let wait: Duration

    /// - Parameter wait: how long it may take over one file.
    public init(_ address: Address, wait: Duration) {
        self.address = address
        self.wait = wait
    }

    /// - Throws: `.unavailable` unless clamd has looked at all of it and said what it found.
    public func scan(_ source: any ByteSource) async throws -> Verdict {
        // On a thread of its own: it blocks, for as long as clamd takes.
        try await withCheckedThrowingContinuation { continuation in
            Thread.detachNewThread { continuation.resume(with: Result { try scanBlocking(source) }) }
        }
    }

    private func scanBlocking(_ source: any ByteSource) throws -> Verdict {
        let line = try ScannerLine(address, until: .now + wait)
        try line.say(Array("zINSTREAM\0".utf8))
        do {
            try source.eachPiece { piece in try line.say(Self.bigEndian(piece.count) + piece) }
            try line.say(Self.bigEndian(0))
        } catch is ScannerLine.HungUp {
            // It stops listening when a file is larger than it takes, and says so: that is what is read below.
        }
        return try Self.verdict(of: try line.answer())
    }

    private static func bigEndian(_ count: Int) -> [UInt8] {
        withUnsafeBytes(of: UInt32(count).bigEndian) { Array($0) }
    }

    /// Only the one answer that says so means clean.
    static func verdict(of answer: String) throws(Refusal) -> Verdict {
        if answer == "stream: OK" { return .clean }
        if answer.hasPrefix("stream: "), answer.hasSuffix(" FOUND") {
            let name = answer.dropFirst("stream: ".count).dropLast(" FOUND".count)
            return .virus(String(name.prefix(100)))
        }
        if answer.contains("size limit exceeded") {
            throw .unavailable(
                "The file is larger than the virus scanner takes, so it was not kept: "
                    + "whoever runs the service must raise clamd's StreamMaxLength")
        }
        throw unanswered
    }

    static let unanswered = Refusal.unavailable(
        "The file was not kept, because the virus scanner does not answer: tell whoever runs the service")
}
