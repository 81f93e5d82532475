import Files
import Kernel
import Partners
import Records
import Store

/// Puts a paper under an item, or a new version of one in its place; its bytes and the fact are one transaction.
struct SendPaper: Sendable {
    let item: String
    /// The paper that this is a new version of; nil for a new one.
    let replaces: String?
    /// `title`, `sort`, `place`, `access`.
    var fields: [String: Given]
    let file: InspectedFile
    let ticket: FormTicket
    let seen: String?

    /// - Throws: `.invalid` where the same file is already a paper that is not open as this is.
    func perform(by hand: Hand, in tx: Transaction) throws {
        let held = AgendaItem(try hand.last(AgendaItem.kind, item, in: tx))
        let meeting = Meeting(try hand.last(Meeting.kind, held.meeting.text, in: tx))
        try hand.caller.must(.changeMeetings, under: hand.policy)
        guard meeting.status == "planned" else {
            throw Refusal.wrong("file", "No paper is put to a meeting that was held or cancelled")
        }
        let there = try hand.shelf(tx).standing(Paper.kind, where: "item", is: item).map(Paper.init)
        var fields = fields
        fields["digest"] = .text(file.digest)
        fields["file"] = .text(String(file.name.prefix(200)))
        fields["bytes"] = .text("\(file.count)")
        fields["sent-by"] = .text(String(hand.caller.owner.prefix(200)))
        try mustKeepApart(held, fields, hand, tx)
        if let replaces { return try replace(replaces, at: meeting, fields, hand, tx) }
        if try ticket.isSpent(on: Paper.kind, saying: ["digest": .text(file.digest)], in: tx, hand) { return }
        fields["item"] = .text(item)
        if fields["place"].map({ $0.isNothing }) ?? true {
            fields["place"] = .text("\((there.map(\.place).max() ?? 0) + 1)")
        }
        if meeting.agendaPublished != nil {
            fields["supplement"] = .text("\(try Paper.nextSupplement(of: meeting, on: hand.today, hand.shelf(tx)))")
            try mustSayWhyLate(meeting, fields, hand)
        }
        let record = try hand.sealing.add(Paper.kind, id: ticket.id(of: Paper.kind), fields, in: tx)
        try tx.keep(file, for: Paper.subject(record), at: hand.now)
    }

    /// A new version stands where the old one stood, and must be approved anew. The old bytes stay with the record,
    /// whose earlier version speaks of them.
    private func replace(
        _ paper: String, at meeting: Meeting, _ fields: [String: Given], _ hand: Hand, _ tx: Transaction
    ) throws {
        let held = try hand.last(Paper.kind, paper, in: tx)
        guard held.text("item") == item else { throw Refusal.notFound }
        var fields = fields
        if meeting.agendaPublished != nil {
            // Whoever read the one before is to see that there is another.
            fields["replaced"] = .text("\(hand.today)")
            fields["supplement"] = .text("\(try Paper.nextSupplement(of: meeting, on: hand.today, hand.shelf(tx)))")
            try mustSayWhyLate(meeting, fields, hand)
        }
        for name in ["approved-by", "approved", "added"] { fields[name] = .nothing }
        if fields["place"].map({ $0.isNothing }) ?? true { fields["place"] = nil }
        try hand.sealing.amend(held, fields, because: "A new version was sent", seen: seen, in: tx)
        try tx.keep(file, for: Paper.subject(held), at: hand.now)
    }

    /// What is exempt must not be reached through what is open: the two are never one file.
    private func mustKeepApart(_ item: AgendaItem, _ fields: [String: Given], _ hand: Hand, _ tx: Transaction) throws {
        let shelf = hand.shelf(tx)
        let access: String? = if case .text(let text)? = fields["access"] { text } else { nil }
        let isOpen = access.map { $0 == "open" } ?? item.isOpen
        for record in try shelf.standing(Paper.kind, where: "digest", is: file.digest) where record.id != replaces {
            let other = Paper(record)
            let otherItem = AgendaItem(try hand.last(AgendaItem.kind, other.item.text, in: tx))
            guard other.isOpen(under: otherItem) != isOpen else { continue }
            throw Refusal.wrong("file", Paper.sameFile(isOpen: isOpen))
        }
    }

    /// Asked when it is sent, since whoever approves it may not know (GOV-01).
    private func mustSayWhyLate(_ meeting: Meeting, _ fields: [String: Given], _ hand: Hand) throws {
        guard try meeting.isTooLate(hand.today), fields["late-because"].map({ $0.isNothing }) ?? true else { return }
        throw Refusal.wrong(
            "late-because",
            "The last day for papers was \(try MeetingLaw.publishBy(meeting.on).long): say why this one is late")
    }
}

extension Given {
    var isNothing: Bool { if case .nothing = self { true } else { false } }
}

extension Paper {
    /// What the bytes of a paper are kept for.
    static func subject(_ record: Record) -> Subject {
        Subject(kind: kind.name, id: record.id, name: record.text("title") ?? record.id)
    }

    /// Papers sent on one day after the agenda came out are one supplement.
    static func nextSupplement(of meeting: Meeting, on day: Day, _ shelf: RecordShelf) throws -> Int {
        let items = try shelf.standing(AgendaItem.kind, where: "meeting", is: meeting.id.text)
        let papers = try items.flatMap { try shelf.standing(kind, where: "item", is: $0.id) }
        let today = papers.first {
            $0.integer("supplement") != nil && [$0.period.from, $0.day("replaced")].contains(day)
        }
        return today?.integer("supplement") ?? (papers.compactMap { $0.integer("supplement") }.max() ?? 0) + 1
    }
}
