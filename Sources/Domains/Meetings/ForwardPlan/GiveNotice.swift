import Kernel
import Partners
import Records
import Store

/// Gives notice of a key decision today, or publishes today why notice of it could not be given in time (GOV-22 to
/// GOV-24): the day is the command's, since the law counts from it.
struct GiveNotice: Sendable {
    let entry: String

    /// Done twice, it changes nothing the second time.
    func perform(by hand: Hand, in tx: Transaction) throws {
        let held = try hand.last(ForwardPlanEntry.kind, entry, in: tx)
        try hand.caller.must(.changeMeetings, under: hand.policy)
        let isException = held.text("exception") != nil && held.day("exception-on") == nil
        guard held.day("published") == nil || isException else { return }
        var fields: [String: Given] = [:]
        if held.day("published") == nil { fields["published"] = .text("\(hand.today)") }
        if isException { fields["exception-on"] = .text("\(hand.today)") }
        try hand.sealing.amend(held, fields, because: "Notice was given", in: tx)
    }
}
