import Kernel
import Web

/// A body's attendance as bars, each with the source's own words, and a line at the lowest acceptable share.
struct AttendancePicture {
    let view: AttendanceView
    let name: String

    /// Nil where no figure is held.
    var html: HTML? {
        guard !view.figures.isEmpty else { return nil }
        let bars = view.figures.map { figure in
            // A figure that is only known to be under a number ends short of it, so that 'under 60%' falls below 60.
            BarPicture.Bar(
                figure.when, Double(figure.percent) - (figure.comparator == .under ? 0.1 : 0),
                words: figure.words)
        }
        return BarPicture(
            id: "attendance-picture", title: "Attendance at \(name)",
            description: "Each bar is a share of the members, as a source gives it. The table beneath says the same.",
            bars, full: 100,
            threshold: (
                Double(view.lowest.value),
                "\(view.lowest.value)% \(view.lowest.isLocal ? "agreed locally" : "expected")"
            )
        ).svg.html
    }
}
