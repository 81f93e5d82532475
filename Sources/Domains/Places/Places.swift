public import Doors
import Store

extension Module {
    /// Wards, wedges, committees' areas, clusters, settings and populations, all dated.
    public static let places = Module(
        name: "places", title: "Places",
        schema: Schema(
            room: "places",
            migrations: [
                Migration("0001-places", PackageResources._001_places_sql), Migration("0002-figures", PackageResources._002_figures_sql),
            ]),
        kinds: PlacesKinds.all, policy: .places)
}
