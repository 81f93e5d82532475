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
        let bytesMax = route.body == .upload ? settings.limits.uploadBytesMax : settings.limits.formBytesMax
        let body: [UInt8]
        do {
            body = try await collect(incoming, upTo: bytesMax)
        } catch {
            connection.closeSoon()
            throw error
        }
        visit.request.body = body
        if visit.request.isAPI { return }
        if type == BodyType.parts {
            let parts = try Multipart(parsing: body, boundary: visit.boundary, limits: settings.limits.fields)
            visit.request.form = parts.fields
            visit.request.uploads = parts.uploads
        } else {
            visit.request.form = try Fields(parsing: body, limits: settings.limits.fields)
        }
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

    /// - Throws: `Refusal.tooLarge` beyond the limit; what says "too slow" beyond the time.
    private func collect(_ incoming: Incoming, upTo bytesMax: Int) async throws -> [UInt8] {
        let tooLarge = Refusal.tooLarge("The most that may be sent here is \(bytesMax / 1_024) kilobytes")
        if let length = incoming.headers[.contentLength].flatMap({ Int($0) }), length > bytesMax { throw tooLarge }
        let limit = settings.limits.body, body = incoming.body
        return try await withThrowingTaskGroup(of: [UInt8]?.self) { group in
            group.addTask {
                var bytes: [UInt8] = []
                for try await part in body {
                    guard bytes.count + part.readableBytes <= bytesMax else { throw tooLarge }
                    bytes.append(contentsOf: part.readableBytesView)
                }
                return bytes
            }
            group.addTask {
                try await Task.sleep(for: limit)
                return nil
            }
            // Whoever comes first; the other is cancelled, and has ended before the connection is read again.
            defer { group.cancelAll() }
            guard let first = try await group.next(), let bytes = first else { throw Refused(.tooSlow) }
            return bytes
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
