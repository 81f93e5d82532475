import Foundation
import Kernel

/// Every area of a day: the body of `GET /api/v1/areas`.
struct AreasJSON: Encodable {
    let on: Day
    let areas: [AreaLineJSON]

    init(_ tree: AreaTree) {
        on = tree.on
        areas = Area.types.flatMap { tree.all($0.value) }.map { AreaLineJSON($0, in: tree) }
    }
}

/// One area in a list.
struct AreaLineJSON: Encodable {
    let id: ID<Area>
    let name: String
    let type: String
    let code: String?
    let within: ID<Area>?
    /// False when no source says that it was there on the day, and none that it was not.
    let certain: Bool

    init(_ area: AreaSummary, in tree: AreaTree) {
        (id, name, type, code, certain) = (area.id, area.name, area.type, area.code, area.isCertain)
        within = tree.nodes[area.id]?.within
    }
}

/// One area in full: the body of `GET /api/v1/areas/{area}`.
struct AreaJSON: Encodable {
    /// The area for a stretch of its life.
    struct Version: Encodable {
        let within: String?
        let from: Day?
        let until: Day?
        let asAt: Day?
        let sources: [String]
        let note: String?

        enum CodingKeys: String, CodingKey {
            case within, from, until, sources, note
            case asAt = "as-at"
        }
    }

    /// People of an age band on a day.
    struct Band: Encodable {
        let ages: String
        let persons: Int
    }

    /// The people of the area on one day.
    struct People: Encodable {
        let on: Day
        let source: String
        let bands: [Band]
    }

    let on: Day
    let id: ID<Area>
    let name: String
    let type: String
    let code: String?
    /// `yes`, `no` or `unknown`: whether it was there on the day.
    let held: String
    /// What it was within, nearest first.
    let ancestors: [AreaLineJSON]
    let areas: [AreaLineJSON]
    let versions: [Version]
    /// For each day on which figures are held; never the day asked about unless it is one of them.
    let populations: [People]
    let settings: [SettingTallyJSON]

    init(_ view: AreaView) {
        let tree = view.tree
        (on, id, name, type, code) = (tree.on, view.id, view.area.name, view.area.type, view.area.code)
        held =
            switch view.held {
            case .yes: "yes"
            case .no: "no"
            case .unknown: "unknown"
            }
        ancestors = view.ancestors.map { AreaLineJSON($0, in: tree) }
        areas = view.children.map { AreaLineJSON($0, in: tree) }
        versions = view.history.map { stretch in
            let record = stretch.record, period = record.period
            return Version(
                within: record.text("within"), from: period.from, until: period.until, asAt: period.attested,
                sources: record.sources.map(\.description), note: record.note)
        }
        populations = view.population.counts.map { count in
            People(
                on: count.day, source: count.title,
                bands: AgeBand.all.map { Band(ages: $0.words, persons: count.total($0)) })
        }
        settings = view.tally.rows.map(SettingTallyJSON.init)
    }
}

extension Encodable {
    /// The value as JSON, its keys in order, so that one value is always the same bytes.
    func jsonBytes() throws -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return Array(try encoder.encode(self))
    }
}
