import Arrangements
import Kernel
import Partners
import Records

extension Resolution {
    /// REP-04, REP-05: every decision of every body says what it means for children. A source of the time may not.
    static let saysWhatItMeans = Invariant(of: kind.name, rule: "Every decision says what it means for children") {
        record, _ in
        let resolution = Resolution(record)
        let required: [(String, String)]
        switch resolution.impact {
        case "affects":
            required = [
                ("impact-who", "Say which children and young people are affected"),
                ("impact-how", "Say how they are affected"),
                ("impact-said", "Say what young people said, or why they were not asked"),
                ("impact-changed", "Say what changed in the decision because children were thought of"),
            ]
        case "none": required = [("impact-how", "Say why no child or young person is affected")]
        default:
            return record.sources.isEmpty
                ? [Problem("impact", "Say what the decision means for children and young people")] : []
        }
        return required.compactMap { record.text($0.0) == nil ? Problem($0.0, $0.1) : nil }
    }

    static let withinItsMeeting = Invariant(of: kind.name, rule: "A decision is its meeting's own, on its day") {
        record, shelf in
        let resolution = Resolution(record)
        guard let meeting = try resolution.meeting.flatMap({ try Record.last($0.text, on: shelf) }).map(Meeting.init)
        else { return [] }
        var problems: [Problem] = []
        if meeting.body != resolution.body {
            problems.append(Problem("body", "That meeting is another body's"))
        }
        if meeting.on != resolution.on, !meeting.isMonthOnly {
            problems.append(Problem("on", "That meeting is on \(meeting.on.long)"))
        }
        if meeting.isCancelled { problems.append(Problem("meeting", "That meeting was cancelled: it decided nothing")) }
        if let item = try resolution.item.flatMap({ try Record.last($0.text, on: shelf) }).map(AgendaItem.init),
            item.meeting != meeting.id
        {
            problems.append(Problem("item", "That item is on another meeting's agenda"))
        }
        return problems
    }

    /// GOV-10. What a source attests needs no register.
    static let withAQuorum = Invariant(of: kind.name, rule: "Nothing is decided without a quorum") { record, shelf in
        let resolution = Resolution(record)
        // To put a matter off is to decide that: without a quorum nothing is.
        guard resolution.outcome != "not-decided", resolution.made == "meeting", let id = resolution.meeting?.text,
            let meeting = try Record.last(id, on: shelf).map(Meeting.init)
        else { return [] }
        let there = try WhoWasThere(at: meeting, time: resolution.time, item: resolution.item, on: shelf)
        guard there.isTaken else {
            return record.sources.isEmpty
                ? [Problem("outcome", "Take the register first: who was there decides whether this could be decided")]
                : []
        }
        if resolution.time == nil, there.cameAndWent, record.sources.isEmpty {
            return [Problem("at", "Some came late or left early: say when it was taken, such as 19:10")]
        }
        guard there.isQuorate == false, let quorum = there.quorum else { return [] }
        return [
            Problem(
                "outcome",
                """
                \(there.count) of the \(quorum) members of the quorum were there and free to decide: this can only be \
                “not decided”
                """)
        ]
    }

    static let votesOfThoseThere = Invariant(of: kind.name, rule: "Only members who are there vote, once") {
        record, shelf in
        let resolution = Resolution(record)
        let lists = ["voted-for", "voted-against", "did-not-vote"].map { ($0, record.list($0)) }
        let counts = ["for", "against", "abstained"]
        var problems: [Problem] = []
        for (index, (field, names)) in lists.enumerated() where !names.isEmpty {
            if let count = record.integer(counts[index]), count < names.count {
                problems.append(Problem(counts[index], "\(names.count) are named, and only \(count) counted"))
            }
            for seat in names where lists[..<index].contains(where: { $0.1.contains(seat) }) {
                problems.append(Problem(field, "\(try shelf.name(of: seat)) is named twice"))
            }
        }
        guard resolution.made == "meeting", let id = resolution.meeting?.text,
            let meeting = try Record.last(id, on: shelf).map(Meeting.init)
        else { return problems }
        let there = try WhoWasThere(at: meeting, time: resolution.time, item: resolution.item, on: shelf)
        guard there.isTaken else { return problems }
        for (field, names) in lists {
            for seat in names where !there.has(seat) {
                let name = try shelf.name(of: seat)
                problems.append(Problem(field, "\(name) was not there then, or had no vote"))
            }
        }
        let cast = counts.compactMap { record.integer($0) }.reduce(0, +)
        if cast > there.count + (record.flag("casting") == true ? 1 : 0) {
            problems.append(Problem("for", "\(cast) votes are counted, and \(there.count) members were there then"))
        }
        return problems
    }

