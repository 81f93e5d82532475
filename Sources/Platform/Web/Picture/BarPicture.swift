/// Amounts as bars on their sides, each named, with a line at the amount that matters.
public struct BarPicture: Sendable {
    /// One bar. An amount that is not known is said to be so, and has no bar.
    public struct Bar: Sendable {
        let name: String
        let amount: Double?
        let words: String
        let href: String?

        /// - Parameter words: the amount as a person would say it, such as "under 29%".
        public init(_ name: String, _ amount: Double?, words: String, href: String? = nil) {
            self.name = name
            self.amount = amount
            self.words = words
            self.href = href
        }
    }

    let id: String
    let title: String
    let description: String
    let bars: [Bar]
    let full: Double
    let threshold: (amount: Double, words: String)?

    /// - Parameters:
    ///   - full: the amount that fills the width; the largest amount when nil.
    ///   - threshold: where the line stands, and what it says; bars below it are marked low.
    public init(
        id: String, title: String, description: String, _ bars: [Bar], full: Double? = nil,
        threshold: (amount: Double, words: String)? = nil
    ) {
        self.id = id
        self.title = title
        self.description = description
        self.bars = bars
        self.full = max(full ?? bars.compactMap(\.amount).max() ?? 1, threshold?.amount ?? 0, 0.000_1)
        self.threshold = threshold
    }

    private static let rowHeight = 44.0, width = 640.0, top = 24.0, wordsRoom = 120.0

    public var svg: SVG {
        let height = Self.top + Double(bars.count) * Self.rowHeight
        var content = HTML()
        for (index, bar) in bars.enumerated() { content += row(bar, y: Self.top + Double(index) * Self.rowHeight) }
        if let threshold {
            let x = reach(threshold.amount)
            content += SVG.line(
                x1: x, y1: Self.top - 6, x2: x, y2: height, class: "tc-threshold", title: threshold.words)
            content += SVG.text(
                threshold.words, x: x, y: Self.top - 10, anchor: .middle, class: "tc-label tc-label--small")
        }
        return SVG(id: id, width: Self.width, height: height, title: title, description: description, content)
    }

    private func reach(_ amount: Double) -> Double { min(1, max(0, amount / full)) * (Self.width - Self.wordsRoom) }

    private func row(_ bar: Bar, y: Double) -> HTML {
        let end = bar.amount.map(reach) ?? 0
        let isLow = threshold.map { line in bar.amount.map { $0 < line.amount } ?? false } ?? false
        let name = SVG.text(bar.name, x: 0, y: y + 14)
        let shape: HTML = .when(
            bar.amount != nil,
            SVG.rect(x: 0, y: y + 20, width: end, height: 16, class: isLow ? "tc-bar tc-bar--low" : "tc-bar"))
        let words = SVG.text(bar.words, x: end + 6, y: y + 33, class: "tc-label tc-label--small")
        let shapes = name + shape + words
        return bar.href.map { SVG.link($0, label: "\(bar.name): \(bar.words)", shapes) } ?? shapes
    }
}
