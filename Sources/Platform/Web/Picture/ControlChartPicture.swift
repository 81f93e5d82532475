/// A series over time with its centre and its limits: points that chance alone would seldom bring are marked by their
/// shape as well as by their colour, and a gap is a gap.
public struct ControlChartPicture: Sendable {
    /// What a point says. Each has a shape of its own.
    public enum Mark: String, Sendable, CaseIterable {
        case common, improvement, concern, change

        var words: String {
            switch self {
            case .common: "Chance alone"
            case .improvement: "Improvement"
            case .concern: "Concern"
            case .change: "Change"
            }
        }
    }

    /// One period. What is not known is nil, and is not drawn.
    public struct Point: Sendable {
        let label: String
        let value: Double?
        let centre: Double?
        let lower: Double?
        let upper: Double?
        let mark: Mark
        let words: String
        let begins: String?

        /// - Parameters:
        ///   - words: the figure as a person would say it, with what is to be said of the point.
        ///   - begins: why the limits begin anew here; nil where they go on.
        public init(
            _ label: String, _ value: Double?, centre: Double? = nil, lower: Double? = nil, upper: Double? = nil,
            mark: Mark = .common, words: String, begins: String? = nil
        ) {
            self.label = label
            self.value = value
            self.centre = centre
            self.lower = lower
            self.upper = upper
            self.mark = mark
            self.words = words
            self.begins = begins
        }
    }

    let id: String
    let title: String
    let description: String
    let points: [Point]
    let target: (amount: Double, words: String)?

    /// - Parameter target: where its line stands, and what it says.
    public init(
        id: String, title: String, description: String, _ points: [Point],
        target: (amount: Double, words: String)? = nil
    ) {
        self.id = id
        self.title = title
        self.description = description
        self.points = points
        self.target = target
    }

    static let width = 760.0, height = 360.0, left = 64.0, right = 24.0, top = 28.0, bottom = 76.0
    /// So many periods are named below the picture at most; all of them are in its table.
    static let labelsMax = 10

    public var svg: SVG {
        let scale = ChartScale(points, target: target?.amount)
        var content = grid(scale)
        content += lines(scale)
        if let target {
            let y = scale.y(target.amount)
            content += SVG.line(
                x1: Self.left, y1: y, x2: Self.width - Self.right, y2: y, class: "tc-threshold", title: target.words)
            content += SVG.text(
                target.words, x: Self.width - Self.right, y: y - 5, anchor: .end, class: "tc-label tc-label--small")
        }
        content += begins(scale)
        for (index, point) in points.enumerated() {
            guard let value = point.value else { continue }
            content += Self.shape(
                point.mark, x: scale.x(index), y: scale.y(value), title: "\(point.label): \(point.words)")
        }
        content += legend
        return SVG(
            id: id, width: Self.width, height: Self.height, title: title, description: description, content)
    }

    // MARK: Parts

    private func grid(_ scale: ChartScale) -> HTML {
        var grid = HTML()
        for tick in scale.ticks {
            let y = scale.y(tick)
            grid += SVG.line(x1: Self.left, y1: y, x2: Self.width - Self.right, y2: y, class: "tc-grid")
            grid += SVG.text(
                scale.words(tick), x: Self.left - 8, y: y + 5, anchor: .end, class: "tc-label tc-label--small")
        }
        let every = max(1, (points.count + Self.labelsMax - 1) / Self.labelsMax)
        for (index, point) in points.enumerated() where index.isMultiple(of: every) {
            grid += SVG.text(
                point.label, x: scale.x(index), y: Self.height - Self.bottom + 20, anchor: .middle,
                class: "tc-label tc-label--small")
        }
        return grid
    }

    private func lines(_ scale: ChartScale) -> HTML {
        // A phase's lines stop where the next begins: they are two processes.
        let isBreak = points.map { $0.begins != nil }
        return SVG.path(scale.outline(points.map(\.upper), breaks: isBreak), class: "tc-line tc-line--dashed")
            + SVG.path(scale.outline(points.map(\.lower), breaks: isBreak), class: "tc-line tc-line--dashed")
            + SVG.path(scale.outline(points.map(\.centre), breaks: isBreak), class: "tc-line")
            + SVG.path(scale.outline(points.map(\.value), breaks: nil), class: "tc-series")
    }

    private func begins(_ scale: ChartScale) -> HTML {
        var marks = HTML()
        for (index, point) in points.enumerated() {
            guard let why = point.begins else { continue }
            let x = (scale.x(index) + scale.x(max(0, index - 1))) / 2
            marks += SVG.line(
                x1: x, y1: Self.top, x2: x, y2: Self.height - Self.bottom, class: "tc-line", title: why)
            marks += SVG.text(
                "Limits begin anew", x: x + 4, y: Self.top - 8, class: "tc-label tc-label--small")
        }
        return marks
    }

    private var legend: HTML {
        var legend = HTML(), x = Self.left
        for mark in Mark.allCases where points.contains(where: { $0.mark == mark && $0.value != nil }) {
            legend += Self.shape(mark, x: x, y: Self.height - 22, title: nil)
            legend += SVG.text(mark.words, x: x + 12, y: Self.height - 17, class: "tc-label tc-label--small")
            x += 150
        }
        return legend
    }

    /// A ring, a diamond, a square or a triangle, all about as large.
    private static func shape(_ mark: Mark, x: Double, y: Double, title: String?) -> HTML {
        func at(_ dx: Double, _ dy: Double) -> String { "\(tenths(x + dx)) \(tenths(y + dy))" }
        let outline =
            switch mark {
            case .common: "M\(at(-4, 0))a4 4 0 1 0 8 0a4 4 0 1 0 -8 0Z"
            case .improvement: "M\(at(0, -7))L\(at(7, 0))L\(at(0, 7))L\(at(-7, 0))Z"
            case .concern: "M\(at(-5.5, -5.5))h11v11h-11Z"
            case .change: "M\(at(0, -7))L\(at(7, 6))L\(at(-7, 6))Z"
            }
        return SVG.path(outline, class: "tc-point tc-point--\(mark.rawValue)", title: title)
    }
}

/// A length to a tenth, for an outline.
func tenths(_ length: Double) -> String {
    let html: HTML = "\(length: length)"
    return html.string
}
