public import Doors
import Store

extension Module {
    /// Who is accountable for what: organisations, posts and who is in them, functions, duties, delegations, deputies,
    /// lines.
    public static let partners = Module(
        name: "partners",
        title: "Partners",
        schema: Schema(
            room: "partners",
            migrations: [
                Migration("0001-partners", PackageResources._001_partners_sql),
                Migration("0002-access", PackageResources._002_access_sql),
            ]),
        kinds: PartnersKinds.all,
        invariants: PartnersInvariants.all,
        safeguards: Access.safeguards,
        policy: .partners,
        routes: Post.routes + Organisation.routes
    )
}
