internal import Doors
internal import HTTPTypes
internal import Hummingbird
internal import Identity
internal import Outbound

/// Sending somebody to the council's directory, and knowing their browser again when it comes back.
extension FrontDoor {
    static let directoryCookie = "thinkchild_directory"

    func directoryMark(in header: String?) -> Secret? {
        Cookies.value(of: Self.directoryCookie, in: header).flatMap { Secret(checking: $0) }
    }

    func leave(for address: WebAddress, holding mark: Secret, _ visit: Visit) -> Outgoing {
        var headers = ReplyHeaders.secure
        headers[.cacheControl] = "no-store"
        headers[.location] = address.text
        // Lax: the directory's page sends the browser back, and a cookie that only our own pages may have sent would
        // stay behind.
        let cookie =
            """
            \(Self.directoryCookie)=\(mark.text); Path=/sign-in/directory; HttpOnly; \
            SameSite=Lax\(visit.isSecure ? "; Secure" : ""); Max-Age=\(Identity.directoryMinutes * 60)
            """
        headers.append(HTTPField(name: .setCookie, value: cookie))
        return Outgoing(status: .seeOther, headers: headers)
    }

    /// The reply, with why it is what it is in the log.
    func remark(_ why: String, _ outgoing: Outgoing, _ visit: Visit) -> Outgoing {
        settings.accessLog.addRemark(at: visit.now, reference: visit.id, route: visit.pattern, why: why)
        return outgoing
    }
}
