import Kernel
import Records
import Store

/// Everything the page of places says of a day.
struct PlacesView: Sendable {
    let tree: AreaTree
    let cities: [AreaSummary]
    let map: WardMap
    let tally: SettingTally
    let unplaced: [SettingLine]
    /// The day on which the first of the wards that are held was first used; nil when there are none.
    let firstWardDay: Day?

    init(_ tx: Transaction, on day: Day) throws {
        let records = try tx.areas()
        tree = AreaTree(records, on: day)
        cities = tree.all("city")
        map = WardMap(tree, outlines: try tx.outlines())
        tally = try tx.settingTally(on: day)
        unplaced = try tx.settings(SettingFilter(isUnplaced: true), on: day)
        firstWardDay = records.filter { $0.text("type") == "ward" }.compactMap(\.period.from).min()
    }
}
