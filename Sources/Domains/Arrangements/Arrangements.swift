public import Doors
import Store

extension Module {
    /// Which bodies there are, who sits on them and who has come; where they report; what is wrong, and what would be.
    public static let arrangements = Module(
        name: "arrangements",
        title: "Arrangements",
        schema: Schema(
            room: "arrangements",
            migrations: [
                Migration("0001-arrangements", PackageResources._001_arrangements_sql),
                Migration(
                    "0002-kinds-of-body", sqlite: PackageResources._002_kinds_of_body_sql,
                    postgres: PackageResources._002_kinds_of_body_postgres_sql),
            ]),
        kinds: ArrangementsKinds.all,
        invariants: ArrangementsInvariants.all,
        policy: .arrangements,
        routes: HomePage.routes + MapPage.routes + PostHere.routes + Body.routes + Concern.routes + FindingsPage.routes
            + ComparePage.routes
    )
}
