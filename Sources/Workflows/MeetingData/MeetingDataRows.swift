import Arrangements
import Kernel
import Meetings
import Partners
import Records

// What each kind of row comes to.

extension MeetingDataReading {
    /// A body that is held is left as it is: these files know less of it.
    mutating func takeCommittee(_ row: MeetingDataRow) throws(MeetingDataFault) {
        let name = try row.needed("committee")
        let from = try row.day("from"), until = try row.day("until")
        if try held.body(named: name) != nil { return }
        let id = try identifier(name, for: Body.kind)
        try add(
            Body.kind, id,
            [
                "name": name, "type": try Self.type(try row.text("type")), "from": from?.description,
                "as-at": from == nil ? today.description : nil, "until": until?.description,
            ], row)
        held.know(body: name, as: id)
    }

    private static func type(_ text: String?) throws(MeetingDataFault) -> String {
        guard let text else { return "committee" }
        let folded = Folding.folded(text)
        if let type = Body.types.first(where: { [$0.value, $0.label].map(Folding.folded).contains(folded) }) {
            return type.value
        }
        let others = [
            "cabinet": "executive", "executive board": "executive", "area committee": "committee",
            "community committee": "committee", "regulatory": "committee", "regulatory committee": "committee",
            "overview and scrutiny": "scrutiny", "scrutiny committee": "scrutiny", "working group": "sub-group",
            "sub committee": "sub-group", "subcommittee": "sub-group", "council": "full-council",
            "county council": "full-council", "city council": "full-council", "joint committee": "committee",
            "advisory committee": "committee",
            "panel": "committee",
        ]
        guard let known = others[folded] else {
            throw MeetingDataFault("“\(text.prefix(40))” is no type of body that is known")
        }
        return known
    }

    mutating func takeMember(_ row: MeetingDataRow) throws(MeetingDataFault) {
        let body = try knownBody(row), name = try row.needed("member")
        let role = try Self.role(try row.text("role")), from = try row.day("from"), until = try row.day("until")
        if let from, let until, until <= from { throw MeetingDataFault("They leave before they join") }
        if Self.isVacancy(name) { return try takeVacancy(at: body, role, from, until, row) }
        let person = try takePerson(name, row)
        let id = held.seat(of: person, at: body, from: from)
        let fields: [String: String?] = [
            "body": body, "person": person, "role": role, "from": from?.description,
            "until": until?.description,
        ]
        if let id, says(id, fields) { return agreed(id) }
        let new = id ?? seatID(body, person, from)
        var all = fields
        if from == nil { all["as-at"] = today.description }
        try add(Seat.kind, new, all, row)
        held.know(
            seat: new, of: person, at: body,
            Period(trusting: from, until: until, attested: from == nil ? today : nil), role)
    }

    /// What stands in the place of a name where nobody has the seat.
    private static func isVacancy(_ name: String) -> Bool {
        ["vacancy", "vacant", "vacant seat", "vacant position", "vacant post"].contains(Folding.folded(name))
    }

    /// A seat that nobody has: the first that a file says of a body is the same seat in every file.
    private mutating func takeVacancy(
        at body: String, _ role: String, _ from: Day?, _ until: Day?, _ row: MeetingDataRow
    ) throws(MeetingDataFault) {
        vacancies[body, default: 0] += 1
        let id = seatID(body, "vacancy-\(vacancies[body, default: 1])", nil)
        var fields: [String: String?] = [
            "body": body, "role": role, "standing": "vacant", "from": from?.description, "until": until?.description,
        ]
        if says(id, fields) { return agreed(id) }
        if from == nil { fields["as-at"] = today.description }
        try add(Seat.kind, id, fields, row)
    }

    private func seatID(_ body: String, _ person: String, _ from: Day?) -> String {
        let id = ([body, person] + (from.map { [$0.description] } ?? [])).joined(separator: "-")
        return IDText.isWellFormed(id) ? id : Self.shortened(id)
    }

    /// Ends in a mark of the whole, so that two long ones differ.
    private static func shortened(_ id: String) -> String {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for byte in id.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
        return String(id.prefix(60)) + "-" + String(hash, radix: 16)
    }

    private static func role(_ text: String?) throws(MeetingDataFault) -> String {
        guard let text else { return "member" }
        let folded = Folding.folded(text)
        if let role = Seat.roles.first(where: { [$0.value, $0.label].map(Folding.folded).contains(folded) }) {
            return role.value
        }
        let others = [
            "chairman": "chair", "chairperson": "chair", "chairwoman": "chair", "vice chair": "deputy-chair",
            "vice chairman": "deputy-chair", "deputy chairman": "deputy-chair", "vice chairperson": "deputy-chair",
            "committee member": "member", "full member": "member", "councillor": "member", "voting member": "member",
            "co optee": "attendee", "co opted member": "attendee", "in attendance": "attendee", "officer": "attendee",
            "advisor": "adviser", "leader": "chair", "leader of the council": "chair", "deputy leader": "deputy-chair",
            "co opted member voting": "member", "voting co optee": "member", "co opted member non voting": "attendee",
        ]
        if folded.hasPrefix("substitute") || folded == "reserve" {
            throw MeetingDataFault("A substitute has no seat of their own: the register says when one came")
        }
        guard let known = others[folded] else {
            throw MeetingDataFault("“\(text.prefix(40))” is no role at a table that is known")
        }
        return known
    }

