internal import Doors
internal import Foundation
internal import HTTPTypes
internal import Hummingbird
internal import Kernel
internal import Synchronization

/// One request on its way through the door: what is known of it so far.
struct Visit {
    /// Names it in the log and to the asker; says nothing of either.
    let id: String
    let now: Date
    let methodName: String
    /// Nil for a method that no route has.
    let method: Doors.Method?
    /// As they came, still encoded.
    let rawPath: String
    let rawQuery: String
    let contentType: String
    let boundary: String
    let ifNoneMatch: String?
    let acceptsGzip: Bool
    /// Where it came from, and how.
    let approach: Approach
    /// The route's pattern, for the log and the metrics, which must not hold what was typed.
    var pattern = "unmatched"
    var request: Doors.Request
    /// The cookie that the forms' tokens are made from, when one came.
    var cookie: String?
    /// Where it comes from, for throttling; never logged. Nil when nothing is known.
    var address: String? { approach.address.isEmpty ? nil : approach.address }
    /// Whether it came by https, to us or to a trusted proxy.
    var isSecure: Bool { approach.isSecure }
    /// What marks the reply as fresh, when it can be told.
    var mark: String?
    /// The state of the records when the request came, once it has been read.
    var version: String?
    /// Under what the reply may be kept for other readers; nil when it is for this one alone.
    var publicKey: PublicPages.Key?
    /// What it takes to see what was asked for.
    var action: Action?

    init(_ incoming: Incoming, _ approach: Approach, now: Date, opensOn: Day?) {
        id = Self.nextID()
        self.now = now
        self.approach = approach
        let isKnown = Doors.Method(rawValue: incoming.method.rawValue) != nil || incoming.method == .head
        methodName = isKnown ? incoming.method.rawValue : "OTHER"
        method = incoming.method == .head ? .get : Doors.Method(rawValue: incoming.method.rawValue)
        let target = incoming.head.path ?? ""
        let cut = target.utf8.firstIndex(of: UInt8(ascii: "?")) ?? target.endIndex
        rawPath = String(target[..<cut])
        rawQuery = cut < target.endIndex ? String(target[target.utf8.index(after: cut)...]) : ""
        (contentType, boundary) = Self.mediaType(incoming.headers[.contentType])
        ifNoneMatch = incoming.headers[.ifNoneMatch]
        acceptsGzip = Gzip.isAccepted(incoming.headers[.acceptEncoding])
        request = Doors.Request(
            caller: .stranger, now: now, today: Day(inEnglandAt: now), method: method ?? .get, path: rawPath,
            opensOn: opensOn)
    }

    /// A random start for this process, then a count: unique, and cheap.
    private static let start = UInt32.random(in: .min ... .max)
    private static let count = Atomic<UInt32>(0)

    private static func nextID() -> String {
        let number = count.wrappingAdd(1, ordering: .relaxed).newValue
        return String(UInt64(start) << 32 | UInt64(number), radix: 16)
    }

    /// The type without its parameters, in lower case, and the boundary of a form in parts.
    private static func mediaType(_ header: String?) -> (type: String, boundary: String) {
        guard let header, header.utf8.count <= 300 else { return ("", "") }
        let parts = header.split(separator: ";").map { $0.trimmingPrefix { $0 == " " } }
        let type = parts.first.map { $0.lowercased().filter { $0 != " " } } ?? ""
        let boundary = parts.first { $0.lowercased().hasPrefix("boundary=") }?.dropFirst("boundary=".count)
        return (type, boundary.map { $0.filter { $0 != "\"" } } ?? "")
    }
}
