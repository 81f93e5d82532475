import Arrangements
import Kernel
import Partners
import Records

/// One meeting as one reader may see it.
struct MeetingView: Sendable {
    let meeting: Meeting
    let body: Named
    let sight: Sight
    /// What was read, for whoever changes it next.
    let seen: String
    /// In the order of the agenda. For the public none before the agenda is published.
    let items: [ItemView]
    let register: RegisterView
    let decisions: [DecisionView]
    let actions: [ActionView]
    let minutes: Minutes?
    /// The last day on which its agenda is in time; nil before 1995, whose bank holidays are not held.
    let publishBy: Day?
    /// Whether notice is asked for before it is held in private (GOV-04).
    let asksPrivateNotice: Bool

    var id: String { meeting.id.text }
    var isToCome: Bool { meeting.status == "planned" }
    /// Whether this reader sees the agenda at all.
    var showsAgenda: Bool { sight.isWhole || meeting.isOpen(to: sight) }

    /// Whether what is put under an item on a day comes after the agenda, and too late for its clear days.
    func isTooLate(on day: Day) -> Bool { meeting.agendaPublished != nil && (try? meeting.isTooLate(day)) == true }

    /// - Parameter today: the day it is, which decides who reads what.
    /// - Returns: nil when there is no such meeting.
    init?(_ id: String, for caller: Caller, under policy: Policy, today: Day, in reading: DayBook) throws {
        let versions = try reading.versions(of: id), shelf = reading.shelf
        guard let record = versions.standing.first, record.kind.name == Meeting.kind.name else { return nil }
        let meeting = Meeting(record)
        self.meeting = meeting
        body = try reading.named(meeting.body)
        let sight = try Sight(of: caller, under: policy, into: meeting.body, today: today, shelf)
        self.sight = sight
        seen = Seen.mark(of: versions)
        publishBy = try? MeetingLaw.publishBy(meeting.on)
        asksPrivateNotice =
            try reading.versions(of: meeting.body.text).last?.text("type") == "executive"
            && (try? MeetingLaw.privateNoticeBy(meeting.on)) != nil
        items =
            sight.isWhole || meeting.isOpen(to: sight)
            ? try shelf.standing(AgendaItem.kind, where: "meeting", is: id)
                .map { try ItemView($0, sight, in: reading) }.sorted { $0.item.number < $1.item.number } : []
        register = try RegisterView(of: meeting, in: reading)
        decisions = try shelf.standing(Resolution.kind, where: "meeting", is: id)
            .map { try DecisionView($0, sight, in: reading) }
            .filter { sight.isWhole || $0.isPublic }.sorted { $0.order < $1.order }
        actions = try shelf.standing(MeetingAction.kind, where: "meeting", is: id)
            .filter { try sight.isWhole || MeetingAction($0).isOpen(to: sight, shelf) }
            .map { try ActionView($0, in: reading) }.sorted { $0.order < $1.order }
        let minutes = try shelf.nouns(Minutes.self, where: "meeting", is: id).first
        self.minutes = minutes.flatMap { sight.isWhole || $0.isPublic ? $0 : nil }
    }
}

/// One item of an agenda as one reader may see it.
struct ItemView: Sendable {
    let item: AgendaItem
    /// Whether this reader sees all of it, rather than its line for the public.
    let isWhole: Bool
    let presenter: Named?
    let reportOf: Subject?
    let report: Report?
    let author: Named?
    let wards: [Named]
    let declarations: [(declaration: Declaration, seat: String)]
    let cameFrom: Subject?

    var id: String { item.id.text }
    var title: String { isWhole ? item.title : item.publicTitle }

    init(_ record: Record, _ sight: Sight, in reading: DayBook) throws {
        let item = AgendaItem(record)
        self.item = item
        let isWhole = item.isOpen || sight.isWhole
        self.isWhole = isWhole
        let report = isWhole ? try reading.shelf.nouns(Report.self, where: "item", is: record.id).first : nil
        self.report = report
        presenter = isWhole ? try reading.named(record.id("presenter") as ID<Post>?) : nil
        reportOf = isWhole ? try record.text("report-of").flatMap(reading.subject) : nil
        author = try reading.named(report?.record.id("author") as ID<Post>?)
        wards = try report?.record.list("wards").map(reading.named) ?? []
        declarations =
            isWhole
            ? try reading.shelf.nouns(Declaration.self, where: "item", is: record.id)
                .map { ($0, try reading.name(of: $0.seat.text)) } : []
        cameFrom = try record.text("came-from").flatMap { id in
            guard isWhole, let cause = try reading.versions(of: id).standing.first else { return nil }
            // Of another body's action only who may read this item whole is told: it says it all.
            let isTold = cause.kind.name == MeetingAction.kind.name || Resolution(cause).isOpen(to: sight)
            return try isTold ? reading.subject(id) : nil
        }
    }

    var closedBecause: String { AgendaItem.closedBecause(item.record) }
}

/// An action with its owner's name.
struct ActionView: Sendable {
    let action: MeetingAction
    let owner: Named?
    let body: Named
    let escalatedTo: Subject?
    /// Whether what it came of is kept from nobody.
    let isOpen: Bool

    var id: String { action.id.text }
    var order: (Int, String) { (action.due?.number ?? .max, id) }

    init(_ record: Record, in reading: DayBook) throws {
        action = MeetingAction(record)
        owner = try reading.named(action.owner)
        isOpen = try action.isOpen(reading.shelf)
        body = try reading.named(action.body)
        escalatedTo = try record.text("escalated-to").flatMap(reading.subject)
    }
}
