import Arrangements
public import Kernel
import Meetings
public import Records

/// What the registers of meetings say of who comes, put to the arrangements check as figures and absences, so that F11
/// and F12 read registers as they read papers. Nothing of it is kept: it is worked out anew for each day.
public enum RegisterEvidence {
    /// A book with the evidence of every register up to a day. Where a register speaks of what a paper spoke of before,
    /// the register's word is the later one.
    public static func laid(over book: Book, on day: Day) -> Book {
        let meetings = Dictionary(grouping: latest(book, Meeting.kind).map(Meeting.init), by: \.body)
        let entries = Dictionary(grouping: latest(book, RegisterEntry.kind)) { $0.text("meeting") ?? "" }
        guard !entries.isEmpty else { return book }
        let seats = Dictionary(grouping: book.all(Seat.kind.name).map(Seat.init), by: \.body)
        var things: [[Record]] = []
        for (body, held) in meetings {
            let registers = BodyRegisters(
                meetings: held, entries: held.flatMap { entries[$0.id.text, default: []] },
                seats: seats[body, default: []])
            let attendance = AttendanceOverTime(registers, until: day)
            guard !attendance.isEmpty else { continue }
            things += figures(of: body, attendance)
            things += absences(at: body, attendance, on: day)
            things += superseded(book, at: body, by: attendance)
        }
        var laid = book
        laid.set(each: things.filter { !$0.isEmpty })
        return laid
    }

    /// The last version of each thing that has not ended.
    private static func latest(_ book: Book, _ kind: Kind) -> [Record] {
        var last: [Record] = []
        for record in book.all(kind.name) {
            if last.last?.id == record.id { last[last.count - 1] = record } else { last.append(record) }
        }
        return last.filter { $0.period.until == nil }
    }

    // MARK: - F11

    private static func figures(of body: ID<Body>, _ attendance: AttendanceOverTime) -> [[Record]] {
        guard let last = attendance.sittings.last else { return [] }
        let period = Period(trusting: last.on, until: nil, attested: nil)
        var fields: [String: Value] = [
            "body": .text(body.text), "measure": .text("meeting"), "percent": .integer(last.percent),
            "meeting": .day(last.on),
        ]
        fields["trend"] = attendance.trend.map(Value.text)
        var all = [record(Attendance.kind, "register-meeting-\(body)", period, last, fields)]
        if let regular = attendance.regularPercent {
            all.append(
                record(
                    Attendance.kind, "register-regular-\(body)", period, last,
                    ["body": .text(body.text), "measure": .text("regular"), "percent": .integer(regular)]))
        }
        return all.map { [$0] }
    }

    // MARK: - F12

    private static func absences(at body: ID<Body>, _ attendance: AttendanceOverTime, on day: Day) -> [[Record]] {
        guard let last = attendance.sittings.last else { return [] }
        return attendance.shares(by: .organisation).compactMap { share in
            guard !share.key.isEmpty else { return nil }
            let since = share.lastCame ?? share.firstAsked
            return [
                record(
                    Absence.kind, "register-absence-\(body)-\(share.key)",
                    Period(trusting: since, until: nil, attested: nil), last,
                    [
                        "body": .text(body.text), "organisation": .text(share.key),
                        "months": .integer(months(from: since, to: day)),
                    ])
            ]
        }
    }

    /// Whole months between two days.
    private static func months(from start: Day, to end: Day) -> Int {
        let count = (end.year - start.year) * 12 + end.month - start.month
        return max(0, start.adding(months: count) > end ? count - 1 : count)
    }

    /// What papers said of the same, ended on the day of the first register after it.
    private static func superseded(
        _ book: Book, at body: ID<Body>, by attendance: AttendanceOverTime
    ) -> [[Record]] {
        let organisations = Set(attendance.shares(by: .organisation).map(\.key))
        let figures = latest(book, Attendance.kind).filter { record in
            record.text("body") == body.text
                && (record.text("measure") != "regular" || attendance.regularPercent != nil)
        }
        let absences = latest(book, Absence.kind).filter { record in
            record.text("body") == body.text && record.text("organisation").map(organisations.contains) == true
        }
        return (figures + absences).compactMap { record in
            let known = record.period.from ?? record.period.attested ?? Day(number: 0)
            guard let first = attendance.sittings.first(where: { $0.on > known }) else { return nil }
            let period = Period(trusting: record.period.from, until: first.on, attested: record.period.attested)
            let ended = Record(
                record.kind, id: record.id, version: record.version, period: period, provenance: record.provenance,
                sources: record.sources, note: record.note, values: record.values, place: record.place)
            return book.versions(of: record.id).dropLast() + [ended]
        }
    }

    private static func record(
        _ kind: Kind, _ id: String, _ period: Period, _ sitting: AttendanceOverTime.Sitting, _ fields: [String: Value]
    ) -> Record {
        Record(
            kind, id: id, period: period, provenance: .figure,
            sources: [Citation("Register", sitting.meeting.text)],
            values: kind.fields.map { fields[$0.name] ?? .none })
    }
}
