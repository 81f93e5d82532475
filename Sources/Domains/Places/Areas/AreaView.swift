import Kernel
import Records
import Store

/// Everything this room says of one area on a day.
struct AreaView: Sendable {
    /// One stretch of the area's life: what it was within, from when until when, on whose word.
    struct Stretch: Sendable {
        let record: Record
        let within: AreaSummary?
    }

    let id: ID<Area>
    /// The version of the day; or the last one, when it certainly was not there on the day.
    let record: Record
    let area: Area
    let held: Period.Held
    let tree: AreaTree
    let names: AreaNames
    let ancestors: [AreaSummary]
    let children: [AreaSummary]
    /// The wards within it on the day.
    let wards: [AreaSummary]
    /// Every version, first to last.
    let history: [Stretch]
    let map: WardMap
    let population: Population
    /// Which settings are its own.
    let filter: SettingFilter
    let tally: SettingTally

    /// - Throws: `Refusal.notFound` when no area was ever held under the identifier.
    init(_ id: ID<Area>, _ tx: Transaction, on day: Day) throws {
        let records = try tx.areas(), versions = records.filter { $0.id == id.text }
        guard let last = versions.last else { throw Refusal.notFound }
        let tree = AreaTree(records, on: day), names = AreaNames(records)
        let record = tree.nodes[id]?.record ?? last, area = Area(record)
        let wards = tree.wards(within: id), ids = area.type == "ward" ? [id] : wards.map(\.id)
        (self.id, self.record, self.area, self.tree, self.names, self.wards) = (id, record, area, tree, names, wards)
        held = record.period.held(on: day)
        ancestors = tree.ancestors(of: id)
        children = tree.areas(within: id)
        history = versions.map { Stretch(record: $0, within: $0.id("within").flatMap { tree.area($0) ?? names[$0] }) }
        map = WardMap(tree, outlines: try tx.outlines(), marked: Set(ids))
        if area.type == "city" {
            population = try tx.population(ofCity: records)
            filter = SettingFilter()
        } else {
            population = try tx.population(of: ids)
            filter = SettingFilter(wards: ids)
        }
        tally = try tx.settingTally(filter, on: day)
    }
}

extension Transaction {
    /// A city's boundary does not move with its wards, so it has the people of whichever wards have figures: of one
    /// generation of them, since two would count everybody twice.
    fileprivate func population(ofCity records: [Record]) throws -> Population {
        let wards = records.filter { $0.version == 1 && $0.text("type") == "ward" }
        let generations = Dictionary(grouping: wards) { $0.period.from ?? $0.period.attested ?? Day(number: 0) }
        for generation in generations.sorted(by: { $0.key > $1.key }) {
            let people = try population(of: generation.value.map { ID($0.id) })
            if !people.counts.isEmpty { return people }
        }
        return Population(counts: [], wards: wards.count, wardsWithFigures: 0)
    }
}
