internal import Doors
internal import Kernel
public import Sealing
public import Store
internal import Web

extension Action {
    /// To keep what one has typed and not saved.
    static let keepDrafts = Action("drafts.keep")
}

/// Keeps what people type in forms until they save it. Rooms write nothing for it: see `over`.
public struct Drafts: Sendable {
    let limits: DraftLimits

    public init(limits: DraftLimits = DraftLimits()) { self.limits = limits }

    /// Lets all drafts of somebody go, whose account is erased.
    /// - Returns: whose key they were sealed with.
    public static func forget(_ owner: String, in tx: Transaction) throws -> SealedFor {
        try DraftShelf.discardAll(of: owner, in: tx)
        return DraftShelf.key(of: owner)
    }

    /// Lets everybody's drafts of some forms go: what was typed there may be of somebody who is erased.
    /// - Parameter places: What the forms' paths begin with, such as `/interests`.
    /// - Returns: Whose they were. Backups hold them still, sealed with their keys (`drafts:OWNER`).
    public static func letGo(under places: Set<String>, in tx: Transaction) throws -> [String] {
        try DraftShelf.discardAll(under: places, in: tx)
    }

    /// The ways in, and the table.
    var module: Module {
        Module(
            name: "drafts", title: "Drafts", schema: DraftSchema.all,
            policy: Policy([.keepDrafts: Set(Role.allCases).subtracting([.anyone])]), routes: [list, keep, discard])
    }

    private var list: Route {
        var route = Route(.get, "/drafts", needs: .keepDrafts, summary: "What the caller has typed and not saved.") {
            [limits] request, house in
            let drafts = try await house.store.read { tx in
                try DraftShelf(tx, limits, at: request.now).drafts(of: request.caller.owner)
            }
            return .page(DraftsPage(drafts: drafts, limits: limits, request: request).page)
        }
        route.isUnkept = true
        return route
    }

    /// Sent by the script as somebody types.
    private var keep: Route {
        var route = Route(
            .post, "/drafts", needs: .keepDrafts, summary: "Keep what the caller has typed in a form so far."
        ) { [limits] request, house in
            let draft = Draft(
                owner: request.caller.owner, form: request.form.text(DraftMark.form) ?? "",
                title: request.form.text(DraftMark.title) ?? "", fields: request.form.typed, keptAt: request.now)
            try await house.store.write { tx in try DraftShelf(tx, limits, at: draft.keptAt).keep(draft) }
            return .empty
        }
        route.keepsWhatIsTyped = true
        return route
    }

    private var discard: Route {
        Route(.post, "/drafts/discard", needs: .keepDrafts, summary: "Let one draft of the caller's go.") {
            [limits] request, house in
            guard let form = request.form.text(DraftMark.form), form.hasPrefix("/"), !form.hasPrefix("//") else {
                throw Refusal.invalid([Problem(DraftMark.form, "Say which draft to discard")])
            }
            try await house.store.write { tx in
                try DraftShelf(tx, limits, at: request.now).discard(of: request.caller.owner, on: form)
            }
            return .see(request.link(form))
        }
    }
}
