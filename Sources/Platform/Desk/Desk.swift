public import Doors
public import Kernel
public import Records
internal import Store

/// The ways in that every kind of record shares: pages, API and terminal verbs by which any of them is listed, shown,
/// added, changed from a day, corrected, ended and traced; and the one search box.
public struct Desk: Sendable {
    public let registry: Registry
    let pageOf: @Sendable (Subject) -> String?
    let documents: DocumentNames

    /// - Parameters:
    ///   - pageOf: the path of the page of its room that shows a thing, when there is one, such as `/posts/director`.
    ///   - documentName: what a document that sources cite by a short mark is called; nil where the mark says enough.
    public init(
        _ registry: Registry, pageOf: @escaping @Sendable (Subject) -> String? = { _ in nil },
        documentName: @escaping @Sendable (String) -> String? = { _ in nil }
    ) {
        self.registry = registry
        self.pageOf = pageOf
        documents = DocumentNames(name: documentName)
    }

    /// What is about no one kind. Whatever is about a kind needs the action of the kind's own room.
    public static let see = Action("desk.see"), change = Action("desk.change")

    public static let policy = Policy([
        // Whoever may see some kind of record may look for it: what each finds is what each may see.
        see: [.anyone],
        change: [.administrator, .director, .clerk],
    ])

    /// Every kind has routes of its own, so that the list of routes says what each needs.
    public var routes: [Route] {
        [kindsRoute] + searchRoutes + [openAPIRoute]
            + registry.kinds.flatMap { kind in
                kind.declared(
                    SeeingRoutes(desk: self, kind: kind).all + ChangingRoutes(desk: self, kind: kind).all
                        + RecordAPI(desk: self, kind: kind).all)
            }
    }

    public var verbs: [Verb] { seeingVerbs + changingVerbs + tracingVerbs }

    /// Where a thing is shown: on the page of its room, or else on its record's own.
    func path(of subject: Subject) -> String {
        if let page = pageOf(subject) { return page }
        guard let kind = registry.kind(named: subject.kind) else { return Paths.kinds }
        return Paths.record(kind, subject.id)
    }
}

extension Module {
    /// The desk, among the rooms that it serves.
    public static func desk(
        _ registry: Registry, pageOf: @escaping @Sendable (Subject) -> String? = { _ in nil },
        documentName: @escaping @Sendable (String) -> String? = { _ in nil }
    ) -> Module {
        let desk = Desk(registry, pageOf: pageOf, documentName: documentName)
        return Module(
            name: "desk", title: "Desk", schema: Schema(room: "desk", migrations: []), policy: Desk.policy,
            routes: desk.routes, verbs: desk.verbs)
    }
}
