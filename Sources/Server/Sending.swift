internal import Doors
internal import Files
internal import Foundation
internal import HTTPTypes
internal import Hummingbird
internal import Kernel
internal import NIOCore
internal import Outbound
internal import Web

/// Putting what was said on the wire.
extension FrontDoor {
    /// What a route said.
    func send(_ answer: Answer, _ visit: Visit) -> Outgoing {
        switch answer {
        case .page(let page, let status, let notices): send(page, status: status, notices: notices, visit)
        case .other(let reply): send(reply, visit)
        }
    }

    func send(_ reply: Reply, _ visit: Visit) -> Outgoing {
        switch reply {
        case .page(let page, let status): send(page, status: status, notices: [], visit)
        case .see(let path): redirect(.seeOther, to: path, visit)
        case .json(let bytes, let status): send(bytes, "application/json", status: status, visit)
        case .csv(let bytes, let name): send(bytes, "text/csv; charset=utf-8; header=present", visit, filename: name)
        case .svg(let bytes): send(bytes, "image/svg+xml", visit)
        case .text(let text): send(Array(text.utf8), "text/plain; charset=utf-8", visit)
        case .file(let bytes, let type, let name): send(bytes, type, visit, filename: name)
        case .showing(_, let reply): send(reply, unkept(visit))
        case .download(let file): send(file, visit)
        case .empty: Outgoing(status: .noContent, headers: fresh(ReplyHeaders.secure, visit))
        case .signedIn(let secret, let reply): adding(setSessionCookie(secret, visit), to: send(reply, unkept(visit)))
        case .signedOut(let reply): adding(setSessionCookie(nil, visit), to: send(reply, unkept(visit)))
        case .leave(let address, let mark): leave(for: address, holding: mark, visit)
        case .failed(let page, let status, let why):
            remark(why, send(page, status: status, notices: [], unkept(visit)), visit)
        case .notModified: Outgoing(status: .notModified, headers: fresh(ReplyHeaders.secure, visit))
        }
    }

    private func unkept(_ visit: Visit) -> Visit {
        var visit = visit
        visit.mark = nil
        visit.publicKey = nil
        return visit
    }

    private func adding(_ cookie: String, to outgoing: Outgoing) -> Outgoing {
        var outgoing = outgoing
        outgoing.headers.append(HTTPField(name: .setCookie, value: cookie))
        return outgoing
    }

    /// Where nothing can be shown.
    func send(_ trouble: Trouble, _ visit: Visit, allowed: [Doors.Method] = []) -> Outgoing {
        var unmarked = visit
        unmarked.mark = nil
        var outgoing = send(trouble.reply(to: visit.request), unmarked)
        if let seconds = trouble.retryAfter { outgoing.headers[.retryAfter] = "\(seconds)" }
        if trouble.status == 405 {
            let names = allowed.map(\.rawValue) + (allowed.contains(.get) ? ["HEAD"] : [])
            outgoing.headers[.allow] = names.joined(separator: ", ")
        }
        if [408, 413, 414, 421, 431].contains(trouble.status) { outgoing.headers[.connection] = "close" }
        return outgoing
    }

    /// An error: what it comes to, or a fault of ours with a reference that leads to the log.
    func send(_ error: any Error, _ visit: Visit) -> Outgoing {
        if let refused = error as? Refused {
            let trouble = refused.trouble
            return refused.page.map { send(.page($0, status: trouble.status), visit) } ?? send(trouble, visit)
        }
        if let trouble = Trouble(error) { return send(trouble, visit) }
        settings.accessLog.addFault(at: visit.now, reference: visit.id, route: visit.pattern, error: error)
        return send(.fault(reference: visit.id), visit)
    }

    /// A path with a slash too many has a proper address.
    func send(movedTo path: String, _ visit: Visit) -> Outgoing { redirect(.permanentRedirect, to: path, visit) }

    private func send(_ page: Page, status: Int, notices: [String], _ visit: Visit) -> Outgoing {
        var layout = house.layout(
            for: visit.request, notices: notices + [page.passing].compactMap(\.self),
            action: status == 200 ? visit.action : nil)
        layout.assets = assets.paths
        var newCookie: String?, visit = visit
        if page.hasForm {
            visit.publicKey = nil
            let cookie = visit.cookie ?? guardian.newCookie()
            if visit.cookie == nil { newCookie = cookie }
            layout.token = guardian.token(for: cookie)
        }
        if page.passing != nil { visit = unkept(visit) }
        let outgoing = send(page.render(in: layout), "text/html; charset=utf-8", status: status, visit)
        guard let newCookie else { return outgoing }
        return adding(guardian.setCookie(newCookie, isSecure: visit.isSecure), to: outgoing)
    }

    private func send(
        _ bytes: [UInt8], _ type: String, status: Int = 200, _ visit: Visit, filename: String? = nil
    ) -> Outgoing {
        let varies = bytes.count >= Gzip.bytesMin && Self.isText(type)
        let compressed = varies && visit.acceptsGzip ? gzip.compress(bytes) : nil
        let sent = PublicPages.Sent(
            body: ByteBuffer(bytes: compressed ?? bytes), type: type, filename: filename.map(Self.plain),
            varies: varies, isCompressed: compressed != nil)
        if status == 200, let key = visit.publicKey { publicPages.keep(sent, for: key) }
        return send(sent, status: status, visit)
    }

