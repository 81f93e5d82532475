import Kernel
import Web

/// The map, drawn: wards coloured by wedge and numbered as in the table beside it, with a heavy line round each
/// committee's area.
struct WardMapPicture {
    let map: WardMap
    let id: String
    let title: String
    let description: String
    /// The path of a ward's page; nil when the picture is to be looked at only.
    let href: ((AreaSummary) -> String)?

    private static let width = 720.0, keyHeight = 28.0
    /// As the style sheet's `tc-area--1` to `--5`; in the shapes too, for when the picture is taken away by itself.
    private static let fills = ["#f3f2f1", "#d2e2f1", "#cce2d8", "#fcd6c3", "#dbd5e9", "#fff7bf"]

    /// Nil when no boundary is held for any ward of the day.
    var svg: SVG? {
        guard let projection = Projection(of: map.shapes.map(\.outline), width: Self.width) else { return nil }
        var content = HTML()
        for shape in map.shapes { content += area(shape, projection) }
        content += borders(projection)
        for shape in map.shapes where shape.isMarked { content += number(shape, projection) }
        content += key(from: projection.height + 16)
        let rows = (map.wedges.count + 2) / 3
        let height = projection.height + 24 + Double(rows) * Self.keyHeight
        return SVG(id: id, width: Self.width, height: height, title: title, description: description, content)
    }

    private func area(_ shape: WardMap.Shape, _ projection: Projection) -> HTML {
        let tone = shape.isMarked ? map.tone(of: shape) : 0
        let name: HTML = tone > 0 ? "tc-area tc-area--\(tone)" : "tc-area tc-area--quiet"
        let path: HTML = """
            <path class="\(name)" fill="\(Self.fills[tone])" stroke="#ffffff" stroke-width="1" fill-rule="evenodd"\
             d="\(outline(shape.outline, projection))"><title>\(words(shape))</title></path>

            """
        return href.map { SVG.link($0(shape.ward), label: words(shape), path) } ?? path
    }

    /// `12 Kirkstall, Inner North West, North West wedge`
    private func words(_ shape: WardMap.Shape) -> String {
        let within = [shape.committee?.name ?? "committee not known", shape.wedge?.name].compactMap(\.self)
        return "\(shape.number) \(shape.ward.name), \(within.joined(separator: ", "))"
    }

    private func outline(_ outline: Outline, _ projection: Projection) -> HTML {
        outline.rings.map { ring in "\(line(ring, projection))Z" }.joined()
    }

    private func line(_ points: [Outline.Point], _ projection: Projection) -> HTML {
        var path = HTML()
        for (index, point) in points.enumerated() {
            let place = projection.place(point)
            path += index == 0 ? "M" : "L"
            path += "\(length: place.x) \(length: place.y)"
        }
        return path
    }

    private func borders(_ projection: Projection) -> HTML {
        let lines = Borders(between: map.shapes.map { ($0.outline, $0.committee?.id.text ?? "") }).lines
        let path = lines.map { line($0, projection) }.joined()
        return
            """
            <path class="tc-border" fill="none" stroke="#0b0c0c" stroke-width="2" pointer-events="none" d="\(path)"/>

            """
    }

    private func number(_ shape: WardMap.Shape, _ projection: Projection) -> HTML {
        guard let point = shape.outline.labelPoint else { return .empty }
        let place = projection.place(point)
        return """
            <text class="tc-label tc-label--small" x="\(length: place.x)" y="\(length: place.y + 5)"\
             text-anchor="middle" font-family="sans-serif" font-size="14" pointer-events="none" \
             aria-hidden="true">\(shape.number)</text>

            """
    }

    private func key(from top: Double) -> HTML {
        let items: [HTML] = map.wedges.enumerated().map { index, wedge in
            let x = Double(index % 3) * Self.width / 3, y = top + Double(index / 3) * Self.keyHeight
            let tone = index % 5 + 1
            return """
                <rect class="tc-area tc-area--\(tone)" fill="\(Self.fills[tone])" stroke="#0b0c0c"\
                 x="\(length: x)" y="\(length: y)" width="20" height="20"/>
                <text class="tc-label tc-label--small" x="\(length: x + 28)" y="\(length: y + 15)"\
                 font-family="sans-serif" font-size="14">\(wedge.name)</text>

                """
        }
        return items.joined()
    }
}
