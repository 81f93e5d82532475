public import Doors
internal import Store

extension Module {
    /// Wards, committees' areas, wedges and clusters; schools and other settings; who lives where. All dated.
    public static let places = Module(
        name: "places",
        title: "Places",
        schema: Schema(
            room: "places",
            migrations: [
                Migration("0001-places", PackageResources._001_places_sql),
                Migration("0002-figures", PackageResources._002_figures_sql),
            ]),
        kinds: PlacesKinds.all,
        invariants: PlacesInvariants.all,
        policy: .places,
        routes: PlacesRoutes.all + SettingRoutes.all,
        verbs: SettingVerbs.all
    )
}
