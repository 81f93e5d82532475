internal import Doors
internal import Foundation
internal import HTTPTypes
internal import Hummingbird
internal import Kernel
internal import Web

/// Answers every request: looks at it, finds its route, asks it, and sends what it says.
struct FrontDoor: HTTPResponder {
    typealias Context = Connection

    let house: House
    let router: Doors.Router
    let settings: ServerSettings
    let assets: Assets
    let hostNames: Set<String>
    /// What tells browsers to come by https only; nil when nothing does.
    let hsts: String?
    let guardian: ForgeryGuard
    let deadlines = Deadlines()
    let metrics = Metrics()
    let gzip = Gzip()
    let publicPages = PublicPages()

    init(house: House, modules: [Module], settings: ServerSettings) {
        self.house = house
        self.settings = settings
        router = Doors.Router(modules.flatMap(\.routes))
        assets = Assets(folder: settings.assetsFolder)
        hostNames = settings.hostNames
        hsts = settings.hsts > .zero ? "max-age=\(settings.hsts.components.seconds)" : nil
        guardian = ForgeryGuard(key: settings.secret)
    }

    func respond(to incoming: Incoming, context: Connection) async throws -> Outgoing {
        let started = ContinuousClock.now
        metrics.begin()
        let approach = Approach(
            peer: context.peer, isEncrypted: settings.tls != nil, authority: incoming.head.authority,
            headers: incoming.headers, proxies: settings.proxies)
        var visit = Visit(incoming, approach, now: settings.clock(), opensOn: house.settings.opensOn)
        var outgoing = await answer(&visit, incoming, context)
        outgoing.headers[ReplyHeaders.requestID] = visit.id
        if visit.isSecure, let hsts { outgoing.headers[.strictTransportSecurity] = hsts }
        if incoming.method == .head { outgoing = outgoing.createHeadResponse() }
        let took = ContinuousClock.now - started
        metrics.end(method: visit.methodName, pattern: visit.pattern, status: outgoing.status.code, took: took)
        settings.accessLog.add(
            AccessLog.Line(
                at: visit.now, request: visit.id, method: visit.methodName, route: visit.pattern,
                status: outgoing.status.code, duration: took, bytes: outgoing.body.contentLength ?? 0))
        return outgoing
    }

    /// Looks at the request in the order in which it costs least to refuse it.
    private func answer(_ visit: inout Visit, _ incoming: Incoming, _ context: Connection) async -> Outgoing {
        if let trouble = refusalOfHead(incoming, visit) {
            context.closeSoon()
            return send(trouble, visit)
        }
        if incoming.method == .get || incoming.method == .head {
            if let file = assets.files[visit.rawPath] {
                visit.pattern = "/assets/*"; return send(file, incoming, visit)
            }
            switch visit.rawPath {
            case "/health": visit.pattern = "/health"; return await health(visit)
            case "/metrics" where settings.mayWatch(visit.approach):
                visit.pattern = "/metrics"; return send(.text(metrics.text(house.counters())), visit)
            default: break
            }
        }
        guard let method = visit.method else { return unknownMethod(visit) }
        switch router.find(method, visit.rawPath) {
        case .notFound:
            // Found out who asks, as for any page, so that what is not there looks and takes as long as what is not
            // theirs.
            do { try await identify(&visit, incoming) } catch { return send(error, visit) }
            return send(.notFound, visit)
        case .malformed(let why): return send(.malformed(why), visit)
        case .wrongMethod(let allowed): return send(.wrongMethod(allowed), visit, allowed: allowed)
        case .moved(let path): return send(movedTo: visit.rawQuery.isEmpty ? path : "\(path)?\(visit.rawQuery)", visit)
        case .route(let route, let parameters):
            visit.pattern = route.path
            do {
                visit.request = try makeRequest(visit, method, parameters)
                return try await enter(route, &visit, incoming, context)
            } catch {
                return send(error, visit)
            }
        }
    }

    /// Asks the route, once the body has come and is from a page of ours.
    private func enter(
        _ route: Route, _ visit: inout Visit, _ incoming: Incoming, _ context: Connection
    ) async throws -> Outgoing {
        visit.action = route.action
        visit.cookie = guardian.cookie(in: incoming.headers[.cookie])
        visit.request.browserMark = visit.cookie
        visit.request.directoryMark = directoryMark(in: incoming.headers[.cookie])
        try await identify(&visit, incoming)
        do {
            try route.allow(visit.request, in: house)
        } catch {
            if let page = route.offer(toBreakGlass: visit.request, error, in: house) {
                return send(.page(page, status: 403), visit)
            }
            return try await keepForm(of: route, &visit, incoming, context) ?? send(error, visit)
        }
        if route.method.changes {
            try checkOrigin(incoming, visit)
            try await readBody(of: incoming, for: route, into: &visit, context)
            try checkToken(visit, incoming)
        } else if !route.isUnkept, let mark = try await freshness(of: &visit) {
            visit.mark = mark
            if visit.request.ifNoneMatch.map({ Freshness.matches($0, mark) }) == true {
                return send(.notModified, visit)
            }
            visit.request.version = visit.version
            visit.publicKey = publicKey(of: visit)
            if let key = visit.publicKey, let sent = publicPages.sent(key) { return send(sent, visit) }
        }
        let asked = visit.request, house = house
        let outcome = await deadlines.value(within: settings.limits.answer) { () -> Result<Answer, any Error> in
            do {
                let reply = try await route.answer(asked, house)
                guard case .page(let page, let status) = reply else { return .success(.other(reply)) }
                return .success(.page(page, status: status, notices: try await house.notices(asked)))
            } catch {
                return .failure(error)
            }
        }
        guard let outcome else { return send(.outOfTime, visit) }
        return send(try outcome.get(), visit)
    }

    private func makeRequest(_ visit: Visit, _ method: Doors.Method, _ parameters: [String: String]) throws
        -> Doors.Request
    {
        Doors.Request(
            caller: settings.caller(), now: visit.now, today: Day(inEnglandAt: visit.now), method: method,
            path: visit.rawPath, parameters: parameters,
            query: try Fields(parsing: visit.rawQuery.utf8, limits: settings.limits.fields),
            contentType: visit.contentType, ifNoneMatch: visit.ifNoneMatch, opensOn: house.settings.opensOn)
    }

    private func unknownMethod(_ visit: Visit) -> Outgoing {
        let allowed = router.methods(of: visit.rawPath)
        return allowed.isEmpty ? send(.notFound, visit) : send(.wrongMethod(allowed), visit, allowed: allowed)
    }
}

/// What a route said, with what the layout needs to know beside it.
enum Answer: Sendable {
    case page(Page, status: Int, notices: [String])
    case other(Reply)
}
