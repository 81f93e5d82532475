public import Doors
import Store

extension Module {
    /// Where the trust does its business: meetings, agendas, registers, decisions, minutes and actions.
    public static let meetings = Module(
        name: "meetings",
        title: "Meetings",
        schema: Schema(
            room: "meetings",
            migrations: [
                Migration("0001-meetings", PackageResources._001_meetings_sql),
                Migration("0002-papers", PackageResources._002_papers_sql),
                Migration("0003-packs-and-feeds", PackageResources._003_packs_and_feeds_sql),
                Migration("0004-search", PackageResources._004_search_sql),
                Migration("0005-notice", PackageResources._005_notice_sql),
                Migration("0006-higher", PackageResources._006_higher_sql),
                Migration("0007-search-reach", PackageResources._007_search_reach_sql),
            ]),
        kinds: MeetingsKinds.all,
        invariants: MeetingsInvariants.all,
        safeguards: Minutes.safeguards + AgendaItem.safeguards + Paper.safeguards + PublicationDay.safeguards,
        policy: .meetings,
        routes: Meeting.routes,
        verbs: Meeting.verbs
    )
}
