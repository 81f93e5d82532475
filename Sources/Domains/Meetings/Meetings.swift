public import Doors
import Store

extension Module {
    /// Where the trust does its business: meetings, agendas, registers, decisions, minutes and actions.
    public static let meetings = Module(
        name: "meetings",
        title: "Meetings",
        schema: Schema(
            room: "meetings", migrations: [Migration("0001-meetings", PackageResources._001_meetings_sql)]),
        kinds: MeetingsKinds.all,
        invariants: MeetingsInvariants.all,
        safeguards: Minutes.safeguards,
        policy: .meetings,
        routes: Meeting.routes,
        verbs: Meeting.verbs
    )
}
