internal import Doors
internal import Kernel

/// Whether what the asker holds is still what there is.
enum Freshness {
    /// Whether an `If-None-Match` names the mark (RFC 9110 13.1.2: compared weakly).
    static func matches(_ header: String, _ mark: String) -> Bool {
        header.split(separator: ",").contains { part in
            let tag = part.drop { $0 == " " }
            return tag == "*" || tag == mark || "W/\(tag)" == mark
        }
    }
}

extension FrontDoor {
    /// A mark of everything that the reply depends on: the state of the records, what was asked, by whom, on which day,
    /// with which forms' cookie, and of which build. Nil when the house cannot tell its state.
    ///
    /// Read before the page is made: were the records to change meanwhile, the page would be newer than its mark, and
    /// only be asked for once more than need be.
    func freshness(of visit: inout Visit) async throws -> String? {
        // Read once for a request.
        if visit.version == nil { visit.version = try await house.version?() }
        guard let state = visit.version else { return nil }
        var print = Fingerprint()
        print.add(visit.rawPath)
        print.add(visit.rawQuery)
        print.add(visit.request.caller.name)
        print.add(visit.request.visitor.session?.text ?? "")
        for role in visit.request.caller.roles.map(\.rawValue).sorted() { print.add(role) }
        print.add("\(visit.request.today.number)")
        print.add(visit.cookie ?? "")
        print.add(house.settings.build)
        print.add(assets.paths.frontend)
        print.add(assets.paths.own)
        print.add(assets.paths.script)
        var stateMark = Fingerprint()
        stateMark.add(state)
        return "W/\"\(stateMark.text)-\(print.text)\""
    }

    /// Under what a reply to somebody of whom nothing is known may be sent to others of whom nothing is known.
    func publicKey(of visit: Visit) -> PublicPages.Key? {
        guard let version = visit.version, visit.request.caller == .stranger, visit.request.session == nil else {
            return nil
        }
        return PublicPages.Key(
            version: version, path: visit.rawPath, query: visit.rawQuery, today: visit.request.today,
            acceptsGzip: visit.acceptsGzip)
    }
}
