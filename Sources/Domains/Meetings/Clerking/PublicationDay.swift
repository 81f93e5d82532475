import Kernel
import Partners
import Records

/// The days from which notice and call-in are counted: only the commands write them down, which know what day it is.
/// What an administrator takes in by an import says of itself that nobody saw it here.
enum PublicationDay {
    static let rule = "A day of publication is written down by the command that knows what day it is"

    static let safeguards = [
        safeguard(of: Meeting.kind, "agenda-published", "agenda-noted"),
        safeguard(of: Resolution.kind, "published", "published-noted", "call-in-until"),
        safeguard(of: AgendaItem.kind, "added"), safeguard(of: Report.kind, "opened", "changed"),
        safeguard(of: Paper.kind, "added", "replaced"),
        safeguard(of: ForwardPlanEntry.kind, "published", "exception-on"),
    ]

    private static func safeguard(of kind: Kind, _ fields: String...) -> Safeguard {
        Safeguard(of: kind.name, rule: rule) { after, before, _ in
            func said(_ record: Record) -> [Day?] { fields.map { record.day($0) } }
            let nothing = [Day?](repeating: nil, count: fields.count)
            let held = before.map(said)
            let isAsHeld =
                after.allSatisfy { held.contains(said($0)) || said($0) == nothing }
                && (after.last.map(said) ?? nothing) == (held.last ?? nothing)
            return isAsHeld ? nil : .sealMeetings
        }
    }
}
