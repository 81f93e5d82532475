import Doors
import Identity
import Kernel
import Ledger
import Partners
import Records
import Web

extension SensitiveInterest {
    static let ownRoutes: [Route] = [own]

    /// To see one's own takes no right, and a second proof that it is oneself: a password alone may be somebody else's.
    private static let own = Route(
        .get, "/account/interests", needs: .ownAccount,
        summary: "One's own interests whose details are withheld, and who looked at them."
    ) { request, house in
        let visitor = request.visitor
        guard visitor.stage == .whole, visitor.session != nil, let person = request.caller.person else {
            throw Refusal.notFound
        }
        let views = try await house.reading(request) { reading, _ in try InterestView.all(of: person, in: reading) }
        if !views.isEmpty, !visitor.hasCode, !visitor.isProven {
            return .showing([], .page(OwnInterestsPage.codesFirst, status: 403))
        }
        var looks: [String: [Look]] = [:]
        for view in views { looks[view.subject.id] = try await Self.looks(at: view.subject.id, in: house) }
        return .showing(
            views.map { Shown($0.subject, about: person) },
            .page(OwnInterestsPage(views: views, looks: looks, request: request).page))
    }.showing(.several(kinds: [kind.name]))
}
