public import Doors
import Kernel
import Oversight
public import Records
import Store

extension Module {
    /// Watching over who may see what: who looked, glass that was broken, and access reviews.
    public static func oversight(_ registry: Registry) -> Module {
        let routes =
            LooksRoutes(registry: registry).all + GlassRoutes(registry: registry).all
            + ReviewRoutes(registry: registry).all
        return Module(
            name: "oversight", title: "Who may see what, and who looked", schema: Oversight.schema, isRestricted: true,
            policy: .oversight,
            routes: routes.showing(.nothing(because: "It says who looked, asked or holds, and shows no record")),
            verbs: OversightVerbs(registry: registry).all.showing(
                .nothing(because: "It says who looked, asked or holds, and shows no record")))
    }
}
