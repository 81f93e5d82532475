import Doors
import Kernel
import Needs
import Partners
import Statistics
import Web

/// An indicator's figures by ward, the ones that are worst first, with the way to each ward and to its thread.
struct WardFiguresPage {
    let carried: CarriedFigures
    let indicator: Indicator
    let polarity: Polarity
    let request: Request

    var section: HTML {
        let request = request
        let columns: [Column<CarriedFigures.Line>] = [
            Column("Ward") { request.way($0.name, "/places/\($0.area)") },
            Column(carried.unit ?? "Figure", numeric: true) { "\($0.value.words)" },
            Column("Counted", numeric: true) { line in line.numerator.map { "\($0)" } ?? "" },
            Column("Out of", numeric: true) { line in line.denominator.map { "\($0)" } ?? "" },
            Column("Thread") { request.way("Its thread", "/thread/area/\($0.area)", about: "of \($0.name)") },
        ]
        let measure = request.way("its measure", "/measures/\(indicator.measure)#wards")
        let words: HTML = """
            Summed up from small areas, for the wards of \(carried.wardDay.long), of \(carried.label). A map, and how \
            it was done, stand with \(measure).
            """
        let table = GovUK.table(
            caption: "Figures by ward", columns, carried.wards(by: polarity), empty: "none is held.",
            captionHidden: true)
        return Piece.section("wards", "By ward", Piece.paragraph(words) + table)
    }
}

extension CarriedFigures {
    /// The wards, the worst first; where neither way is good, the highest. Those that are withheld come last.
    func wards(by polarity: Polarity) -> [Line] {
        let isHighGood = polarity == .higherIsBetter
        return lines.filter { $0.type == "ward" }.sorted { one, other in
            switch (one.value.amount, other.value.amount) {
            case (let first?, let second?) where first != second: isHighGood ? first < second : first > second
            case (nil, _?): false
            case (_?, nil): true
            default: one.name < other.name
            }
        }
    }
}
