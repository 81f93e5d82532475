// What other rooms may see of this one: areas by name and kind, and how they lay within one another on a day.
public import Kernel
public import Records

/// One area, as other rooms see it.
public struct AreaSummary: Sendable, Hashable {
    public let id: ID<Area>
    public let name: String
    /// One of `Area.types`: `ward`, `committee-area`, `wedge` and so on.
    public let type: String
    /// The GSS code, or a local one.
    public let code: String?
    /// False when no source says that it was there on the day, and none that it was not.
    public let isCertain: Bool

    /// What a page calls its type: `Ward`.
    public var typeWords: String { Area.types.label(of: type) }
}

/// The areas as they lay within one another on one day.
public struct AreaTree: Sendable {
    public let on: Day
    let nodes: [ID<Area>: Node]
    let children: [ID<Area>: [ID<Area>]]

    /// Reads every area there is.
    public init(_ shelf: any Shelf, on day: Day) throws {
        self.init(try shelf.records(of: Area.kind), on: day)
    }

    /// The area; nil when it certainly was not there on the day, or was never heard of.
    public func area(_ id: ID<Area>) -> AreaSummary? { nodes[id]?.summary }

    /// What the area was within, nearest first, up to the city.
    public func ancestors(of id: ID<Area>) -> [AreaSummary] {
        var found: [AreaSummary] = [], at = nodes[id]?.within
        while let next = at, let node = nodes[next], found.count < Self.depthMax {
            found.append(node.summary)
            at = node.within
        }
        return found
    }

    /// What was directly within the area, by type and name.
    public func areas(within id: ID<Area>) -> [AreaSummary] { sorted(children[id, default: []]) }

    /// The wards within the area at any depth, by name; the area itself when it is a ward.
    public func wards(within id: ID<Area>) -> [AreaSummary] {
        if nodes[id]?.summary.type == "ward" { return [nodes[id]?.summary].compactMap(\.self) }
        var wards: [ID<Area>] = [], level = [id]
        for _ in 0..<Self.depthMax where !level.isEmpty {
            level = level.flatMap { children[$0, default: []] }
            wards += level.filter { nodes[$0]?.summary.type == "ward" }
        }
        return sorted(wards)
    }

    /// Every area of a type, by name.
    public func all(_ type: String) -> [AreaSummary] {
        sorted(nodes.values.filter { $0.summary.type == type }.map(\.summary.id))
    }
}
