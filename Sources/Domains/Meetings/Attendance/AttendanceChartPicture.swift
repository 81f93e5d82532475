import Kernel
import Web

/// Attendance meeting by meeting, as a line against the lowest acceptable. The table beside it says the same.
struct AttendanceChartPicture {
    let attendance: AttendanceOverTime
    let name: String
    let lowest: Int

    private static let width = 760, height = 220, left = 44, bottom = 28, top = 12

    var html: HTML {
        let sittings = attendance.sittings.suffix(120)
        let points = sittings.enumerated().map { index, sitting in (x(index, of: sittings.count), y(sitting.percent)) }
        let line = points.map { "\($0.0),\($0.1)" }.joined(separator: " ")
        let dots: [HTML] = points.map { "<circle cx=\"\($0.0)\" cy=\"\($0.1)\" r=\"3\" fill=\"#1d70b8\"/>" }
        let scale: [HTML] = [0, 25, 50, 75, 100].map { percent in
            """
            <line x1="\(Self.left)" x2="\(Self.width)" y1="\(y(percent))" y2="\(y(percent))" stroke="#b1b4b6"/>\
            <text x="\(Self.left - 6)" y="\(y(percent) + 4)" text-anchor="end" font-size="12">\(percent)%</text>
            """
        }
        let first = sittings.first.map { "\($0.on.long)" } ?? "", last = sittings.last.map { "\($0.on.long)" } ?? ""
        let foot = Self.height - 8
        return """
            <figure class="tc-picture">
            <svg viewBox="0 0 \(Self.width) \(Self.height)" role="img" aria-label="\(label)" font-family="inherit">
            \(scale)\
            <line x1="\(Self.left)" x2="\(Self.width)" y1="\(y(lowest))" y2="\(y(lowest))" stroke="#d4351c"\
             stroke-width="2" stroke-dasharray="6 4"/>\
            <polyline points="\(line)" fill="none" stroke="#1d70b8" stroke-width="2"/>\(dots)\
            <text x="\(Self.left)" y="\(foot)" font-size="12">\(first)</text>\
            <text x="\(Self.width)" y="\(foot)" text-anchor="end" font-size="12">\(last)</text>
            </svg>
            <figcaption class="govuk-body-s">The share of members who came, meeting by meeting. The dashed line is the\
             lowest acceptable, \(lowest)%.</figcaption>
            </figure>

            """
    }

    private var label: String {
        let below = attendance.sittings.count { $0.percent < lowest }
        return "Attendance of \(name): \(attendance.sittings.count) meetings, \(below) below \(lowest)%"
    }

    private func x(_ index: Int, of count: Int) -> Int {
        let room = Self.width - Self.left - 12
        return Self.left + 8 + (count < 2 ? room / 2 : index * room / (count - 1))
    }

    private func y(_ percent: Int) -> Int {
        Self.top + (100 - percent) * (Self.height - Self.top - Self.bottom) / 100
    }
}
