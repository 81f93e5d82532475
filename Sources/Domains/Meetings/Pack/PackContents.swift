import Files
import Kernel
import Ledger
import Partners
import Records
import Store

/// What goes into a pack, as one audience may read it.
struct PackContents: Sendable {
    /// One paper, and what can be done with it.
    struct Sheet: Sendable {
        let paper: PaperView
        let kept: KeptFile?
        /// Whether its pages can be laid in.
        var isPDF: Bool { kept?.type == .pdf }
        var isPicture: Bool { kept?.type == .png || kept?.type == .jpeg }
    }

    let view: MeetingView
    let items: [(item: ItemView, sheets: [Sheet])]

    var sheets: [Sheet] { items.flatMap(\.sheets) }

    /// - Returns: nil when there is no such meeting, or its agenda is not open to the audience.
    init?(
        _ meeting: String, for caller: Caller, under policy: Policy, today: Day, in reading: DayBook, _ tx: Transaction
    ) throws {
        guard let view = try MeetingView(meeting, for: caller, under: policy, today: today, in: reading),
            view.showsAgenda
        else {
            return nil
        }
        self.view = view
        items = try view.allPapers(in: reading).map { entry in
            let sheets = try entry.papers.map { paper in
                Sheet(paper: paper, kept: try tx.file(paper.paper.digest, of: Paper.subject(paper.paper.record)))
            }
            return (item: entry.item, sheets: sheets)
        }
    }

    /// Who the audience is, to the rules.
    static func caller(_ audience: Pack.Audience) -> Caller {
        switch audience {
        case .everybody: .stranger
        case .table: Caller(name: "pack", roles: [.clerk])
        }
    }

    /// A digest of everything that the pack says, with the names in it.
    func mark(of council: String) -> String {
        var digest = FileDigest()
        func add(_ text: String) { digest.add(Array("\(text.utf8.count) \(text)".utf8)) }
        add(view.seen)
        add(view.body.name)
        add(council)
        for (item, sheets) in items {
            add(item.title)
            add("\(item.isWhole) \(item.item.record.values)")
            add(item.report.map { "\($0.record.values)" } ?? "")
            add(item.author?.name ?? "")
            for ward in item.wards { add(ward.name) }
            for sheet in sheets {
                add("\(sheet.paper.id) \(sheet.paper.paper.digest) \(sheet.paper.paper.place) \(sheet.paper.isOpen)")
                add(sheet.paper.paper.title)
                add(sheet.paper.paper.since)
            }
        }
        return digest.hexadecimal
    }
}
