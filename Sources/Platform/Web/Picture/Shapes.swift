extension SVG {
    /// Which side of its point a text stands on.
    public enum Anchor: String, Sendable { case start, middle, end }

    /// A rectangle. `class` names are of the style sheet: `tc-bar`, `tc-bar--low`, `tc-box`.
    public static func rect(
        x: Double, y: Double, width: Double, height: Double, class name: String = "tc-box", title: String? = nil
    ) -> HTML {
        let title: HTML? = title.map { "<title>\($0)</title>" }
        return """
            <rect class="\(name)" x="\(length: x)" y="\(length: y)" width="\(length: max(0, width))"\
             height="\(length: max(0, height))">\(title)</rect>

            """
    }

    /// A straight line.
    public static func line(
        x1: Double, y1: Double, x2: Double, y2: Double, class name: String = "tc-line", title: String? = nil
    ) -> HTML {
        let title: HTML? = title.map { "<title>\($0)</title>" }
        return """
            <line class="\(name)" x1="\(length: x1)" y1="\(length: y1)"\
             x2="\(length: x2)" y2="\(length: y2)">\(title)</line>

            """
    }

    /// One line of words, standing on its `y`.
    public static func text(
        _ words: String, x: Double, y: Double, anchor: Anchor = .start, class name: String = "tc-label"
    ) -> HTML {
        """
        <text class="\(name)" x="\(length: x)" y="\(length: y)" text-anchor="\(anchor.rawValue)">\(words)</text>

        """
    }

    /// A shape of any outline, in SVG's path language (`M0 0L10 0L10 10Z`).
    public static func path(_ outline: String, class name: String = "tc-area", title: String? = nil) -> HTML {
        let title: HTML? = title.map { "<title>\($0)</title>" }
        return "<path class=\"\(name)\" d=\"\(outline)\">\(title)</path>\n"
    }

    /// Shapes that lead somewhere. `label` is what a screen reader says.
    public static func link(_ href: String, label: String, _ content: HTML) -> HTML {
        "<a href=\"\(href)\" aria-label=\"\(label)\" class=\"tc-svg-link\">\n\(content)</a>\n"
    }

    /// Shapes that belong together, moved as one.
    public static func group(x: Double = 0, y: Double = 0, class name: String = "", _ content: HTML) -> HTML {
        let moved: HTML = .when(x != 0 || y != 0, " transform=\"translate(\(length: x) \(length: y))\"")
        let name: HTML = .when(!name.isEmpty, " class=\"\(name)\"")
        return "<g\(name)\(moved)>\n\(content)</g>\n"
    }
}

extension HTML.Interpolation {
    /// A length in a picture's units, to a tenth.
    public mutating func appendInterpolation(length: Double) {
        guard length.isFinite, abs(length) < 1e9 else { bytes.append(UInt8(ascii: "0")); return }
        let tenths = Int((abs(length) * 10).rounded())
        if length < 0, tenths > 0 { bytes.append(UInt8(ascii: "-")) }
        bytes.appendDecimal(tenths / 10)
        if tenths % 10 != 0 {
            bytes.append(UInt8(ascii: "."))
            bytes.appendDecimal(tenths % 10)
        }
    }
}
