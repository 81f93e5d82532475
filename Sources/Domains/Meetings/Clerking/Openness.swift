import Kernel
import Partners
import Records

/// What everybody may read of a body's business: this file alone says it.
extension Meeting {
    /// Whether its agenda is open. One that a source tells of is, once there has been a meeting: a source says nothing
    /// of a meeting that is still to come.
    func isOpen(to sight: Sight) -> Bool {
        sight.isOut(agendaPublished) || isAttested
    }

    private var isAttested: Bool { !record.sources.isEmpty && status != "planned" }

    /// The day from which its agenda is open; nil where nothing says that it is.
    var openFrom: Day? { agendaPublished ?? (isAttested ? on : nil) }
}

extension Resolution {
    /// Whether everybody may read that there is such a decision.
    func isOpen(to sight: Sight) -> Bool { sight.isOut(published) || !record.sources.isEmpty }

    /// The day from which everybody may read that there is one; nil where nothing says that they may.
    var openFrom: Day? { published ?? (record.sources.isEmpty ? nil : on) }

    /// Whether everybody who may read that there is one may read all of it: what comes of an item that is closed is
    /// closed with it, and one made between meetings says for itself.
    func isOpen(with item: AgendaItem?) -> Bool {
        (item?.isOpen ?? true) && (record.text("access") ?? "open") == "open"
    }
}

extension Paper {
    /// Whether it is kept from nobody, where the paper says so itself; as its item is, where it does not.
    func isOpen(under item: AgendaItem) -> Bool { record.text("access").map { $0 == "open" } ?? item.isOpen }

    /// The day from which everybody may read it: it is kept from nobody, somebody who did not send it has approved it,
    /// and the agenda is out. Nil where that is not so.
    func openFrom(at meeting: Meeting, under item: AgendaItem) -> Day? {
        guard isOpen(under: item), isApproved, let published = meeting.agendaPublished else { return nil }
        return max(published, record.day("added") ?? published)
    }

    /// Whether everybody may read it.
    func isOpen(to sight: Sight, at meeting: Meeting, under item: AgendaItem) -> Bool {
        sight.isOut(openFrom(at: meeting, under: item))
    }
}

extension AgendaItem {
    /// Why an item or a decision is not open, in the law's words and the body's.
    static func closedBecause(_ record: Record) -> String {
        let law = record.text("exempt-under").map {
            "Exempt under Schedule 12A to the Local Government Act 1972: \(descriptions.label(of: $0))"
        }
        return [law ?? "Confidential", record.text("exempt-because")].compactMap(\.self).joined(separator: ". ")
    }
}

extension MeetingAction {
    /// Whether everybody may read of it: neither its item is closed nor its decision, which is published.
    func isOpen(to sight: Sight, _ shelf: any Shelf) throws -> Bool {
        let decision = try record.text("resolution").flatMap { try Record.last($0, on: shelf) }.map(Resolution.init)
        guard decision?.isOpen(to: sight) ?? true else { return false }
        return try isOpen(shelf)
    }

    /// Whether what it came of is open, published or not.
    func isOpen(_ shelf: any Shelf) throws -> Bool {
        let decision = try record.text("resolution").flatMap { try Record.last($0, on: shelf) }.map(Resolution.init)
        let items = [record.text("item"), decision?.item?.text].compactMap(\.self)
        return try decision?.isOpen(with: nil) ?? true
            && items.allSatisfy { id in try Record.last(id, on: shelf).map { AgendaItem($0).isOpen } ?? false }
    }
}