    /// What a source attests is taken as it says.
    static let carriedByAMajority = Invariant(
        of: kind.name, rule: "What is agreed by a vote has more votes for it than against"
    ) { record, _ in
        guard ["agreed", "amended", "recommended"].contains(Resolution(record).outcome), record.sources.isEmpty,
            let votes = record.integer("for")
        else { return [] }
        let against = record.integer("against") ?? 0
        guard votes <= against else { return [] }
        return [
            Problem(
                "for",
                votes == against
                    ? "The votes were equal: it is not agreed, unless the chair gives a second vote, which counts too"
                    : "\(votes) voted for it and \(against) against: it was not agreed")
        ]
    }

    static let betweenMeetings = Invariant(of: kind.name, rule: "A decision between meetings says who was consulted") {
        record, _ in
        let resolution = Resolution(record)
        if resolution.made == "meeting" {
            return resolution.meeting == nil && record.sources.isEmpty
                ? [Problem("meeting", "Say at which meeting it was decided")] : []
        }
        var required = [("decided-by", "Say who decided"), ("consulted", "Say who was consulted, or why nobody was")]
        if resolution.made == "urgent" { required.append(("why-between", "Say why it could not wait for a meeting")) }
        return required.compactMap { record.text($0.0) == nil ? Problem($0.0, $0.1) : nil }
            + (resolution.meeting == nil ? [] : [Problem("meeting", "A decision between meetings has no meeting")])
    }

    /// GOV-08, for what no closed item closes.
    static let closedForAReason = Invariant(of: kind.name, rule: "A decision is closed by the law's words") {
        record, _ in
        guard let access = record.text("access"), access != "open" else { return [] }
        var problems: [Problem] = []
        if access == "exempt", record.text("exempt-under") == nil {
            problems.append(Problem("exempt-under", "Say which description of exempt information covers it"))
        }
        if record.text("exempt-because") == nil {
            problems.append(Problem("exempt-because", "Say why it is not open: everybody may read that"))
        }
        return problems
    }

    /// GOV-27: silence is no exemption.
    static let callInAnswered = Invariant(
        of: kind.name, rule: "Of an executive decision it is said whether it may be called in"
    ) {
        record, shelf in
        let resolution = Resolution(record)
        guard resolution.isDecided, record.sources.isEmpty, record.text("call-in") == nil,
            try Record.last(resolution.body.text, on: shelf)?.text("type") == "executive"
        else { return [] }
        return [Problem("call-in", "Say whether it may be called in: it is the executive's")]
    }

    /// GOV-28.
    static let exemptForAReason = Invariant(of: kind.name, rule: "A decision is kept from call-in for a reason") {
        record, _ in
        guard record.text("call-in") == "urgent", record.text("no-call-in-because") == nil else { return [] }
        return [Problem("no-call-in-because", "Say why it is too urgent to be called in")]
    }

    /// GOV-27.
    static let notCarriedOutEarly = Invariant(of: kind.name, rule: "A decision that may be called in waits for it") {
        record, shelf in
        let resolution = Resolution(record)
        guard let carriedOut = record.day("implemented"), resolution.isOpenToCallIn else { return [] }
        guard let published = resolution.published else {
            return [Problem("implemented", "It may be called in, and is not published yet")]
        }
        if carriedOut < published {
            return [Problem("implemented", "It was published on \(published.long), after that day")]
        }
        let rule = shelf.callInRule
        if let until = resolution.callInUntil(rule), carriedOut <= until {
            return [Problem("implemented", "It may be called in until \(rule.words(until))")]
        }
        let callIns = try shelf.records(of: CallIn.kind, where: "resolution", is: record.id).standing.map(CallIn.init)
        if let open = callIns.first(where: { $0.outcome != "released" }) {
            let why = open.outcome == nil ? "is called in and not heard yet" : "was called in and referred"
            return [Problem("implemented", "The decision \(why): it is not carried out")]
        }
        return []
    }
}

extension CallIn {
    static let inTime = Invariant(of: kind.name, rule: "A decision is called in within its window") {
        record, shelf in
        let callIn = CallIn(record)
        guard record.sources.isEmpty,
            let resolution = try Record.last(callIn.resolution.text, on: shelf).map(Resolution.init)
        else { return [] }
        guard resolution.isOpenToCallIn else {
            return [Problem("resolution", "That decision may not be called in")]
        }
        guard let published = resolution.published else {
            return [Problem("on", "That decision is not published yet")]
        }
        if callIn.on < published { return [Problem("on", "It was published on \(published.long), after that day")] }
        let rule = shelf.callInRule
        guard let until = resolution.callInUntil(rule) else { return [] }
        let time = record.text("time").flatMap { ClockTime($0) }
        if callIn.on == until, time == nil, let hour = rule.until {
            return [Problem("time", "It is the last day: say at what time, which must be by \(hour.words)")]
        }
        let isAfterHours = callIn.on == until && (time.flatMap { hour in rule.until.map { hour > $0 } } ?? false)
        if callIn.on > until || isAfterHours {
            return [Problem("on", "It could be called in until \(rule.words(until))")]
        }
        return []
    }
}
