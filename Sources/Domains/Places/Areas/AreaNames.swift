import Kernel
import Records

/// The areas that were ever held, by the name they last had.
struct AreaNames: Sendable {
    private let areas: [ID<Area>: AreaSummary]

    init(_ records: [Record]) {
        var areas: [ID<Area>: AreaSummary] = [:]
        for record in records { areas[ID(record.id)] = AreaSummary(record, isCertain: false) }
        self.areas = areas
    }

    subscript(id: ID<Area>) -> AreaSummary? { areas[id] }
    subscript(id: ID<Area>?) -> AreaSummary? { id.flatMap { areas[$0] } }
}
