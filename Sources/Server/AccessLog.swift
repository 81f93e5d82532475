public import Foundation
internal import Kernel
internal import Synchronization
internal import Web

/// One line of JSON for each request: what was asked in kind, how it went, how long it took.
///
/// It holds no personal data: the route's pattern and not the path, no query, no address, nobody's name.
public final class AccessLog: Sendable {
    /// To standard error.
    public static let standardError = AccessLog { bytes in try? FileHandle.standardError.write(contentsOf: bytes) }

    private let waiting = Mutex<[UInt8]>([])
    private let write: @Sendable (Data) -> Void
    private static let waitingBytesMax = 16_384

    /// Takes lines to `write`, several at a time.
    public init(_ write: @escaping @Sendable (Data) -> Void) { self.write = write }

    /// What is written of one request.
    struct Line {
        let at: Date
        let request: String
        let method: String
        let route: String
        let status: Int
        let duration: Duration
        let bytes: Int
    }

    func add(_ line: Line) {
        var json = JSONWriter()
        json.object { json in
            json.field("at", timestamp(line.at))
            json.field("request", line.request)
            json.field("method", line.method)
            json.field("route", line.route)
            json.field("status", line.status)
            json.key("ms")
            json.value((line.duration / .milliseconds(1) * 100).rounded() / 100)
            json.field("bytes", line.bytes)
        }
        add(json.bytes)
    }

    /// Something of ours broke: the kind of error, and the reference that the reader was given.
    func addFault(at now: Date, reference: String, route: String, error: any Error) {
        var json = JSONWriter()
        json.object { json in
            json.field("at", timestamp(now))
            json.field("fault", reference)
            json.field("route", route)
            // Not the error's own words: they may quote what somebody typed.
            json.field("kind", String(reflecting: type(of: error)))
        }
        add(json.bytes)
    }

    /// Something outside failed: why, in words of ours.
    func addRemark(at now: Date, reference: String, route: String, why: String) {
        var json = JSONWriter()
        json.object { json in
            json.field("at", timestamp(now))
            json.field("failed", reference)
            json.field("route", route)
            json.field("why", why)
        }
        add(json.bytes)
    }

    private func add(_ line: [UInt8]) {
        let isFull = waiting.withLock { waiting in
            waiting += line
            waiting.append(UInt8(ascii: "\n"))
            return waiting.count >= Self.waitingBytesMax
        }
        if isFull { flush() }
    }

    /// Writes what waits.
    func flush() {
        let lines = waiting.withLock { waiting in
            let lines = waiting
            waiting.removeAll(keepingCapacity: true)
            return lines
        }
        if !lines.isEmpty { write(Data(lines)) }
    }
}

/// `2026-03-05T14:07:09Z`, without a formatter, which costs more than the rest of the line.
private func timestamp(_ now: Date) -> String {
    let seconds = Int(now.timeIntervalSince1970.rounded(.down))
    let ofDay = ((seconds % 86_400) + 86_400) % 86_400
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    let day = Day(number: (seconds - ofDay) / 86_400)
    return "\(day)T\(two(ofDay / 3_600)):\(two(ofDay / 60 % 60)):\(two(ofDay % 60))Z"
}
