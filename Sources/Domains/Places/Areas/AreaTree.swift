import Kernel
import Records

extension AreaTree {
    /// One area on the day, and what it was within.
    struct Node: Sendable {
        let summary: AreaSummary
        let within: ID<Area>?
        let record: Record
    }

    /// More levels than there are types: what is deeper goes in a circle.
    static let depthMax = 8

    init(_ records: [Record], on day: Day) {
        on = day
        var nodes: [ID<Area>: Node] = [:], children: [ID<Area>: [ID<Area>]] = [:]
        for record in records {
            let held = record.period.held(on: day), id = ID<Area>(record.id)
            // Two versions never hold on one day; a version that may have held gives way to one that did.
            guard held == .yes || (held == .unknown && nodes[id] == nil) else { continue }
            nodes[id] = Node(
                summary: AreaSummary(record, isCertain: held == .yes), within: record.id("within"), record: record)
        }
        for (id, node) in nodes {
            if let within = node.within, nodes[within] != nil { children[within, default: []].append(id) }
        }
        (self.nodes, self.children) = (nodes, children)
    }

    func sorted(_ areas: [ID<Area>]) -> [AreaSummary] {
        areas.compactMap { nodes[$0]?.summary }.sorted {
            (Area.rank($0.type), $0.name, $0.id.text) < (Area.rank($1.type), $1.name, $1.id.text)
        }
    }

    /// The nearest area of a type that this one is within.
    func ancestor(_ type: String, of id: ID<Area>) -> AreaSummary? { ancestors(of: id).first { $0.type == type } }
}

extension AreaSummary {
    init(_ record: Record, isCertain: Bool) {
        let area = Area(record)
        self.init(id: area.id, name: area.name, type: area.type, code: area.code, isCertain: isCertain)
    }
}

extension Area {
    /// Its type within a sentence: `area committee's area`.
    var typeWords: String { Area.types.label(of: type).lowercased() }

    /// How far down the map a type is: an area lies only within one of a lower rank.
    static func rank(_ type: String) -> Int {
        switch type {
        case "city": 0
        case "wedge": 1
        case "committee-area": 2
        case "ward": 3
        default: 4
        }
    }
}
