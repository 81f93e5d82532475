import Doors
import Kernel
import Partners
import Web

/// A body, where it reports, and who reports to it. A line that is lacking or unclear says so.
struct BodyLinesPicture {
    let view: BodyView
    let request: Request

    /// Boxes in one row; the rest are in the table.
    private static let rowMax = 5
    private static let gap = 26.0, rowGap = 74.0, margin = 6.0, widthMin = 640.0

    /// Nil where there is nothing to draw.
    var html: HTML? {
        let up = Array(view.lines.up.prefix(Self.rowMax)), down = Array(view.lines.down.prefix(Self.rowMax))
        guard !up.isEmpty || !down.isEmpty else { return nil }
        let boxesUp = up.map { node($0.to) }, boxesDown = down.map { node($0.from) }
        let own = NodePicture(
            view.body.name, words: [NodePicture.Words(Body.types.label(of: view.body.type))], look: .quiet)
        let across = max(1, up.count, down.count)
        // A picture narrower than this would be blown up to it.
        let width = max(Self.widthMin, Double(across) * (NodePicture.width + Self.gap) - Self.gap + Self.margin * 2)
        let topHeight = boxesUp.map(\.height).max() ?? 0
        let ownY = up.isEmpty ? Self.margin : Self.margin + topHeight + Self.rowGap
        let downY = ownY + own.height + Self.rowGap
        let height =
            down.isEmpty ? ownY + own.height + Self.margin : downY + (boxesDown.map(\.height).max() ?? 0) + Self.margin
        let ownX = (width - NodePicture.width) / 2, middle = width / 2
        var lines = HTML(), boxes = HTML(), labels = HTML()
        for (index, row) in up.enumerated() {
            let x = left(index, of: up.count, width), box = boxesUp[index], edge = edge(row.line)
            let top = Self.margin + topHeight - box.height
            boxes += box.html(x: x, y: top)
            lines += edge.html(upper: (x + NodePicture.width / 2, top + box.height), lower: (middle, ownY))
            let at = edge.place(
                x: (x + NodePicture.width / 2 + middle) / 2, y: (Self.margin + topHeight + ownY) / 2)
            labels += edge.label(at: at)
        }
        for (index, row) in down.enumerated() {
            let x = left(index, of: down.count, width), edge = edge(row.line)
            boxes += boxesDown[index].html(x: x, y: downY)
            lines += edge.html(upper: (middle, ownY + own.height), lower: (x + NodePicture.width / 2, downY))
            let at = edge.place(x: (x + NodePicture.width / 2 + middle) / 2, y: (ownY + own.height + downY) / 2)
            labels += edge.label(at: at)
        }
        boxes += own.html(x: ownX, y: ownY)
        return SVG(
            id: "lines-picture", width: width, height: height, title: "Reporting lines of \(view.body.name)",
            description: "Where it reports stands above it, who reports to it below. The tables beneath say the same.",
            "\(lines)\(boxes)\(labels)"
        ).html
    }

    private func left(_ index: Int, of count: Int, _ width: Double) -> Double {
        let row = Double(count) * (NodePicture.width + Self.gap) - Self.gap
        return (width - row) / 2 + Double(index) * (NodePicture.width + Self.gap)
    }

    private func node(_ subject: Subject?) -> NodePicture {
        guard let subject else { return NodePicture("Nobody can say where", look: .problem) }
        return NodePicture(subject.name, href: request.link(Piece.path(subject.kind, subject.id)))
    }

    private func edge(_ line: ReportingLine) -> EdgePicture {
        if line.record.provenance == .proposed { return EdgePicture(look: .problem, words: "proposed") }
        return switch line.record.standing {
        case .holds:
            EdgePicture(
                look: .dashed,
                words: line.type == "reports" ? "" : ReportingLine.types.label(of: line.type).lowercased())
        case .lacking: EdgePicture(look: .problem, words: "said to be lacking")
        case .unclear: EdgePicture(look: .problem, words: "said to be unclear")
        }
    }
}