    /// The person of that name, who is added where nobody has it.
    private mutating func takePerson(_ name: String, _ row: MeetingDataRow) throws(MeetingDataFault) -> String {
        if let person = try held.person(named: name) { return person }
        let plain = MeetingDataHeld.plain(name), id = try identifier(plain, for: Person.kind)
        try add(Person.kind, id, ["name": plain, "as-at": today.description], row)
        held.know(person: name, as: id)
        return id
    }

    mutating func takeMeeting(_ row: MeetingDataRow) throws(MeetingDataFault) {
        let body = try knownBody(row), (day, time) = try row.moment()
        let known = try held.meeting(of: body, on: day, at: time)
        // Of a meeting that is held already a file without a state says nothing: it may have been cancelled here.
        let said = try Self.status(try row.text("status"))
        let status = said ?? (known == nil ? (day < today ? "held" : "planned") : nil)
        let wasCancelled = known.flatMap { held.last($0)?.text("status") } == "cancelled"
        let reason = try row.text("reason") ?? (status == "cancelled" && !wasCancelled ? Self.noReason : nil)
        guard day <= today || !["held", "inquorate"].contains(status) else {
            throw MeetingDataFault("\(day.long) is still to come: no meeting was held then")
        }
        let fields: [String: String?] = [
            "body": body, "on": day.description, "time": time?.description, "place": try row.text("place"),
            "status": status, "reason": reason,
        ]
        if let known, says(known, fields) { return agreed(known) }
        let id = known ?? meetingID(body, day, time)
        var all = fields
        all["from"] = (known == nil ? min(day, today) : today).description
        try add(Meeting.kind, id, all, row)
        held.know(meeting: id, of: body, on: day, time)
        if let status { held.know(meeting: id, isCancelled: status == "cancelled") }
    }

    /// A cancelled meeting says why, and few exports do.
    private static let noReason = "The data it was imported from gives no reason"

    private func meetingID(_ body: String, _ day: Day, _ time: ClockTime?) -> String {
        let first = "meeting-\(body)-\(day)"
        let id =
            isDrafted(first) || held.last(first) != nil
            ? first + "-" + (time?.description.filter { $0 != ":" } ?? "again") : first
        return IDText.isWellFormed(id) ? id : Self.shortened(id)
    }

    private static func status(_ text: String?) throws(MeetingDataFault) -> String? {
        guard let text else { return nil }
        switch Folding.folded(text) {
        case "held", "adjourned", "took place", "complete", "completed", "minutes published", "occurred", "past":
            return "held"
        case "planned", "scheduled", "agenda published", "confirmed", "provisional", "future": return "planned"
        case "cancelled", "canceled", "abandoned", "withdrawn": return "cancelled"
        case "inquorate", "not quorate": return "inquorate"
        default: throw MeetingDataFault("“\(text.prefix(40))” is no state of a meeting that is known")
        }
    }

    mutating func takeAttendance(_ row: MeetingDataRow) throws(MeetingDataFault) {
        let body = try knownBody(row), (day, time) = try row.moment(), name = try row.needed("member")
        let typed = try row.needed("attendance"), state = try Self.attendance(typed)
        guard let meeting = try held.meeting(of: body, on: day, at: time) else {
            throw MeetingDataFault("No meeting of this committee is known on \(day.long)")
        }
        guard let person = try held.person(named: name) else {
            throw MeetingDataFault("“\(name.prefix(40))” is nobody who is known")
        }
        guard let seat = try held.seat(of: person, at: body, on: day) else {
            throw MeetingDataFault("“\(name.prefix(40))” had no seat there on \(day.long)")
        }
        if held.isCancelled(meeting: meeting) {
            throw MeetingDataFault("The meeting of \(day.long) was cancelled: nobody was there")
        }
        let substitute = try row.text("substitute")
        if state == "substitute", substitute == nil {
            throw MeetingDataFault("It does not say who came in their place")
        }
        let id = Self.shortened("\(meeting)-\(seat)")
        let fields: [String: String?] = [
            "meeting": meeting, "seat": seat, "role": held.role(of: seat), "state": state,
            "substitute": state == "substitute" ? substitute : nil,
            "mode": Self.remote.contains(Folding.folded(typed)) ? "remote" : nil,
            "from": day.description,
        ]
        if says(id, fields) { return agreed(id) }
        try add(RegisterEntry.kind, id, fields, row)
    }

    /// Words for somebody who was there from elsewhere, whom the law of some years does not count (REMOTE).
    private static let remote: Set = [
        "remote", "remotely", "virtual", "virtually", "present remote", "present remotely", "present virtual",
        "present virtually", "attended remotely", "attended virtually", "online",
    ]

    private static func attendance(_ text: String) throws(MeetingDataFault) -> String {
        switch Folding.folded(text) {
        case "present", "attended", "yes", "y", "p", "true", "1", "present as expected", "in attendance":
            return "present"
        case let word where remote.contains(word): return "present"
        case "apologies", "apology", "apologies sent", "apologies for absence", "apologies received", "apologies given",
            "apologies tendered", "sent apologies", "ap":
            return "apologies"
        case "substitute", "substituted", "sub", "substitute sent", "represented": return "substitute"
        case "absent", "no", "n", "false", "0", "not present", "did not attend", "absent no apologies": return "absent"
        default: throw MeetingDataFault("“\(text.prefix(40))” does not say whether they came")
        }
    }

    private func knownBody(_ row: MeetingDataRow) throws(MeetingDataFault) -> String {
        let name = try row.needed("committee")
        guard let body = try held.body(named: name) else {
            throw MeetingDataFault("“\(name.prefix(40))” is no committee that is known: import the committees too")
        }
        return body
    }
}
