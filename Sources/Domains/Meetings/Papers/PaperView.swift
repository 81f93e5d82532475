import Kernel
import Partners
import Records

/// A paper as one reader may see it.
struct PaperView: Sendable {
    let paper: Paper
    let item: AgendaItem
    let isOpen: Bool
    /// How many versions there have been.
    let versions: Int
    /// The one the public reads in its place, where this one is not open.
    let publicVersion: Named?
    let seen: String
    /// That its file was taken away; nil where it is there, or nobody asked.
    var removed: RemovedPaper?

    var id: String { paper.id.text }
    var access: String { paper.record.text("access") ?? item.access }

    init(_ record: Record, of item: AgendaItem, in reading: DayBook) throws {
        let held = try reading.versions(of: record.id)
        paper = Paper(record)
        self.item = item
        isOpen = paper.isOpen(under: item)
        versions = Set(held.compactMap { $0.text("digest") }).count
        publicVersion = try reading.named(record.id("public-version") as ID<Paper>?)
        seen = Seen.mark(of: held)
    }
}

extension MeetingView {
    /// The papers of an item that this reader may see, in their places.
    func papers(of item: ItemView, in reading: DayBook) throws -> [PaperView] {
        try reading.shelf.standing(Paper.kind, where: "item", is: item.id)
            .filter { try reading.versions(of: $0.id).last?.version == $0.version }
            .map { try PaperView($0, of: item.item, in: reading) }
            .filter { sight.isWhole || $0.paper.isOpen(to: sight, at: meeting, under: item.item) }
            .sorted { ($0.paper.place, $0.id) < ($1.paper.place, $1.id) }
    }

    /// Every item with its papers.
    func allPapers(in reading: DayBook) throws -> [(item: ItemView, papers: [PaperView])] {
        try items.map { ($0, try papers(of: $0, in: reading)) }
    }
}
