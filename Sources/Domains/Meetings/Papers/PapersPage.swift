import Doors
import Kernel
import Partners
import Records
import Web

/// The papers of a meeting, item by item, in the order of the pack.
struct PapersPage {
    let view: MeetingView
    let items: [(item: ItemView, papers: [PaperView])]
    /// Whether the reader may take a file away for good.
    var mayRemove = false
    let request: Request

    private var path: String { "/meetings/\(view.id)" }

    var page: Page {
        let parts = items.filter { !$0.papers.isEmpty || view.sight.isClerk }.map(part)
        let none: HTML = .when(parts.isEmpty, Piece.paragraph("No papers are open to you."))
        return Page(
            title: "Papers", caption: "\(view.body.name), \(view.meeting.when)",
            breadcrumbs: [
                Link("Home", request.link("/")), Link("Meetings", request.link("/meetings")),
                Link(view.meeting.on.long, request.link(path)),
            ],
            body: """
                \(Piece.paragraph(request.way("Read the whole pack on one page", path + "/pack")))\
                \(none)\(parts)
                """)
    }

    private func part(_ entry: (item: ItemView, papers: [PaperView])) -> HTML {
        let item = entry.item, clerk = view.sight.isClerk
        let send: HTML = .when(
            clerk && view.isToCome,
            Piece.paragraph(request.way("Send a paper", "\(path)/items/\(item.id)/papers/new", about: item.title)))
        return Piece.section(
            "item-\(item.item.number)", "\(item.item.number). \(item.title)", "\(table(entry.papers, item))\(send)")
    }

    private func table(_ papers: [PaperView], _ item: ItemView) -> HTML {
        let request = request, path = path, isWhole = view.sight.isWhole
        var columns: [Column<PaperView>] = [
            Column("Paper") { view in
                let mark: HTML = .when(
                    view.paper.supplement != nil, " \(GovUK.tag("Supplement \(view.paper.supplement ?? 0)", .blue))")
                let closed: HTML = .when(!view.isOpen, " \(GovUK.tag("Not open", .red))")
                let since: HTML = .when(
                    !view.paper.since.isEmpty, "<br><span class=\"tc-quiet\">\(view.paper.since)</span>")
                if let removed = view.removed {
                    let words = removed.words(isWhole: isWhole)
                    return "\(view.paper.title)\(mark)\(closed)<br><span class=\"tc-quiet\">\(words)</span>"
                }
                return "\(request.way(view.paper.title, "\(path)/papers/\(view.id)/file"))\(mark)\(closed)\(since)"
            },
            .text("Sort") { Paper.sorts.label(of: $0.paper.record.text("sort") ?? "report") },
            .text("Size") { Self.size($0.paper.record.integer("bytes") ?? 0) },
        ]
        if isWhole {
            columns.append(.text("Version") { "\($0.versions)" })
            columns.append(
                Column("Approved") { view in
                    if let day = view.paper.record.day("approved") { return "\(day.long)" }
                    if view.paper.sentBy == request.caller.owner { return "Waits for somebody who did not send it" }
                    return request.way("Approve", "\(path)/papers/\(view.id)/approve", about: view.paper.title)
                })
        }
        if view.sight.isClerk && view.isToCome {
            columns.append(
                Column("Change") { view in
                    let new = request.way("New version", "\(path)/papers/\(view.id)/version", about: view.paper.title)
                    if view.isOpen { return new }
                    let way = request.way(
                        "Public version", "\(path)/papers/\(view.id)/public", about: view.paper.title)
                    let named: HTML = view.publicVersion.map { "<br>The public reads \($0.name)" } ?? ""
                    return "\(new)<br>\(way)\(named)"
                })
        }
        if mayRemove {
            columns.append(
                Column("Remove") { view in
                    if view.removed != nil { return "" }
                    return request.way(
                        "Remove the file", "\(path)/papers/\(view.id)/remove", about: view.paper.title)
                })
        }
        return GovUK.table(
            caption: "Papers of item \(item.item.number)", columns, papers, empty: "No papers.", captionHidden: true)
    }

    /// As people read sizes: the larger unit, to one place.
    static func size(_ bytes: Int) -> String {
        if bytes < 1_000 { return "\(bytes) bytes" }
        if bytes < 1_000_000 { return "\(bytes / 1_000) kB" }
        return "\(bytes / 1_000_000).\(bytes / 100_000 % 10) MB"
    }
}

extension Paper {
    /// What whoever read it before is to know: that it was replaced, and why it is late. Empty where neither is so.
    var since: String {
        [replaced.map { "Replaced on \($0.long)." }, lateBecause.map { "Late: \($0)" }].compactMap(\.self)
            .joined(separator: " ")
    }
}

extension Report {
    /// The same of a report.
    var sinceWords: String {
        [
            record.day("changed").map { "Changed on \($0.long), after the agenda was published." }
                ?? record.day("opened").map { "Open since \($0.long), after the agenda was published." },
            record.text("late-because").map { "Late: \($0)" },
        ].compactMap(\.self).joined(separator: " ")
    }
}
