import Kernel
import Partners
import Records

extension Report {
    /// GOV-01: a report is open for its clear days, as its agenda is.
    static let openInTime = Invariant(
        of: kind.name, rule: "A report that was not open for its clear days says why it is late"
    ) { record, shelf in
        let since = [record.day("opened"), record.day("changed")].compactMap(\.self).max()
        let item = try Record.last(Report(record).item.text, on: shelf).map(AgendaItem.init)
        return try item?.lateness(of: record, since: since, on: shelf) ?? []
    }
}

extension Paper {
    /// GOV-01: a paper is open for its clear days, as its agenda is.
    static let openInTime = Invariant(
        of: kind.name, rule: "A paper that was not open for its clear days says why it is late"
    ) { record, shelf in
        let item = try Record.last(Paper(record).item.text, on: shelf).map(AgendaItem.init)
        return try item?.lateness(of: record, since: record.day("added"), on: shelf) ?? []
    }

    /// GOV-08: what is exempt is never reached through what is open. Superseded versions are not compared: nobody is
    /// given their bytes.
    static let keptApart = Invariant(of: kind.name, rule: "No file is a paper that is open and one that is not") {
        record, shelf in
        let paper = Paper(record)
        guard record.period.until == nil,
            let item = try Record.last(paper.item.text, on: shelf).map(AgendaItem.init)
        else { return [] }
        let isOpen = paper.isOpen(under: item)
        guard try paper.isAnother(than: isOpen, on: shelf) else { return [] }
        return [Problem("file", Self.sameFile(isOpen: isOpen))]
    }

    /// Whether another paper that stands has the same bytes, and is not open as this is.
    fileprivate func isAnother(than isOpen: Bool, on shelf: any Shelf) throws -> Bool {
        try shelf.standing(Self.kind, where: "digest", is: digest).contains { record in
            guard record.id != id.text, record.text("digest") == digest,
                let item = try Record.last(Paper(record).item.text, on: shelf).map(AgendaItem.init)
            else { return false }
            return Paper(record).isOpen(under: item) != isOpen
        }
    }

    static func sameFile(isOpen: Bool) -> String {
        isOpen
            ? "This is the very file of a paper that is not open: send the one with that taken out"
            : "This is the very file of a paper that is open to all"
    }
}

extension AgendaItem {
    /// The same, asked when an item opens or closes, and its papers with it.
    static let keepsPapersApart = Invariant(
        of: kind.name, rule: "An item does not open with the file of a paper that is not, nor close with one that is"
    ) { record, shelf in
        let item = AgendaItem(record)
        guard record.period.until == nil else { return [] }
        let papers = try shelf.standing(Paper.kind, where: "item", is: record.id).filter { $0.text("access") == nil }
        return try papers.map(Paper.init).filter { try $0.isAnother(than: item.isOpen, on: shelf) }.map { paper in
            Problem("access", "“\(paper.title)” goes with it. \(Paper.sameFile(isOpen: item.isOpen))")
        }
    }

    /// What is asked of something put under the item after its agenda was out.
    fileprivate func lateness(of record: Record, since: Day?, on shelf: any Shelf) throws -> [Problem] {
        guard let since, record.sources.isEmpty, record.text("late-because") == nil,
            let meeting = try Record.last(self.meeting.text, on: shelf).map(Meeting.init),
            let published = meeting.agendaPublished, since > published,
            (try? meeting.isTooLate(since)) == true, let last = try? MeetingLaw.publishBy(meeting.on)
        else { return [] }
        return [
            Problem(
                "late-because",
                """
                It is open from \(since.long), and the last day for that was \(last.long): say why it is late, and \
                could not wait (GOV-01)
                """)
        ]
    }
}
