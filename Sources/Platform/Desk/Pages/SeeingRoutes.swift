internal import Doors
internal import Foundation
internal import Kernel
internal import Ledger
internal import Records
internal import Web

/// The pages by which records of one kind are looked at.
struct SeeingRoutes {
    let desk: Desk
    let kind: Kind

    var all: [Route] { [list, table, record, history, known] }

    private var path: String { Paths.list(kind) }

    private var list: Route {
        Route(.get, path, needs: kind.seeing, summary: "List \(kind.pluralInSentence).") { request, house in
            let (list, subjects) = try await house.store.read { tx in
                let drawer = Drawer(tx, desk.registry, on: request.on, for: Reader(request, house))
                let filter = RecordFilter(of: kind, request)
                let list = try drawer.list(kind, filter, after: request.query.text("after"), limit: Listing.pageSize)
                let shown = try drawer.subjects(in: list.rows.map(\.record), of: Listing.tellingFields(of: kind))
                return (list, try shown.merging(drawer.subjects(Set(filter.fields.values))) { first, _ in first })
            }
            let mayAdd = request.caller.may(kind.changing, under: house.policy)
            return kind.reply(
                kind.shown(list.rows),
                .page(
                    RecordListPage(list: list, words: words(subjects, request), request: request, mayAdd: mayAdd).page))
        }
    }

    private var table: Route {
        Route(
            .get, path + ".csv", needs: kind.seeing, summary: "Every version of every \(kind.nounInSentence), as CSV."
        ) { request, house in
            let (bytes, shown) = try await house.store.read { tx in
                try RecordTable(kind).csv(tx, desk.registry, for: Reader(request, house))
            }
            return kind.reply(shown, .csv(bytes, filename: kind.plural + ".csv"))
        }
    }

    private var record: Route {
        Route(.get, path + "/:id", needs: kind.seeing, summary: "Show one \(kind.nounInSentence).") { request, house in
            let id = try request.recordID(),
                may: @Sendable (Action) -> Bool = { request.caller.may($0, under: house.policy) }
            let (view, subjects) = try await house.store.read { tx in
                let drawer = Drawer(tx, desk.registry, on: request.on, for: Reader(request, house))
                let view = try drawer.view(kind, id, may: may)
                return (view, try drawer.subjects(in: view.versions, of: kind.positions))
            }
            let subject = Subject(kind: kind.name, id: id, name: view.name)
            return .page(
                RecordPage(
                    view: view, words: words(subjects, request), request: request, mayChange: may(kind.changing),
                    ownPage: desk.pageOf(subject), documents: desk.documents
                ).page)
        }
    }

    private var history: Route {
        Route(.get, path + "/:id/history", needs: kind.seeing, summary: "What was done to one \(kind.nounInSentence).")
        {
            request, house in
            let history = try await RecordHistory(
                of: kind, try request.recordID(), before: try Self.before(request), for: request.caller, in: house,
                of: desk)
            return .page(HistoryPage(history: history, request: request).page)
        }
    }

    /// What `?before=` says: entries older than that one.
    static func before(_ request: Request) throws(Refusal) -> Int? {
        guard let text = request.query.text("before") else { return nil }
        guard let number = Int(text), number > 0 else {
            throw .invalid([Problem("before", "before must be the number of an entry of the history")])
        }
        return number
    }

    private var known: Route {
        Route(
            .get, path + "/:id/known", needs: kind.seeing,
            summary: "One \(kind.nounInSentence) as it was known at a moment."
        ) {
            request, house in
            let id = try request.recordID()
            let typed = request.query.text("at"), moment = typed.flatMap(Moment.read)
            let problems =
                typed != nil && moment == nil
                ? [Problem("at", "The moment must be a day, or a day and a time, such as 2010-03-01 14:05")] : []
            let known = try await Known(kind, id, at: moment, for: request.caller, in: house, of: desk, on: request.on)
            return .page(
                KnownPage(
                    kind: kind, id: id, name: known.name, moment: moment, typed: typed ?? "", versions: known.versions,
                    words: words(known.subjects, request), documents: desk.documents, problems: problems,
                    request: request
                ).page)
        }
    }

    private func words(_ subjects: [String: Subject], _ request: Request) -> ValueWords {
        ValueWords(subjects: subjects) { request.link(desk.path(of: $0)) }
    }
}

extension Desk {
    var kindsRoute: Route {
        Route(.get, Paths.kinds, needs: Desk.see, summary: "The kinds of record there are.") { request, house in
            let kinds = registry.kinds.filter { request.caller.may($0.seeing, under: house.policy) }
            let counts = try await house.store.read { tx in
                try Drawer(tx, registry, on: request.on, for: Reader(request, house)).counts(of: kinds)
            }
            let rows = kinds.map { kind in
                KindsPage.Row(
                    kind: kind, count: counts[kind.name] ?? 0,
                    mayAdd: request.caller.may(kind.changing, under: house.policy))
            }
            return .page(KindsPage(rows: rows, request: request).page)
        }
    }
}
