public import Doors
internal import Store

extension Module {
    /// What the children of a place need, in published figures: measures by place and period, kept as published.
    public static let needs = Module(
        name: "needs",
        title: "Needs",
        schema: Schema(
            room: "needs",
            migrations: [
                Migration("0001-needs", PackageResources._001_needs_sql),
                Migration("0002-figures", PackageResources._002_figures_sql),
                Migration("0003-import-numbers", PackageResources._003_import_numbers_sql),
                Migration(
                    "0004-figures-point", sqlite: [], postgres: PackageResources._004_figures_point_postgres_sql),
            ]),
        kinds: NeedsKinds.all,
        invariants: NeedsInvariants.all,
        policy: .needs,
        routes: NeedsRoutes.all + ImportRoutes.all,
        verbs: NeedsVerbs.all
    )
}
