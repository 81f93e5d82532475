import Doors
import Kernel
import Statistics
import Web

/// The gap between two groups, or two places, over time: two series side by side, and whether they came closer.
struct GapPage {
    /// One of the two.
    struct Side: Sendable {
        let measure: Measure
        let place: StatisticalArea
        var part = Breakdown.all
        let observations: [Observation]

        var words: String { "\(measure.title), \(place.name)\(part == .all ? "" : ", \(part.text)")" }
    }

    /// A time that both have a figure of.
    struct Time: Sendable {
        let label: String
        let one: Observation
        let other: Observation
        let gap: Gap
    }

    let one: Side
    let other: Side
    let request: Request

    var page: Page {
        Page(
            title: "Gap: \(one.measure.title)", caption: "\(one.words) against \(other.words)",
            breadcrumbs: [
                Link("Home", request.link("/")), Link("Needs", request.link("/needs")),
                Link(one.measure.title, request.link("/measures/\(one.measure.id)?place=\(one.place.code)")),
            ],
            body: "\(verdict)\(table)")
    }

    /// First to last.
    var times: [Time] {
        let theirs = Dictionary(other.observations.map { ($0.span, $0) }) { $1 }
        return one.observations.compactMap { own in
            guard let other = theirs[own.span],
                let gap = Gap(
                    of: own.value.amount?.double, against: other.value.amount?.double,
                    by: one.measure.statisticalPolarity)
            else { return nil }
            return Time(label: own.label, one: own, other: other, gap: gap)
        }
    }

    /// How many decimal places a gap is shown with.
    private var places: Int { one.measure.places(beside: one.observations.last?.value) }

    private var verdict: HTML {
        let times = times, places = places
        guard times.count >= Comparison.timesMin, let first = times.first, let last = times.last,
            let change = GapChange(from: first.gap, to: last.gap, places: places)
        else {
            return Pieces.paragraph(
                "Whether the gap is narrowing cannot be told: fewer than \(Comparison.timesMin) times have both."
            )
        }
        let from = figureText(abs(first.gap.size), places: places), to = figureText(abs(last.gap.size), places: places)
        switch change {
        case .narrowed: return Pieces.paragraph("Narrowed, from \(from) in \(first.label) to \(to) in \(last.label).")
        case .widened: return Pieces.paragraph("Widened, from \(from) in \(first.label) to \(to) in \(last.label).")
        case .same: return Pieces.paragraph("The same in \(last.label) as in \(first.label): \(to).")
        }
    }

    private var table: HTML {
        let one = one, other = other, places = places
        let columns: [Column<Time>] = [
            .text("Time") { $0.label },
            Column(one.words, numeric: true) { Pieces.figure($0.one, of: one.measure) },
            Column(other.words, numeric: true) { Pieces.figure($0.other, of: other.measure) },
            Column("Gap") { Pieces.gap($0.gap, places: places) },
        ]
        return GovUK.table(caption: "Both, and the gap between them", columns, times, empty: "no time has both.")
    }
}
