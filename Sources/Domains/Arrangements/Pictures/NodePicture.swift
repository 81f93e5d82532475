public import Web

/// One box of a drawing of posts or bodies: its name, some lines of words, and where it leads.
public struct NodePicture {
    /// How the box looks, which the words in it say as well.
    public enum Look { case plain, quiet, vacant, problem }

    /// A line of words under the name.
    public struct Words: Sendable {
        let text: String
        let isProblem: Bool

        public init(_ text: String, problem: Bool = false) {
            self.text = text
            isProblem = problem
        }
    }

    let name: String
    let words: [Words]
    let look: Look
    let href: String?

    public static let width = 212.0
    private static let lineHeight = 17.0, padding = 10.0, charactersOfName = 23, charactersOfWords = 29,
        charactersOfProblem = 22

    public init(_ name: String, words: [Words] = [], look: Look = .plain, href: String? = nil) {
        self.name = name
        self.words = words
        self.look = look
        self.href = href
    }

    private var nameLines: [String] { Self.wrap(name, at: Self.charactersOfName, linesMax: 3) }

    private var wordLines: [Words] {
        words.flatMap { words in
            Self.wrap(words.text, at: words.isProblem ? Self.charactersOfProblem : Self.charactersOfWords, linesMax: 2)
                .map { Words($0, problem: words.isProblem) }
        }
    }

    public var height: Double { Double(nameLines.count + wordLines.count) * Self.lineHeight + Self.padding * 2 }

    /// The box with its top left corner at a point.
    public func html(x: Double, y: Double) -> HTML {
        var shapes = SVG.rect(x: x, y: y, width: Self.width, height: height, class: boxClass)
        var baseline = y + Self.padding + 12
        for line in nameLines {
            shapes += SVG.text(
                line, x: x + Self.padding, y: baseline, class: "tc-label tc-label--small tc-label--strong")
            baseline += Self.lineHeight
        }
        for line in wordLines {
            let quiet =
                line.isProblem
                ? "tc-label tc-label--small tc-label--problem" : "tc-label tc-label--small tc-label--quiet"
            shapes += SVG.text(line.text, x: x + Self.padding, y: baseline, class: quiet)
            baseline += Self.lineHeight
        }
        return href.map { SVG.link($0, label: ([name] + words.map(\.text)).joined(separator: ": "), shapes) } ?? shapes
    }

    private var boxClass: String {
        switch look {
        case .plain: "tc-box"
        case .quiet: "tc-box tc-box--quiet"
        case .vacant: "tc-box tc-box--vacant"
        case .problem: "tc-box tc-box--problem"
        }
    }

    /// Words broken between words into lines of at most so many characters; what does not fit ends in an ellipsis.
    public static func wrap(_ text: String, at length: Int, linesMax: Int) -> [String] {
        var lines: [String] = [], line = ""
        for word in text.split(separator: " ") {
            if line.isEmpty {
                line = String(word)
            } else if line.count + 1 + word.count <= length {
                line += " " + word
            } else {
                lines.append(line)
                line = String(word)
            }
        }
        if !line.isEmpty { lines.append(line) }
        guard lines.count > linesMax else { return lines.map { cut($0, at: length) } }
        let last = lines[(linesMax - 1)...].joined(separator: " ")
        return lines.prefix(linesMax - 1).map { cut($0, at: length) } + [cut(last, at: length)]
    }

    private static func cut(_ line: String, at length: Int) -> String {
        line.count <= length ? line : line.prefix(length - 1) + "…"
    }
}

/// How a line between two boxes is drawn. The words on it say the same as its look.
struct EdgePicture {
    /// Line management is solid, accountability and reporting are dashed; what is lacking or unclear is marked in
    /// words.
    enum Look { case solid, dashed, problem }

    let look: Look
    /// Set on the middle of the line; empty where the look needs no words.
    let words: String

    var lineClass: String {
        switch look {
        case .solid: "tc-line tc-line--strong"
        case .dashed: "tc-line tc-line--dashed"
        case .problem: "tc-line tc-line--problem tc-line--dashed"
        }
    }

    /// A gap between two boxes of a row that a line passes on its way up: where, and the row's own top and foot.
    struct Gap {
        let x: Double
        let top: Double
        let foot: Double
    }

    /// A curve from the top of the lower box to the foot of the upper, through gaps, with an arrow at the upper: the
    /// lower
    /// answers to it.
    func html(upper: (x: Double, y: Double), lower: (x: Double, y: Double), through gaps: [Gap] = []) -> HTML {
        var path = "M\(number(lower.x)) \(number(lower.y))", at = lower
        for gap in gaps {
            path += curve(from: at, to: (gap.x, gap.foot)) + "L\(number(gap.x)) \(number(gap.top))"
            at = (gap.x, gap.top)
        }
        path += curve(from: at, to: (upper.x, upper.y + 7))
        let head = "M\(number(upper.x)) \(number(upper.y))l-5 9h10z"
        return SVG.path(path, class: lineClass)
            + SVG.path(head, class: look == .problem ? "tc-arrow tc-arrow--problem" : "tc-arrow")
    }

    private func curve(from start: (x: Double, y: Double), to end: (x: Double, y: Double)) -> String {
        let bend = (start.y - end.y) / 2
        return
            """
            C\(number(start.x)) \(number(start.y - bend)) \(number(end.x)) \(number(end.y + bend)) \
            \(number(end.x)) \(number(end.y))
            """
    }

    /// Where the words of a line stand: the middle of their box, and how wide it is.
    struct Place {
        let x: Double
        let y: Double
        let width: Double

        func raised(by height: Double) -> Place { Place(x: x, y: y - height, width: width) }

        func meets(_ other: Place) -> Bool {
            abs(x - other.x) < (width + other.width) / 2 + 4 && abs(y - other.y) < EdgePicture.labelStep
        }
    }

    static let labelStep = 22.0

    func place(x: Double, y: Double) -> Place { Place(x: x, y: y, width: Double(words.count) * 9 + 12) }

    /// The words, in a box of their own so that lines do not cross them out.
    func label(at place: Place) -> HTML {
        guard !words.isEmpty else { return .empty }
        return SVG.rect(x: place.x - place.width / 2, y: place.y - 11, width: place.width, height: 20, class: "tc-note")
            + SVG.text(
                words, x: place.x, y: place.y + 4, anchor: .middle, class: "tc-label tc-label--small tc-label--problem")
    }

    private func number(_ length: Double) -> String { String(Int(length.rounded())) }
}
