import Kernel
import Partners
import Web

/// The accountability map, drawn: the top of the lines above, each box a post with what it answers for.
struct MapPicture {
    let graph: MapGraph
    let selection: MapSelection
    /// The post in the middle, marked.
    let focus: String?
    let href: (MapGraph.Node) -> String

    private static let gapX = 16.0, gapY = 116.0, margin = 8.0, functionsMax = 4

    /// Labels stand this many deep between two rows before they are let meet.
    private static let labelRows = 4

    private struct Box {
        let picture: NodePicture
        let x: Double
        let y: Double
        var top: (x: Double, y: Double) { (x + NodePicture.width / 2, y) }
        var foot: (x: Double, y: Double) { (x + NodePicture.width / 2, y + picture.height) }
    }

    /// A row of boxes, and the height it takes.
    private struct Band {
        let row: [Int]
        let top: Double
        let foot: Double
    }

    /// Nil where there is no post to draw.
    var html: HTML? {
        guard !selection.posts.isEmpty else { return nil }
        let rows = MapLayers(selection).rows
        let across = rows.map(\.count).max() ?? 1
        let width = Double(across) * (NodePicture.width + Self.gapX) - Self.gapX + Self.margin * 2
        var boxes: [Int: Box] = [:], y = Self.margin, bands: [Band] = []
        for row in rows {
            let pictures = row.map { node($0) }
            let rowWidth = Double(row.count) * (NodePicture.width + Self.gapX) - Self.gapX
            for (index, post) in row.enumerated() {
                let x = (width - rowWidth) / 2 + Double(index) * (NodePicture.width + Self.gapX)
                boxes[post] = Box(picture: pictures[index], x: x, y: y)
            }
            let height = pictures.map(\.height).max() ?? 0
            bands.append(Band(row: row, top: y, foot: y + height))
            y += height + Self.gapY
        }
        let svg = SVG(
            id: "accountability-map", width: width, height: y - Self.gapY + Self.margin, title: "Accountability map",
            description: "Posts, those they answer to above them. The table beneath says the same.",
            drawing(boxes, bands))
        return "<div class=\"tc-picture--full\">\n\(svg.html)</div>\n"
    }

    private func drawing(_ boxes: [Int: Box], _ bands: [Band]) -> HTML {
        var lines = HTML(), labels = HTML(), shapes = HTML(), used: [Int: Int] = [:], taken: [EdgePicture.Place] = []
        for edge in selection.edges {
            guard let upper = boxes[edge.to], let lower = boxes[edge.from] else { continue }
            // Lines that meet at one box stand a little apart, so that each can be followed.
            let step = Double(used[edge.to, default: 0] % 9 - 4) * 14
            used[edge.to, default: 0] += 1
            let shift = edge.isManagement ? -9.0 : 9.0
            let from = (x: lower.top.x + shift, y: lower.top.y), to = (x: upper.foot.x + step, y: upper.foot.y)
            let picture = Self.edge(edge)
            lines += picture.html(upper: to, lower: from, through: gaps(from: from, to: to, bands, boxes))
            guard !picture.words.isEmpty else { continue }
            // Near the lower box, where lines are furthest apart; two labels on one spot would hide each other.
            let wanted = picture.place(x: from.x * 0.8 + to.x * 0.2, y: from.y - 20)
            let place =
                (0..<Self.labelRows).map { wanted.raised(by: Double($0) * EdgePicture.labelStep) }
                .first { place in !taken.contains { $0.meets(place) } } ?? wanted
            taken.append(place)
            labels += picture.label(at: place)
        }
        for post in bands.flatMap(\.row) { if let box = boxes[post] { shapes += box.picture.html(x: box.x, y: box.y) } }
        return "\(lines)\(shapes)\(labels)"
    }

    /// Where a line that passes rows on its way goes between their boxes: the gap nearest to the straight way, row by
    /// row upwards.
    private func gaps(
        from: (x: Double, y: Double), to: (x: Double, y: Double), _ bands: [Band], _ boxes: [Int: Box]
    ) -> [EdgePicture.Gap] {
        bands.reversed().filter { $0.foot < from.y && $0.top > to.y }.map { band in
            let straight = to.x + (from.x - to.x) * (band.top - to.y) / max(1, from.y - to.y)
            let lefts = band.row.compactMap { boxes[$0]?.x }
            let between =
                lefts.map { $0 - Self.gapX / 2 } + (lefts.last.map { [$0 + NodePicture.width + Self.gapX / 2] } ?? [])
            let x = between.min { abs($0 - straight) < abs($1 - straight) } ?? straight
            return EdgePicture.Gap(x: x, top: band.top, foot: band.foot)
        }
    }

    private static func edge(_ edge: MapGraph.Edge) -> EdgePicture {
        let what = edge.isManagement ? "line management" : "accountability"
        return switch edge.standing {
        case .holds: EdgePicture(look: edge.isManagement ? .solid : .dashed, words: "")
        case .lacking: EdgePicture(look: .problem, words: "no \(what)")
        case .unclear: EdgePicture(look: .problem, words: "\(what) unclear")
        }
    }

    private func node(_ post: Int) -> NodePicture {
        let node = graph.nodes[post]
        var words = [NodePicture.Words(node.organisationName)]
        if node.isVacant { words.append(NodePicture.Words("Vacant", problem: true)) }
        if node.isInterim { words.append(NodePicture.Words("Interim")) }
        for (level, verb) in [("accountable", "Answers for"), ("runs", "Runs"), ("leads", "Leads")] {
            let functions = node.functions(level)
            guard !functions.isEmpty else { continue }
            let more = functions.count > Self.functionsMax ? " and \(functions.count - Self.functionsMax) more" : ""
            words.append(
                NodePicture.Words("\(verb): \(functions.prefix(Self.functionsMax).joined(separator: ", "))\(more)"))
        }
        let contested = node.claims.filter { !$0.contestedBy.isEmpty }
        for claim in contested.prefix(2) {
            words.append(NodePicture.Words("Two answer for \(claim.function.name)", problem: true))
        }
        if let hidden = selection.hidden[post] { words.append(NodePicture.Words("+ \(hidden) more below")) }
        let look: NodePicture.Look =
            !contested.isEmpty ? .problem : node.isVacant ? .vacant : node.id == focus ? .quiet : .plain
        return NodePicture(node.name, words: words, look: look, href: href(node))
    }
}
