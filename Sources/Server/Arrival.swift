internal import Doors
internal import HTTPTypes
internal import Hummingbird
internal import Kernel
internal import NIOCore
internal import Web

/// Looking at a request before it is let in, and taking in its body.
extension FrontDoor {
    /// What is wrong with the request's first lines; nil when nothing is.
    func refusalOfHead(_ incoming: Incoming, _ visit: Visit) -> Trouble? {
        let target = incoming.head.path ?? ""
        if target.utf8.count > settings.limits.addressBytesMax { return .tooLong }
        if incoming.headers.count > settings.limits.headersMax { return .headersTooLarge }
        guard target.utf8.first == UInt8(ascii: "/"), target.utf8.allSatisfy({ (0x21...0x7E).contains($0) }) else {
            return .malformed("It holds characters that must be percent-encoded, or does not begin with a slash.")
        }
        // What watches the service may ask whether it is well from anywhere; the answer says nothing.
        if visit.approach.isInTheClear, visit.rawPath != "/health" { return .inTheClear }
        guard let authority = visit.approach.authority, !authority.isEmpty else {
            return .malformed("The request does not say which host it is for.")
        }
        if visit.approach.isInTheClear { return nil }
        return hostNames.contains(Self.hostName(authority)) ? nil : .misdirected
    }

    /// The name without the port: `localhost` for `localhost:8080`, `[::1]` for `[::1]:8080`.
    static func hostName(_ authority: String) -> String {
        let name = authority.hasPrefix("[") ? authority.prefix { $0 != "]" } + "]" : authority.prefix { $0 != ":" }
        return name.lowercased()
    }

    /// Refuses what a browser says comes from another site's page.
    func checkOrigin(_ incoming: Incoming, _ visit: Visit) throws {
        let comesFromHere = ForgeryGuard.comesFromHere(
            fetchSite: incoming.headers[ReplyHeaders.fetchSite], origin: incoming.headers[.origin],
            host: visit.approach.authority ?? "")
        guard comesFromHere else { throw Refused(.forged) }
    }

    /// Refuses a form without its token. What a program sends as JSON needs none: another site's page cannot send
    /// that type without asking first, and is never allowed to.
    func checkToken(_ visit: Visit, _ incoming: Incoming) throws {
        if visit.request.isAPI { return }
        guard guardian.isValid(visit.request.form.first(Page.tokenField), for: visit.cookie) else {
            throw Refused(.forged, page: StaleForm.page(for: visit, incoming))
        }
    }

    /// Takes in the body, within the limits of the route, and reads it if it is a form.
    func readBody(
        of incoming: Incoming, for route: Route, into visit: inout Visit, _ connection: Connection
    ) async throws {
        let type = visit.contentType
        try checkType(type, for: route, isAPI: visit.request.isAPI, hasBody: hasBody(incoming))
        do {
            if !visit.request.isAPI, type == BodyType.parts {
                return try await readParts(of: incoming, into: &visit)
            }
            visit.request.body = try await arriving(
                incoming, upTo: route.body == .upload ? settings.limits.uploadBytesMax : settings.limits.formBytesMax,
                into: [UInt8]()
            ) { body, part in body.append(contentsOf: part) }
        } catch {
            connection.closeSoon()
            throw error
        }
        if visit.request.isAPI { return }
        visit.request.form = try Fields(parsing: visit.request.body, limits: settings.limits.fields)
    }

    /// A form that carries files is never held in memory whole: each file goes to disk as it arrives.
    private func readParts(of incoming: Incoming, into visit: inout Visit) async throws {
        let empty = try MultipartReader(
            boundary: visit.boundary, limits: settings.limits.fields, files: settings.limits.files)
        var reader = try await arriving(incoming, upTo: settings.limits.uploadBytesMax, into: empty) { reader, part in
            try reader.take(part)
        }
        try reader.finish()
        visit.request.form = reader.fields
        visit.request.uploads = reader.uploads
    }

    private func hasBody(_ incoming: Incoming) -> Bool {
        incoming.headers[.transferEncoding] != nil || (incoming.headers[.contentLength] ?? "0") != "0"
    }

    private func checkType(_ type: String, for route: Route, isAPI: Bool, hasBody: Bool) throws {
        if isAPI {
            // The types that another site's form can send are not taken, nor is a body of no type.
            if hasBody, type.isEmpty || BodyType.ofForms.contains(type) {
                throw Refused(.wrongType("application/json"))
            }
        } else if hasBody {
            let taken = route.body == .upload ? [BodyType.fields, BodyType.parts] : [BodyType.fields]
            guard taken.contains(type) else { throw Refused(.wrongType(taken.joined(separator: " or "))) }
        }
    }

    /// - Throws: `Refusal.tooLarge` beyond the limit; what says "too slow" beyond the time; what `take` throws.
    private func arriving<Taken: Sendable>(
        _ incoming: Incoming, upTo bytesMax: Int, into empty: Taken,
        _ take: @escaping @Sendable (inout Taken, ByteBufferView) throws -> Void
    ) async throws -> Taken {
        let tooLarge = Refusal.tooLarge("The most that may be sent here is \(bytesMax / 1_024) kilobytes")
        if let length = incoming.headers[.contentLength].flatMap({ Int($0) }), length > bytesMax { throw tooLarge }
        let limit = settings.limits.body, body = incoming.body
        return try await withThrowingTaskGroup(of: Taken?.self) { group in
            group.addTask {
                var taken = empty, count = 0
                for try await part in body {
                    count += part.readableBytes
                    guard count <= bytesMax else { throw tooLarge }
                    try take(&taken, part.readableBytesView)
                }
                return taken
            }
            group.addTask {
                try await Task.sleep(for: limit)
                return nil
            }
            // Whoever comes first; the other is cancelled, and has ended before the connection is read again.
            defer { group.cancelAll() }
            guard let first = try await group.next(), let taken = first else { throw Refused(.tooSlow) }
            return taken
        }
    }
}

/// The types of body that are told apart.
enum BodyType {
    static let fields = "application/x-www-form-urlencoded"
    static let parts = "multipart/form-data"
    /// What a page of any site may send without asking.
    static let ofForms = [fields, parts, "text/plain"]
}

/// A refusal that only HTTP knows.
struct Refused: Error {
    let trouble: Trouble
    /// Shown in place of the trouble's own.
    let page: Page?

    init(_ trouble: Trouble, page: Page? = nil) {
        self.trouble = trouble
        self.page = page
    }
}
