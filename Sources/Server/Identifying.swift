internal import Doors
internal import HTTPTypes
internal import Hummingbird
internal import Identity
internal import Kernel
internal import Web

/// Finding out who asks, by what the request brings: a session's cookie, or a program's token.
extension FrontDoor {
    static let sessionCookie = "thinkchild_session"

    func identify(_ visit: inout Visit, _ incoming: Incoming) async throws {
        visit.request.coming = Coming(address: visit.address, userAgent: incoming.headers[.userAgent])
        guard let identity = house.identity else { return }
        visit.request.caller = .stranger
        visit.request.offersSignIn = true
        if visit.request.isAPI, let header = incoming.headers[.authorization] {
            let halves = header.split(separator: " ", maxSplits: 1)
            guard halves.count == 2, halves[0].lowercased() == "bearer",
                let visitor = try await identity.visitor(
                    token: String(halves[1]), at: visit.now, on: visit.request.today)
            else { throw Refused(.badToken) }
            return take(visitor, &visit)
        }
        guard let text = Cookies.value(of: Self.sessionCookie, in: incoming.headers[.cookie]),
            let secret = Secret(checking: text)
        else { return }
        visit.request.session = secret
        visit.version = try await house.version?()
        take(
            try await identity.visitor(
                session: secret, version: visit.version, at: visit.now, on: visit.request.today), &visit)
    }

    private func take(_ visitor: Visitor, _ visit: inout Visit) {
        visit.request.visitor = visitor
        visit.request.caller = visitor.caller
    }

    /// A form of ours whose sender is not signed in any more: kept until they are, so that no work is lost.
    ///
    /// Where it cannot be kept, having a file in it or there being too many, it is given back on a page.
    ///
    /// - Returns: nil where there is nothing to keep: then it is refused as anything else is.
    func keepForm(of route: Route, _ visit: inout Visit, _ incoming: Incoming, _ connection: Connection) async throws
        -> Outgoing?
    {
        guard let identity = house.identity, route.method == .post, !visit.request.isAPI, !route.keepsWhatIsTyped,
            visit.request.visitor.stage != .whole, let cookie = visit.cookie
        else { return nil }
        try checkOrigin(incoming, visit)
        try await readBody(of: incoming, for: route, into: &visit, connection)
        let token = visit.request.form.first(Page.tokenField)
        let typed = visit.request.form.without(Page.tokenField).pairs, hasFile = !visit.request.uploads.isEmpty
        guard guardian.isValid(token, for: cookie), hasFile || !typed.isEmpty, typed.count <= StaleForm.fieldsMax
        else { return nil }
        if !hasFile, let kept = try await keep(typed, of: visit, cookie, isRestricted: route.isRestricted, in: identity)
        {
            return send(.see("/sign-in?kept=\(kept.text)"), visit)
        }
        return StaleForm.signedOut(visit).map { send(.page($0, status: 403), visit) }
    }

    /// - Returns: nil for what is more than is kept.
    private func keep(
        _ typed: [Fields.Pair], of visit: Visit, _ cookie: String, isRestricted: Bool, in identity: Identity
    ) async throws -> Secret? {
        let path = visit.rawQuery.isEmpty ? visit.rawPath : "\(visit.rawPath)?\(visit.rawQuery)"
        do {
            return try await identity.keep(
                typed.map { KeptForm.Answer(name: $0.name, value: $0.value) }, sentTo: path, cookie: cookie,
                session: visit.request.session, mustBeKnown: isRestricted, from: visit.request.coming, at: visit.now)
        } catch Refusal.tooOften {
            return nil
        }
    }

    /// - Parameter lifetime: nil ends it.
    func setSessionCookie(_ secret: Secret?, _ visit: Visit) -> String {
        let end = secret == nil ? "; Max-Age=0" : ""
        // Lax, so that a link from a letter finds its reader signed in; what changes anything needs a form's token too.
        return
            """
            \(Self.sessionCookie)=\(secret?.text ?? ""); Path=/; HttpOnly; \
            SameSite=Lax\(visit.isSecure ? "; Secure" : "")\(end)
            """
    }
}

/// What a Cookie header holds (RFC 6265 5.4).
enum Cookies {
    /// The first value of that name; nil when there is none.
    static func value(of name: String, in header: String?) -> String? {
        guard let header else { return nil }
        for pair in header.split(separator: ";") {
            let halves = pair.split(separator: "=", maxSplits: 1)
            if halves.count == 2, halves[0].drop(while: { $0 == " " }) == name { return String(halves[1]) }
        }
        return nil
    }
}
