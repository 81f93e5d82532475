import Doors
import Kernel
import Places
import Records
import Statistics
import Web

/// A measure by ward: a map, and the table beside it.
struct ShadedWards {
    private let carried: CarryUp
    private let map: ShadedMapPicture?
    private let request: Request
    /// The upper ends of the fifths that the wards are shaded by.
    private let ends: [Double]

    init(_ carried: CarryUp, map: ShadedMapPicture?, request: Request) {
        (self.carried, self.map, self.request) = (carried, map, request)
        let values = carried.all("ward").compactMap(ShadedWards.shown).sorted()
        ends =
            values.isEmpty
            ? [] : (1...5).map { fifth in values[max(0, min(values.count - 1, values.count * fifth / 5 - 1))] }
    }

    /// A share where there is one, since a map of counts shows mostly where people live.
    private static func shown(_ area: CarryUp.Area) -> Double? { area.percent ?? area.value }

    private var unit: String { carried.areas.contains { $0.percent != nil } ? "%" : "" }

    var svg: SVG? {
        guard let map, !ends.isEmpty else { return nil }
        let byID = Dictionary(carried.all("ward").map { ($0.id, $0) }) { first, _ in first }
        let tones = byID.compactMapValues(Self.shown).mapValues { value in (ends.firstIndex { value <= $0 } ?? 4) + 1 }
        var key: [String] = [], low = carried.all("ward").compactMap(Self.shown).min() ?? 0
        for end in ends {
            key.append("\(figureText(low, places: 1)) to \(figureText(end, places: 1))\(unit)")
            low = end
        }
        let measure = carried.measure, request = request, unit = unit
        return map.svg(
            id: "ward-map", title: "Map: \(measure.title), by ward",
            description:
                "Each ward is numbered, and darker the higher its figure. The table below has the same figures.",
            tones: tones, key: key,
            words: { ward in
                guard let area = byID[ward.id] else { return "no figure" }
                return Self.shown(area).map { "\(figureText($0, places: 1))\(unit)" } ?? "withheld"
            },
            href: { request.link("/places/\($0.id)") })
    }

    var table: HTML {
        let request = request, measure = carried.measure
        let hasPercent = carried.areas.contains { $0.percent != nil }
        var columns: [Column<CarryUp.Area>] = [
            Column("Area") { request.way($0.name, "/places/\($0.id)") },
            .text("Type") { Area.types.label(of: $0.type) },
            Column(measure.carriedUp == .summed ? "Sum" : "Weighted mean", numeric: true) { area in
                guard let value = area.value else { return "Withheld" }
                return measure.carriedUp == .summed ? "\(Int(value.rounded()))" : "\(figureText(value, places: 3))"
            },
        ]
        if hasPercent {
            columns.append(
                Column("Share", numeric: true) { area in
                    "\(area.percent.map { figureText($0, places: 1) + "%" } ?? "Cannot tell")"
                })
            columns.append(.number("People that it is a share of") { $0.people })
        }
        columns.append(
            Column("Small areas", numeric: true) { area in
                area.withFigure == area.smallAreas
                    ? "\(area.smallAreas)" : "\(area.withFigure) of \(area.smallAreas)"
            })
        return GovUK.table(caption: "\(measure.title), \(carried.label), by area", columns, carried.areas)
    }

    var notes: HTML {
        var notes: [HTML] = [
            """
            Carried up from small areas by the look-up to the wards of \(days); shown for the wards and \
            committees' areas of \(carried.wardDay).
            """
        ]
        if let on = carried.peopleOn {
            let isNear: HTML = .when(
                on.year != carried.span.from.year, ", the nearest that are held: those of the figure's own time are not"
            )
            notes.append("Shares are of the people of \(on)\(isNear).")
        }
        if !carried.untold.isEmpty {
            notes.append(
                """
                Cannot tell for \(carried.untold.map(\.name).joined(separator: ", ")): the people of some small area \
                in it are not held, or its sum is past all bounds.
                """)
        }
        if carried.areas.contains(where: { $0.value == nil }) {
            notes.append(
                """
                Sums from 1 to \(CarryUp.smallest - 1) are withheld, and with them others from which they could be \
                worked out.
                """)
        }
        if carried.unplaced > 0 {
            notes.append("\(carried.unplaced) small areas with a figure are not in the look-up, and in no sum.")
        }
        return Pieces.bullets(notes)
    }

    private var days: HTML {
        let from: HTML? = carried.period.from.map { "\($0)" }
        let until: HTML? = carried.period.until.map { " to \($0.adding(days: -1))" }
        return "\(from)\(until)"
    }
}
