import Arrangements
import Doors
import Partners
import Web

/// A plan drawn on one page: the vision across the top, a column for each outcome, its priorities under it, each with
/// who answers for it.
struct PlanOnAPagePicture {
    let view: PlanView
    let request: Request

    private static let gap = 16.0, margin = 8.0, columnsMax = 8, lineHeight = 18.0

    /// A column of the drawing.
    private struct Column {
        let title: String
        let priorities: [PriorityView]
    }

    private var columns: [Column] {
        let loose = view.others.isEmpty ? [] : [Column(title: "Across all outcomes", priorities: view.others)]
        return view.outcomes.map { Column(title: $0.outcome.name, priorities: $0.priorities) } + loose
    }

    /// Nil where the plan says nothing yet that could be drawn.
    var svg: SVG? {
        let columns = Array(self.columns.prefix(Self.columnsMax))
        guard !columns.isEmpty else { return nil }
        let width = Double(columns.count) * (NodePicture.width + Self.gap) - Self.gap + Self.margin * 2
        var content = HTML(), top = Self.margin
        if let vision = view.plan.record.text("vision") {
            let lines = Self.wrap(vision, at: max(24, Int(width / 9)), linesMax: 4)
            let height = Double(lines.count) * Self.lineHeight + 20
            content += SVG.rect(
                x: Self.margin, y: top, width: width - Self.margin * 2, height: height, class: "tc-box tc-box--quiet")
            for (index, line) in lines.enumerated() {
                content += SVG.text(
                    line, x: width / 2, y: top + 22 + Double(index) * Self.lineHeight, anchor: .middle,
                    class: "tc-label tc-label--strong")
            }
            top += height + Self.gap
        }
        var foot = top
        for (index, column) in columns.enumerated() {
            let x = Self.margin + Double(index) * (NodePicture.width + Self.gap)
            foot = max(foot, draw(column, x: x, y: top, to: &content))
        }
        return SVG(
            id: "plan-picture", width: width, height: foot + Self.margin, title: "\(view.plan.name) on a page",
            description: "A column for each outcome with its priorities. The table below says the same.", content)
    }

    private func draw(_ column: Column, x: Double, y: Double, to content: inout HTML) -> Double {
        var y = y
        let head = NodePicture(column.title, look: .quiet)
        content += head.html(x: x, y: y)
        y += head.height + Self.gap
        for view in column.priorities {
            // What a paper does not say is not a fault of the plan.
            let isOurs = view.priority.record.sources.isEmpty
            let nobody = isOurs ? "nobody named answers for it" : "who answers for it is not said"
            let noBody = isOurs ? "no body watches over it" : "which body watches over it is not said"
            let words = [
                view.accountable.map { NodePicture.Words($0.name) } ?? NodePicture.Words(nobody, problem: isOurs),
                view.overseer.map { NodePicture.Words($0.name) } ?? NodePicture.Words(noBody, problem: isOurs),
            ]
            let isWhole = view.accountable != nil && view.overseer != nil
            let box = NodePicture(
                view.priority.name, words: words,
                look: isWhole ? .plain : isOurs ? .problem : .vacant,
                href: request.link("/priorities/\(view.id)"))
            content += box.html(x: x, y: y)
            y += box.height + Self.gap
        }
        return y
    }

    private static func wrap(_ text: String, at length: Int, linesMax: Int) -> [String] {
        NodePicture.wrap(text, at: length, linesMax: linesMax)
    }
}
