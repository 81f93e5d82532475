import Arrangements
import Doors
import Kernel
import Partners
import Web

/// The golden thread drawn: a column for each step from the outcome to the evidence, a line for each link.
struct ThreadPicture {
    let thread: GoldenThread
    /// What the check finds about the things on it.
    let findings: [Finding]
    let href: (Subject) -> String

    private static let gapX = 84.0, gapY = 18.0, top = 40.0, margin = 10.0, drawnMax = 80

    /// A box and where it stands.
    private struct Box {
        let node: NodePicture
        let x: Double
        let y: Double
        var left: (x: Double, y: Double) { (x, y + node.height / 2) }
        var right: (x: Double, y: Double) { (x + NodePicture.width, y + node.height / 2) }
    }

    /// What is drawn: the start and what is nearest to it, in the order of the thread.
    var drawn: [ThreadLink.End] {
        let nearest = thread.ends.enumerated().sorted { one, other in
            (thread.steps[one.element.subject.id] ?? .max, one.offset)
                < (thread.steps[other.element.subject.id] ?? .max, other.offset)
        }
        return nearest.prefix(Self.drawnMax).sorted { $0.offset < $1.offset }.map(\.element)
    }

    var svg: SVG {
        let drawn = self.drawn, leftOut = thread.ends.count - drawn.count
        // Said in the drawing itself, for whoever has no table beside it.
        let are = leftOut == 1 ? "is" : "are"
        let more = leftOut == 0 ? "" : "\(Words.count(leftOut, "thing")) farther from the start \(are) not drawn."
        let levels = ThreadLevel.allCases.filter { level in drawn.contains { $0.level == level } }
        var boxes: [String: Box] = [:], content = HTML(), foot = Self.top
        for (column, level) in levels.enumerated() {
            let x = Self.margin + Double(column) * (NodePicture.width + Self.gapX)
            var y = Self.top
            content += SVG.text(level.words, x: x, y: Self.top - 16, class: "tc-label tc-label--strong")
            for end in drawn where end.level == level {
                let node = NodePicture(
                    end.subject.name, words: words(end), look: look(end), href: href(end.subject))
                boxes[end.subject.id] = Box(node: node, x: x, y: y)
                y += node.height + Self.gapY
            }
            foot = max(foot, y)
        }
        var lines = HTML()
        for link in thread.links {
            guard let from = boxes[link.from.subject.id], let to = boxes[link.to.subject.id] else { continue }
            lines += line(from, to, link)
        }
        for end in drawn {
            if let box = boxes[end.subject.id] { content += box.node.html(x: box.x, y: box.y) }
        }
        if !more.isEmpty {
            content += SVG.text(more, x: Self.margin, y: foot + 14, class: "tc-label")
            foot += 24
        }
        let width = Double(levels.count) * (NodePicture.width + Self.gapX) - Self.gapX + Self.margin * 2
        return SVG(
            id: "thread-picture", width: width, height: foot + Self.margin,
            title: "The thread of \(thread.start.subject.name)",
            description: """
                A column for each step from the outcome to the evidence. \
                \(more.isEmpty ? "The table below says the same." : "\(more) The table below has them all.")
                """,
            lines + content)
    }

    private func words(_ end: ThreadLink.End) -> [NodePicture.Words] {
        var words: [NodePicture.Words] = []
        if end.subject.id == thread.start.subject.id { words.append(NodePicture.Words("you are here")) }
        switch worst(end) {
        case .error?, .warning?: words.append(NodePicture.Words("something is wrong", problem: true))
        case .cannotTell?: words.append(NodePicture.Words("something cannot be told"))
        case nil: break
        }
        return words
    }

    /// The worst that is found about a thing; nil when nothing is.
    private func worst(_ end: ThreadLink.End) -> Severity? {
        let found = Set(findings.filter { $0.subject.id == end.subject.id }.map(\.severity))
        return Severity.allCases.first(where: found.contains)
    }

    private func look(_ end: ThreadLink.End) -> NodePicture.Look {
        switch worst(end) {
        case .error?, .warning?: .problem
        case .cannotTell?: .vacant
        case nil: end.subject.id == thread.start.subject.id ? .quiet : .plain
        }
    }

    /// From the right of one to the left of the other; within one column, out and back on its left side.
    private func line(_ from: Box, _ to: Box, _ link: ThreadLink) -> HTML {
        let start = from.x == to.x ? from.left : from.right, end = to.left
        let bend = from.x == to.x ? -40.0 : (end.x - start.x) / 2
        let bendBack = from.x == to.x ? -40.0 : -bend
        let path = """
            M\(number(start.x)) \(number(start.y))C\(number(start.x + bend)) \(number(start.y)) \
            \(number(end.x + bendBack)) \(number(end.y)) \(number(end.x)) \(number(end.y))
            """
        let title = "\(link.from.subject.name) \(link.what) \(link.to.subject.name)"
        return SVG.path(path, class: "tc-line", title: title)
    }

    private func number(_ length: Double) -> String { String(Int(length.rounded())) }
}
