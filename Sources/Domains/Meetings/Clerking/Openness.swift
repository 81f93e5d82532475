import Kernel
import Partners
import Records

/// What everybody may read of a body's business: this file alone says it.
extension Meeting {
    /// Whether its agenda is open. One that a source tells of is, once there has been a meeting: a source says nothing
    /// of a meeting that is still to come.
    func isOpen(to sight: Sight) -> Bool {
        sight.isOut(agendaPublished) || (!record.sources.isEmpty && status != "planned")
    }
}

extension Resolution {
    /// Whether everybody may read that there is such a decision.
    func isOpen(to sight: Sight) -> Bool { sight.isOut(published) || !record.sources.isEmpty }

    /// Whether everybody who may read that there is one may read all of it: what comes of an item that is closed is
    /// closed with it, and one made between meetings says for itself.
    func isOpen(with item: AgendaItem?) -> Bool {
        (item?.isOpen ?? true) && (record.text("access") ?? "open") == "open"
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
