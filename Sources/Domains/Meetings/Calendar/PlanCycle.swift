import Kernel
import Partners
import Records
import Store

/// Puts a cycle and its meetings in the calendar. Done twice for one cycle and one time, it adds what is missing.
struct PlanCycle: Sendable {
    let fields: [String: Given]
    let until: Day
    let ticket: FormTicket

    /// - Parameters:
    ///   - fields: those of a `cycle`.
    ///   - until: the last day on which it may meet.
    init(_ fields: [String: Given], until: Day, ticket: FormTicket) {
        (self.fields, self.until, self.ticket) = (fields, until, ticket)
    }

    /// - Returns: the body's identifier.
    /// - Throws: `.invalid` with every problem; `.notAllowed`.
    @discardableResult
    func perform(by hand: Hand, from first: Day, in tx: Transaction) throws -> String {
        try hand.caller.must(.changeMeetings, under: hand.policy)
        let id = ticket.id(of: Cycle.kind)
        if try !ticket.isSpent(on: Cycle.kind, saying: fields, in: tx, hand) {
            try hand.add(Cycle.kind, id: id, fields, in: tx)
        }
        let record = try hand.last(Cycle.kind, id, in: tx), cycle = Cycle(record)
        guard until >= first else { throw Refusal.wrong("until", "The last day must not be before the first") }
        let days = try MonthlyRule(cycle).days(from: first, to: until)
        guard days.contains(where: { $0.skipped == nil }) else {
            throw Refusal.wrong("until", "The rule gives no meeting from \(first.long) to \(until.long)")
        }
        let held = try hand.shelf(tx).records(of: Meeting.kind, where: "cycle", is: id)
        for day in days where day.skipped == nil && !held.contains(where: { $0.day("on") == day.day }) {
            try hand.add(Meeting.kind, id: nil, meeting(of: record, on: day), in: tx)
        }
        return cycle.body.text
    }

    private func meeting(of cycle: Record, on day: MonthlyRule.Given) -> [String: Given] {
        var fields: [String: Given] = [
            "body": .typed(cycle.text("body")), "on": .text("\(day.day)"), "time": .typed(cycle.text("time")),
            "zone": .text("Europe/London"), "place": .typed(cycle.text("place")), "type": .text("ordinary"),
            "status": .text("planned"), "cycle": .text(cycle.id),
        ]
        if let from = day.movedFrom {
            fields["moved-from"] = .text("\(from)")
            fields["reason"] = .text("Would have fallen on a bank holiday")
        }
        return fields
    }
}
