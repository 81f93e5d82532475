import Arrangements
import Kernel
import Partners
import Records

extension RegisterEntry {
    static let ofASeatThatDay = Invariant(of: kind.name, rule: "A register is of the seats as they stood that day") {
        record, shelf in
        let entry = RegisterEntry(record)
        guard let meeting = try Record.last(entry.meeting.text, on: shelf).map(Meeting.init) else { return [] }
        let versions = try shelf.versions(of: entry.seat.text)
        guard versions.contains(where: { $0.text("body") == meeting.body.text }) else {
            return [Problem("seat", "That seat is at another table")]
        }
        guard let seat = versions.first(where: { $0.period.held(on: meeting.on) != .no }).map(Seat.init) else {
            return [Problem("seat", "That seat had ended, or was not there yet, on \(meeting.on.long)")]
        }
        if meeting.isCancelled { return [Problem("meeting", "That meeting was cancelled: nobody was there")] }
        return seat.role == entry.role
            ? [] : [Problem("role", "That day the seat was that of \(Seat.roles.label(of: seat.role).lowercased())")]
    }

    static let substituteNamed = Invariant(of: kind.name, rule: "A substitute is named, and comes before they leave") {
        record, shelf in
        let entry = RegisterEntry(record)
        let sitting = SittingTime(begins: try Record.last(entry.meeting.text, on: shelf).flatMap { Meeting($0).time })
        var problems: [Problem] = []
        if entry.state == "substitute", record.text("substitute") == nil {
            problems.append(Problem("substitute", "Say who came in their place"))
        }
        if entry.state != "substitute", record.text("substitute") != nil {
            problems.append(Problem("state", "A substitute is named, and the seat is not said to have sent one"))
        }
        if !entry.isThere, entry.arrived != nil || entry.left != nil {
            problems.append(Problem("arrived", "Somebody who was not there neither arrived nor left"))
        }
        if let arrived = entry.arrived, let left = entry.left, sitting.minutes(left) <= sitting.minutes(arrived) {
            problems.append(Problem("left", "They left at \(left.words), which is not after they arrived"))
        }
        return problems
    }

    static let notMoreThanItsPlaces = Invariant(of: kind.name, rule: "A register counts a seat's places once") {
        record, shelf in
        let entry = RegisterEntry(record)
        let others = try shelf.records(of: kind, where: "meeting", is: entry.meeting.text).standing
            .map(RegisterEntry.init).filter { $0.seat == entry.seat && $0.id != entry.id }
        let places = try Record.last(entry.seat.text, on: shelf).map { Seat($0).number } ?? 1
        let counted = others.reduce(entry.number) { $0 + $1.number }
        guard counted > places else { return [] }
        return [Problem("number", "The register has \(counted) of a seat that has \(places)")]
    }
}

extension Declaration {
    /// GOV-13: what is withheld is described nowhere but in the monitoring officer's own record.
    static let withheldByTheLaw = Invariant(
        of: kind.name, rule: "A sensitive interest is withheld in the law's words, and not described"
    ) { record, shelf in
        guard record.flag("sensitive") == true else { return [] }
        guard let item = try Record.last(Declaration(record).item.text, on: shelf).map(AgendaItem.init),
            let meeting = try Record.last(item.meeting.text, on: shelf).map(Meeting.init)
        else { return [] }
        guard let words = MeetingLaw.withheld(on: meeting.on) else {
            return [Problem("sensitive", "On \(meeting.on.long) no law let the details of an interest be withheld")]
        }
        guard record.text("nature") != words else { return [] }
        return [Problem("nature", "Leave out what it is: the monitoring officer keeps the details of it")]
    }

    /// GOV-12, GOV-13.
    static let byTheLawOfTheDay = Invariant(
        of: kind.name, rule: "An interest is of a kind that the law of its day knew"
    ) {
        record, shelf in
        let declaration = Declaration(record)
        guard let item = try Record.last(declaration.item.text, on: shelf).map(AgendaItem.init),
            let meeting = try Record.last(item.meeting.text, on: shelf).map(Meeting.init)
        else { return [] }
        var problems: [Problem] = []
        if !MeetingLaw.interests(on: meeting.on).contains(declaration.interest) {
            let label = Declaration.interests.label(of: declaration.interest)
            problems.append(Problem("interest", "\(label) could not be declared on \(meeting.on.long)"))
        }
        if MeetingLaw.mustLeave(declaration.interest), !declaration.leftRoom, record.text("dispensation") == nil {
            problems.append(
                Problem("left-room", "With such an interest they leave the room, or have a dispensation: say which"))
        }
        return problems
    }
}
