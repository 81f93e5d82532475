import Kernel
import Records

/// What a body's meetings left to be seen to, as a line each: what the item *matters arising* of the next agenda says.
///
/// Everybody reads the agenda: what is not open, or not published yet, is left out.
struct MattersArising {
    let meeting: Meeting
    let today: Day
    let shelf: RecordShelf
    /// The last one that the body held before this; nil for its first.
    private let last: Meeting?

    static let linesMax = 60, charactersMax = 4_000
    /// A call-in is heard, and a decision that was referred back made again, within so long or not at all.
    private static let daysBack = 366

    /// - Parameter today: What is published after it is left out.
    init(for meeting: Meeting, today: Day, on shelf: RecordShelf) throws {
        (self.meeting, self.today, self.shelf) = (meeting, today, shelf)
        last = try shelf.records(of: Meeting.kind, where: "body", is: meeting.body.text).standing.map(Meeting.init)
            .filter { $0.on < meeting.on && $0.status == "held" }.max { $0.on < $1.on }
    }

    /// Nil where nothing was left.
    func words() throws -> String? {
        let lines = try open() + called() + putOff() + between() + done()
        guard !lines.isEmpty else { return nil }
        return lines.prefix(Self.linesMax).joined(separator: "\n").prefix(Self.charactersMax).description
    }

    /// Actions that are still open: what, who, by when.
    private func open() throws -> [String] {
        try actions { $0.isOpen && ($0.record.period.from ?? meeting.on) <= meeting.on }
            .sorted { ($0.due?.number ?? .max, $0.id.text) < ($1.due?.number ?? .max, $1.id.text) }
            .map { action in
                let owner = try action.owner.flatMap { try shelf.subject($0.text)?.name } ?? "nobody named"
                return "\(action.name): \(owner), \(action.due.map { "due \($0.long)" } ?? "no day given")"
            }
    }

    /// Actions that were done since the last meeting, or on its day.
    private func done() throws -> [String] {
        guard let last else { return [] }
        return try actions { ($0.done ?? last.on) > last.on && ($0.done ?? meeting.on) <= meeting.on && !$0.isOpen }
            .sorted { ($0.done?.number ?? 0, $0.id.text) < ($1.done?.number ?? 0, $1.id.text) }
            .compactMap { action in action.done.map { "Done on \($0.long): \(action.name)" } }
    }

    private func actions(_ isWanted: (MeetingAction) -> Bool) throws -> [MeetingAction] {
        try shelf.records(of: MeetingAction.kind, where: "body", is: meeting.body.text).standing
            .map(MeetingAction.init).filter { try isWanted($0) && $0.isOpen(shelf) }
    }

    /// Decisions that were called in and are not heard, or were referred back and are not made again (GOV-27).
    private func called() throws -> [String] {
        let decisions = try decisions { $0.isOpenToCallIn && $0.on.number >= meeting.on.number - Self.daysBack }
        let againMade = Set(try all().compactMap { $0.record.text("replaces") })
        return try decisions.compactMap { decision in
            let callIns = try shelf.nouns(CallIn.self, where: "resolution", is: decision.id.text)
            guard let callIn = callIns.max(by: { $0.on < $1.on }), callIn.on <= meeting.on else { return nil }
            switch callIn.outcome {
            case nil: return "Called in on \(callIn.on.long), and not heard yet: \(decision.name)"
            case "referred-back" where !againMade.contains(decision.id.text): return "Referred back: \(decision.name)"
            case "referred-on": return "Referred to full council: \(decision.name)"
            default: return nil
            }
        }
    }

    /// What the last meeting put off, or could not decide.
    private func putOff() throws -> [String] {
        guard let last else { return [] }
        return try decisions { $0.meeting == last.id && !$0.isDecided }.map { decision in
            "\(decision.outcome == "deferred" ? "Put off" : "Not decided") on \(last.on.long): \(decision.name)"
        }
    }

    /// What was decided since, between meetings, and is to be reported (M06).
    private func between() throws -> [String] {
        try decisions { $0.made != "meeting" && $0.record.text("reported-to") == nil && $0.on <= meeting.on }
            .map { "Decided between meetings on \($0.on.long), to be reported: \($0.name)" }
    }

    private func decisions(_ isWanted: (Resolution) -> Bool) throws -> [Resolution] {
        try all().filter { decision in
            guard isWanted(decision), decision.openFrom.map({ $0 <= today }) == true else { return false }
            let item = try decision.item.flatMap { try Record.last($0.text, on: shelf) }.map(AgendaItem.init)
            return decision.isOpen(with: item)
        }
        .sorted { ($0.on, $0.id.text) < ($1.on, $1.id.text) }
    }

    private func all() throws -> [Resolution] {
        try shelf.records(of: Resolution.kind, where: "body", is: meeting.body.text).standing.map(Resolution.init)
    }
}
