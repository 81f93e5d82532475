public import Kernel
public import Store
public import Web

/// A map of the wards of a day, each shaded by what another room knows of it. Always beside a table of the same.
public struct ShadedMapPicture: Sendable {
    /// How dark a ward is: 1 the lightest to 5; 0 where there is nothing to show.
    public typealias Tone = Int

    private let map: WardMap
    private static let width = 720.0, keyHeight = 28.0
    private static let fills = ["#f3f2f1", "#d2e2f1", "#8eb8dc", "#5694ca", "#1d70b8", "#12436d"]

    /// The wards, numbered as in their table: in the order of their names.
    public var wards: [(number: Int, ward: AreaSummary)] { map.shapes.map { ($0.number, $0.ward) } }

    /// Reads the wards of a day and their boundaries.
    public init(_ tx: Transaction, on day: Day) throws {
        map = WardMap(AreaTree(try tx.areas(), on: day), outlines: try tx.outlines())
    }

    /// Nil when no boundary is held for any ward of the day.
    /// - Parameters:
    ///   - key: what each tone stands for, the lightest first.
    ///   - words: what is said of a ward, after its number and name.
    public func svg(
        id: String, title: String, description: String, tones: [ID<Area>: Tone], key: [String],
        words: (AreaSummary) -> String, href: (AreaSummary) -> String
    ) -> SVG? {
        guard let projection = Projection(of: map.shapes.map(\.outline), width: Self.width) else { return nil }
        var content = HTML()
        for shape in map.shapes {
            let tone = min(max(0, tones[shape.ward.id] ?? 0), Self.fills.count - 1)
            let said = "\(shape.number) \(shape.ward.name), \(words(shape.ward))"
            let path: HTML = """
                <path fill="\(Self.fills[tone])" stroke="#ffffff" stroke-width="1" fill-rule="evenodd"\
                 d="\(outline(shape.outline, projection))"><title>\(said)</title></path>

                """
            content += SVG.link(href(shape.ward), label: said, path)
        }
        for shape in map.shapes { content += number(shape, tones[shape.ward.id] ?? 0, projection) }
        content += self.key(key, from: projection.height + 16)
        let rows = (key.count + 1) / 2
        let height = projection.height + 24 + Double(rows) * Self.keyHeight
        return SVG(id: id, width: Self.width, height: height, title: title, description: description, content)
    }

    private func outline(_ outline: Outline, _ projection: Projection) -> HTML {
        let rings: [HTML] = outline.rings.map { ring in
            var path = HTML()
            for (index, point) in ring.enumerated() {
                let place = projection.place(point)
                path += index == 0 ? "M" : "L"
                path += "\(length: place.x) \(length: place.y)"
            }
            return "\(path)Z"
        }
        return rings.joined()
    }

    private func number(_ shape: WardMap.Shape, _ tone: Tone, _ projection: Projection) -> HTML {
        guard let point = shape.outline.labelPoint else { return .empty }
        let place = projection.place(point), fill = tone >= 3 ? "#ffffff" : "#0b0c0c"
        return """
            <text x="\(length: place.x)" y="\(length: place.y + 5)" fill="\(fill)" text-anchor="middle"\
             font-family="sans-serif" font-size="14" pointer-events="none" aria-hidden="true">\(shape.number)</text>

            """
    }

    private func key(_ words: [String], from top: Double) -> HTML {
        let items: [HTML] = words.enumerated().map { index, words in
            let x = Double(index % 2) * Self.width / 2, y = top + Double(index / 2) * Self.keyHeight
            return """
                <rect fill="\(Self.fills[min(index + 1, Self.fills.count - 1)])" stroke="#0b0c0c"\
                 x="\(length: x)" y="\(length: y)" width="20" height="20"/>
                <text class="tc-label tc-label--small" x="\(length: x + 28)" y="\(length: y + 15)"\
                 font-family="sans-serif" font-size="14">\(words)</text>

                """
        }
        return items.joined()
    }
}
