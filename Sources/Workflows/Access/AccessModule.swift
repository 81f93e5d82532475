public import Doors
import Identity
public import Records
import Store

extension Module {
    /// Who may come in: signing in, one's own account, and everybody's for whoever keeps them.
    public static func access(_ registry: Registry) -> Module {
        let accounts = AccountsRoutes(registry: registry)
        let module = Module(
            name: "identity", title: "Signing in and accounts", schema: Identity.schema, isRestricted: true,
            policy: .identity,
            routes: (SignInRoutes.all + DirectoryRoutes.all + OwnAccountRoutes.all).showing(
                .nothing(because: "One sees only oneself, and that is nobody's business to look up"))
                + accounts.all + [AccessRoutes(registry: registry).explain],
            verbs: UserVerbs(registry: registry).all + [AccessVerbs(registry: registry).explain])
        // Keys, links and sessions are on these pages, and change without the records: no browser keeps one.
        return module.with(
            routes: module.routes.map { route in
                var route = route
                route.isUnkept = true
                return route
            })
    }
}
