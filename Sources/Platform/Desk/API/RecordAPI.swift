internal import Doors
internal import Foundation
internal import Kernel
internal import Records
internal import Store
internal import Web

/// The ways in for programs to the records of one kind. The same commands as the pages, the same keys as the files.
struct RecordAPI {
    let desk: Desk
    let kind: Kind

    static let limitUsual = 100, limitMax = 500

    var all: [Route] { [list, add, show, change, correct, end, history, known] }

    private var path: String { Paths.api(kind) }
    private var one: String { kind.nounInSentence }

    // MARK: Looking

    private var list: Route {
        Route(.get, path, needs: kind.seeing, summary: "List \(kind.pluralInSentence) as they stood on a day.") {
            request, house in
            let limit = try Self.limit(request)
            let list = try await house.store.read { tx in
                try Drawer(tx, desk.registry, on: request.on, for: Reader(request, house)).list(
                    kind, RecordFilter(of: kind, request), after: request.query.text("after"), limit: limit)
            }
            var json = JSONWriter()
            json.object { json in
                json.field("on", request.on.description)
                json.array("items", list.rows) { json, row in json.row(row) }
                json.field("next", list.next)
            }
            return kind.reply(kind.shown(list.rows), .json(json.bytes))
        }
    }

    static func limit(_ request: Request) throws(Refusal) -> Int {
        guard let text = request.query.first("limit") else { return limitUsual }
        guard let limit = Int(text), (1...limitMax).contains(limit) else {
            throw .invalid([Problem("limit", "limit must be a whole number from 1 to \(limitMax)")])
        }
        return limit
    }

    /// - Throws: `.invalid` for what is no page; the pages for people go to the nearest there is.
    static func checkPage(_ request: Request) throws(Refusal) {
        guard let text = request.query.first("page") else { return }
        guard let page = Int(text), (1...SearchResults.pagesMax).contains(page) else {
            throw .invalid([Problem("page", "page must be a whole number from 1 to \(SearchResults.pagesMax)")])
        }
    }

    private var show: Route {
        Route(.get, path + "/:id", needs: kind.seeing, summary: "Show one \(one), with all its versions.") {
            request, house in
            .json(try await thing(try request.recordID(), request, house))
        }
    }

    private var history: Route {
        Route(
            .get, path + "/:id/history", needs: kind.seeing, summary: "What was done to one \(one), the latest first."
        ) {
            request, house in
            let history = try await RecordHistory(
                of: kind, try request.recordID(), before: try SeeingRoutes.before(request), for: request.caller,
                in: house,
                of: desk)
            var json = JSONWriter()
            json.history(history)
            return .json(json.bytes)
        }
    }

    private var known: Route {
        Route(.get, path + "/:id/known", needs: kind.seeing, summary: "One \(one) as it was known at a moment.") {
            request, house in
            guard let moment = request.query.text("at").flatMap(Moment.read) else {
                throw Refusal.invalid([Problem("at", "at must be a moment, such as 2010-03-01T14:05:00Z, or a day")])
            }
            let known = try await Known(
                kind, try request.recordID(), at: moment, for: request.caller, in: house, of: desk, on: request.on)
            var json = JSONWriter()
            json.object { json in
                json.field("at", Moment.iso(moment))
                json.key("versions")
                json.versions(known.versions)
            }
            return .json(json.bytes)
        }
    }

    // MARK: Changing

    private var add: Route {
        Route(.post, path, needs: kind.changing, summary: "Add \(kind.article).") { request, house in
            let draft = try RecordBody(request, of: kind).newDraft()
            let id = try await Deed(desk, house, request).add(draft)
            return kind.reply(kind.shown(id), .json(try await thing(id, request, house), status: 201))
        }
    }

    private var change: Route {
        Route(.post, path + "/:id/changes", needs: kind.changing, summary: "Change one \(one) from a day.") {
            request, house in
            let id = try request.recordID(), body = try RecordBody(request, of: kind)
            let draft = try body.draft(keys: RecordBody.changeKeys)
            try await Deed(desk, house, request).change(id, to: draft, seen: try body.text("seen"))
            return .json(try await thing(id, request, house), status: 201)
        }
    }

    private var correct: Route {
        Route(
            .post, path + "/:id/corrections", needs: kind.changing, summary: "Correct what one \(one) was said to be."
        ) {
            request, house in
            let id = try request.recordID(), body = try RecordBody(request, of: kind)
            let draft = try body.draft(keys: RecordBody.correctionKeys)
            try await Deed(desk, house, request).correct(
                id, version: try body.version(), to: draft, because: try body.text("because") ?? "",
                seen: try body.text("seen"))
            return .json(try await thing(id, request, house), status: 201)
        }
    }

    private var end: Route {
        Route(.post, path + "/:id/end", needs: kind.changing, summary: "End one \(one).") { request, house in
            let id = try request.recordID(), body = try RecordBody(request, of: kind)
            let draft = try body.draft(keys: RecordBody.endKeys)
            try await Deed(desk, house, request)
                .end(id, by: draft, because: try body.text("because") ?? "", seen: try body.text("seen"))
            return .json(try await thing(id, request, house))
        }
    }

    private func thing(_ id: String, _ request: Request, _ house: House) async throws -> [UInt8] {
        let (registry, kind, day) = (desk.registry, kind, request.on)
        let thing = try await house.store.read { tx in
            try Drawer(tx, registry, on: day, for: Reader(request, house)).thing(kind, id)
        }
        var json = JSONWriter()
        json.thing(thing)
        return json.bytes
    }
}
