import Arrangements
import Kernel
import Partners
import Records
import Store

/// Puts the standing items on an agenda that has none, with what earlier meetings left under matters arising.
struct BuildAgenda: Sendable {
    let meeting: String

    /// - Returns: how many were added. Done twice, it adds nothing the second time.
    @discardableResult
    func perform(by hand: Hand, in tx: Transaction) throws -> Int {
        let held = Meeting(try hand.last(Meeting.kind, meeting, in: tx))
        try hand.caller.must(.changeMeetings, under: hand.policy)
        guard held.status == "planned", held.agendaPublished == nil else {
            throw Refusal.wrong(
                "title", "Standing items are put on an agenda before it is published: add what is missing by itself")
        }
        let shelf = hand.shelf(tx)
        let there = try shelf.records(of: AgendaItem.kind, where: "meeting", is: meeting)
        let keys = Set(there.compactMap { $0.text("procedure") })
        let body = try Record.last(held.body.text, on: shelf)
        let isOfArea = body?.text("area") != nil
        let standing = StandingItems.of(type: body?.text("type") ?? "", isOfArea: isOfArea)
        var number = there.compactMap { $0.integer("number") }.max() ?? 0, added = 0
        if keys.isEmpty {
            // They come first (GOV-05), whatever was put on the agenda before them.
            for record in there.standing.sorted(by: { $0.integer("number") ?? 0 > $1.integer("number") ?? 0 }) {
                let later = (record.integer("number") ?? 0) + standing.count
                try hand.amend(record, ["number": .text("\(later)")], because: "The standing items come first", in: tx)
            }
            number = 0
        }
        for item in standing where !keys.contains(item.key) {
            number += 1
            added += 1
            var fields: [String: Given] = [
                "meeting": .text(meeting), "number": .text("\(number)"), "title": .text(item.title),
                "route": .text("procedure"), "procedure": .text(item.key),
            ]
            if let minutes = item.minutes { fields["minutes"] = .text("\(minutes)") }
            if item.key == "matters-arising" {
                fields["summary"] = .typed(try MattersArising(for: held, today: hand.on, on: shelf).words())
            }
            try hand.add(AgendaItem.kind, id: nil, fields, in: tx)
        }
        return added + (try receive(for: held, by: hand, in: tx))
    }

    /// What other bodies recommended to this one, what of theirs is overdue and was taken here, since it had a meeting
    /// to send it to, and what a call-in referred to full council (GOV-28).
    private func receive(for held: Meeting, by hand: Hand, in tx: Transaction) throws -> Int {
        let overdue = try hand.shelf(tx).standing(MeetingAction.kind, where: "escalated-to", is: held.body.text).count {
            try TakeHigher(action: $0.id).perform(by: hand, in: tx) != nil
        }
        let recommended = try hand.shelf(tx).standing(Resolution.kind, where: "sent-to", is: held.body.text)
            .filter { $0.day("published") != nil }.map { SendOn(decision: $0.id) }
        return try (recommended + referred(to: held.body.text, hand.shelf(tx))).reduce(overdue) { sum, sending in
            sum + (try sending.perform(by: hand, in: tx) ? 1 : 0)
        }
    }

    private func referred(to council: String, _ shelf: RecordShelf) throws -> [SendOn] {
        let body = try Record.last(council, on: shelf)
        guard body?.text("type") == "full-council" else { return [] }
        return try shelf.records(of: CallIn.kind).standing.map(CallIn.init).filter { $0.outcome == "referred-on" }
            .filter { callIn in
                guard let decision = try Record.last(callIn.resolution.text, on: shelf).map(Resolution.init),
                    decision.published != nil
                else { return false }
                // Another council's may be held here too.
                let host = try Record.last(decision.body.text, on: shelf)?.text("host")
                return host == nil || body?.text("host") == nil || host == body?.text("host")
            }
            .map { SendOn(decision: $0.resolution.text, council: council) }
    }
}
