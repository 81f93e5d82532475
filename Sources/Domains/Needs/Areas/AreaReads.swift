import Places
import Records
public import Store

extension Transaction {
    /// A statistical area that some figure is of; nil when there is none of the code.
    public func statisticalArea(_ code: PlaceCode) throws -> StatisticalArea? { try statisticalAreas([code])[code] }

    /// The same of many at once.
    public func statisticalAreas(_ codes: [PlaceCode]) throws -> [PlaceCode: StatisticalArea] {
        var found: [PlaceCode: StatisticalArea] = [:]
        try each("SELECT code, name, level, old_code, within FROM needs_area WHERE code IN \(list: codes.map(\.text))")
        {
            let area = StatisticalArea($0)
            found[area.code] = area
        }
        return found
    }

    /// Those of the codes that are of no place that figures are published for, and of none of the city's own.
    public func unknownPlaces(among codes: [PlaceCode]) throws -> [PlaceCode] {
        let known = try statisticalAreas(codes)
        return try codes.filter { code in
            guard known[code] == nil else { return false }
            return try areasShelf.records(of: Area.kind, where: "code", is: code.text).isEmpty
                && areasShelf.versions(of: code.text).isEmpty
        }
    }

    /// The statistical neighbours of an authority, the nearest first; of the newest edition that has any, when none is
    /// named.
    public func neighbours(of area: PlaceCode, edition: String? = nil) throws -> Neighbours? {
        let newest = try one("SELECT MAX(edition) FROM needs_neighbour WHERE area = \(area.text)")?.optionalText(0)
        guard let edition = edition ?? newest else { return nil }
        let codes = try rows(
            """
            SELECT neighbour FROM needs_neighbour WHERE edition = \(edition) AND area = \(area.text) ORDER BY place
            """
        ).map { PlaceCode($0.text(0)) }
        return codes.isEmpty ? nil : Neighbours(of: area, edition: edition, codes: codes)
    }
}

/// The authorities that are most like one, as the Department for Education works it out.
public struct Neighbours: Hashable, Sendable {
    public let area: PlaceCode
    /// `2021-04`: when the set was made.
    public let edition: String
    /// The nearest first.
    public let codes: [PlaceCode]

    init(of area: PlaceCode, edition: String, codes: [PlaceCode]) {
        (self.area, self.edition, self.codes) = (area, edition, codes)
    }
}

extension StatisticalArea {
    init(_ row: Row) {
        self.init(
            code: PlaceCode(row.text(0)), name: row.text(1), level: Level(rawValue: row.text(2)) ?? .other,
            oldCode: row.optionalText(3), within: row.optionalText(4).map { PlaceCode($0) })
    }
}

extension Transaction {
    /// The areas that Places holds.
    var areasShelf: RecordShelf { RecordShelf(self, NeedsKinds.places) }
}

extension NeedsKinds {
    static let places = Registry(PlacesKinds.all)
}
