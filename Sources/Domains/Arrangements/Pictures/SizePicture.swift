import Kernel
import Web

/// How many members a body has, beside how many its terms provide for.
struct SizePicture {
    let view: SizeView
    let name: String

    private static let width = 640.0, rowHeight = 44.0, top = 28.0, room = 110.0

    /// Nil where neither a limit nor a count is held.
    var html: HTML? {
        guard !view.isEmpty else { return nil }
        let full = Double(max(rows.map(\.number).max() ?? 1, view.limit ?? 1, 1))
        var content = HTML()
        for (index, row) in rows.enumerated() {
            let y = Self.top + Double(index) * Self.rowHeight,
                end = Double(row.number) / full * (Self.width - Self.room)
            let isOver = view.limit.map { row.number > $0 } ?? false
            content += SVG.text(row.title, x: 0, y: y + 14)
            content += SVG.rect(
                x: 0, y: y + 20, width: end, height: 16, class: isOver ? "tc-bar tc-bar--low" : "tc-bar")
            let over = isOver ? ": \(row.number - (view.limit ?? 0)) over" : ""
            content += SVG.text("\(row.number)\(over)", x: end + 6, y: y + 33, class: "tc-label tc-label--small")
        }
        let height = Self.top + Double(rows.count) * Self.rowHeight
        if let limit = view.limit {
            let x = Double(limit) / full * (Self.width - Self.room)
            content += SVG.line(x1: x, y1: Self.top - 6, x2: x, y2: height, class: "tc-threshold")
            content += SVG.text(
                "\(limit) in its terms", x: x, y: Self.top - 10, anchor: .middle, class: "tc-label tc-label--small")
        }
        return SVG(
            id: "size-picture", width: Self.width, height: height, title: "Members of \(name)",
            description:
                """
                Each bar is a count of members. The line is the number in the terms of reference. The table \
                beneath says the same.
                """,
            content
        ).html
    }

    /// Every number there is, in words.
    var rows: [(title: String, number: Int)] {
        view.counted.map { size in
            (
                "Counted \(size.record.text("counted-from").map { "from \($0)" } ?? "on \(size.countedOn.long)")",
                size.members
            )
        } + (view.seated.map { [("Members' seats held here", $0)] } ?? [])
    }
}