    /// What was just made, or was made for an earlier reader of the same.
    func send(_ sent: PublicPages.Sent, status: Int = 200, _ visit: Visit) -> Outgoing {
        var headers = status == 200 ? fresh(ReplyHeaders.secure, visit) : unkept(ReplyHeaders.secure)
        headers[.contentType] = sent.type
        if let name = sent.filename { headers[.contentDisposition] = "attachment; filename=\"\(name)\"" }
        if sent.varies { headers[.vary] = "Accept-Encoding" }
        if sent.isCompressed { headers[.contentEncoding] = "gzip" }
        return Outgoing(
            status: HTTPResponse.Status(code: status), headers: headers, body: ResponseBody(byteBuffer: sent.body))
    }

    /// A file that never changes under its path, or one that the release calls by a path of its own.
    func send(_ file: Assets.File, _ incoming: Incoming, _ visit: Visit) -> Outgoing {
        let mark = "\"\(file.digest)\""
        var headers = ReplyHeaders.secure
        headers[.eTag] = mark
        headers[.vary] = "Accept-Encoding"
        headers[.cacheControl] =
            visit.rawPath.contains(file.digest) ? "public, max-age=31536000, immutable" : "public, max-age=3600"
        if visit.ifNoneMatch.map({ Freshness.matches($0, mark) }) == true {
            return Outgoing(status: .notModified, headers: headers)
        }
        headers[.contentType] = file.type
        var bytes = file.bytes
        if visit.acceptsGzip, let compressed = file.compressed {
            headers[.contentEncoding] = "gzip"
            bytes = compressed
        }
        return Outgoing(status: .ok, headers: headers, body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)))
    }

    /// A kept file: marked by its digest, since what is kept under one never changes. It was asked for by somebody who
    /// may have it before this says whether it is still what they hold.
    private func send(_ file: Download, _ visit: Visit) -> Outgoing {
        let mark = "\"\(file.digest)\""
        var headers = ReplyHeaders.secure
        headers[.eTag] = mark
        headers[.cacheControl] = "private, no-cache"
        if visit.ifNoneMatch.map({ Freshness.matches($0, mark) }) == true {
            return Outgoing(status: .notModified, headers: headers)
        }
        headers[.contentType] = file.type.mediaType
        // Saved, never shown from our own address, whatever a browser would make of it.
        headers[.contentDisposition] = "attachment; filename=\"\(Self.plain(file.filename))\""
        return Outgoing(
            status: .ok, headers: headers,
            body: ResponseBody(contentLength: file.length) { writer in
                try await file.eachPiece { piece in try await writer.write(ByteBuffer(bytes: piece)) }
                try await writer.finish(nil)
            })
    }

    /// The store is asked, and must answer in time.
    func health(_ visit: Visit) async -> Outgoing {
        guard let version = house.version else { return send(.text("ok\n"), visit) }
        let isWell = await deadlines.value(within: settings.limits.health) { (try? await version()) != nil }
        if isWell == true { return send(.text("ok\n"), visit) }
        return send(Array("The store does not answer\n".utf8), "text/plain; charset=utf-8", status: 503, visit)
    }

    // MARK: Headers

    private func redirect(_ status: HTTPResponse.Status, to path: String, _ visit: Visit) -> Outgoing {
        var headers = unkept(ReplyHeaders.secure)
        // Only ever within this service: a path that a browser would take for another host leads home.
        let isOurs =
            path.hasPrefix("/") && !path.hasPrefix("//") && !path.hasPrefix("/\\")
            && path.utf8.allSatisfy { (0x21...0x7E).contains($0) }
        headers[.location] = isOurs ? path : "/"
        return Outgoing(status: status, headers: headers)
    }

    /// Kept by the asker, who must ask each time whether it still holds.
    private func fresh(_ headers: HTTPFields, _ visit: Visit) -> HTTPFields {
        guard let mark = visit.mark else { return unkept(headers) }
        var headers = headers
        headers[.eTag] = mark
        headers[.cacheControl] = "private, no-cache"
        return headers
    }

    private func unkept(_ headers: HTTPFields) -> HTTPFields {
        var headers = headers
        headers[.cacheControl] = "no-store"
        return headers
    }

    private static func isText(_ type: String) -> Bool {
        type.hasPrefix("text/") || type.hasPrefix("application/json") || type.hasPrefix("image/svg")
            || type.hasSuffix("+json")
    }

    /// A file's name with nothing in it that a header or a folder would take amiss.
    private static func plain(_ filename: String) -> String {
        String(
            String.UnicodeScalarView(
                filename.unicodeScalars.filter { scalar in
                    scalar.isASCII
                        && (scalar.properties.isAlphabetic || ("0"..."9").contains(scalar)
                            || "-_. ".unicodeScalars.contains(scalar))
                }))
    }
}
