import Kernel
import Records

/// Everything this room says of one setting on a day.
struct SettingView: Sendable {
    let line: SettingLine
    /// The version that says most of the day.
    let record: Record
    /// Every version, first to last.
    let history: [Record]
    let ward: AreaSummary?
    /// What its ward was within on the day, nearest first; empty when the ward was not there then.
    let ancestors: [AreaSummary]
    /// The ward's own days, when it was not there on the day asked.
    let wardPeriod: Period?
    let cluster: AreaSummary?

    /// - Returns: nil when no setting was ever held under the identifier.
    init?(_ id: ID<Setting>, in shelf: any Shelf, on day: Day) throws {
        let versions = try shelf.versions(of: id.text).filter { $0.kind.name == Setting.kind.name }
        guard let last = versions.last else { return nil }
        record =
            versions.last { $0.period.held(on: day) == .yes } ?? versions.last { $0.period.held(on: day) == .unknown }
            ?? last
        line = SettingLine(record, on: day)
        history = versions
        let areas = try shelf.records(of: Area.kind)
        let tree = AreaTree(areas, on: day), names = AreaNames(areas)
        ward = line.ward.flatMap { tree.area($0) ?? names[$0] }
        cluster = line.cluster.flatMap { tree.area($0) ?? names[$0] }
        let stands = line.ward
        let isThere = stands.map { tree.nodes[$0] != nil } ?? false
        ancestors = isThere ? stands.map(tree.ancestors) ?? [] : []
        let stretches = areas.filter { $0.id == stands?.text }.map(\.period)
        wardPeriod =
            isThere || stretches.isEmpty
            ? nil
            : Period(trusting: stretches.first?.from, until: stretches.last?.until, attested: stretches.first?.attested)
    }
}
