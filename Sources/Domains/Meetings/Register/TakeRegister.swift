import Arrangements
import Kernel
import Partners
import Records
import Store

/// The names of a register's fields in its form, a set for each seat.
enum RegisterForm {
    static let held = "held"
    static let anotherClerk = "Another clerk meanwhile said"
    static func name(_ key: String, _ seat: String) -> String { "\(key):\(seat)" }

    /// What was held of a seat when the form was made, so that a line nobody touched is not put back over another
    /// clerk's.
    static func mark(_ line: RegisterView.Line) -> String {
        if line.seat.number > 1 {
            return line.entries.isEmpty ? "" : "\(line.count(["present", "substitute"]))"
        }
        guard let record = line.entries.first?.record else { return RegisterLine(seat: "").mark }
        return RegisterLine(
            seat: "", state: record.text("state"), substitute: record.text("substitute"),
            arrived: record.text("arrived"), left: record.text("left"), mode: record.text("mode")
        ).mark
    }
}

/// What a clerk says of one seat.
struct RegisterLine: Sendable, Equatable {
    let seat: String
    var state: String?
    /// How many came, of a seat that stands for several.
    var count: String?
    var substitute: String?
    var arrived: String?
    var left: String?
    var mode: String?
    /// What was held of the seat when the clerk began, as `mark`; nil when they do not say.
    var was: String?

    var mark: String {
        count ?? [state, substitute, arrived, left, mode].map { $0 ?? "" }.joined(separator: "|")
    }
}

/// Keeps what is said of some seats at a meeting. Sent twice it changes nothing the second time; two clerks at once
/// each keep the lines they touched.
struct TakeRegister: Sendable {
    let meeting: String
    let lines: [RegisterLine]
    /// Whether the meeting is under way or over.
    let isHeld: Bool

    /// - Throws: `.invalid` with the problems of every line, each under the field of its seat.
    func perform(by hand: Hand, in tx: Transaction) throws {
        let record = try hand.last(Meeting.kind, meeting, in: tx), held = Meeting(record)
        try hand.caller.must(.changeMeetings, under: hand.policy)
        guard !held.isCancelled else { throw Refusal.wrong("", "That meeting was cancelled: nobody was there") }
        guard held.on <= hand.today else {
            throw Refusal.wrong("", "The meeting is on \(held.on.long), and has not been yet")
        }
        let reading = DayBook(hand.shelf(tx), on: held.on)
        let view = try RegisterView(of: held, in: reading)
        var problems: [Problem] = []
        for line in lines {
            guard let seat = view.lines.first(where: { $0.seat.id.text == line.seat }) else {
                problems.append(Problem("", "The seat \(line.seat) was not at this table on \(held.on.long)"))
                continue
            }
            do {
                try keep(line, of: seat, by: hand, in: tx)
            } catch Refusal.invalid(let found) {
                problems += found.map { problem in
                    let key =
                        ["substitute", "arrived", "left", "mode"].contains(problem.field) ? problem.field : "state"
                    return Problem(
                        RegisterForm.name(seat.seat.number > 1 && key == "state" ? "count" : key, line.seat),
                        "\(seat.name): \(problem.message)")
                }
            }
        }
        if !problems.isEmpty { throw Refusal.invalid(problems) }
        if isHeld, held.status == "planned" {
            try hand.amend(record, ["status": .text("held")], because: "The register was taken", in: tx)
        }
    }

    private func keep(_ line: RegisterLine, of seat: RegisterView.Line, by hand: Hand, in tx: Transaction) throws {
        let now = RegisterForm.mark(seat)
        if now == line.mark { return }
        if let was = line.was, was != now {
            let said = seat.entries.map { RegisterEntry.states.label(of: $0.state) }.joined(separator: ", ")
            throw Refusal.wrong("state", "\(RegisterForm.anotherClerk) “\(said)”. Check it, and save again")
        }
        guard seat.seat.number == 1 else { return try keep(counted: line, of: seat, by: hand, in: tx) }
        var fields = seat.said
        fields["state"] = .typed(line.state)
        fields["substitute"] = .typed(line.substitute)
        fields["arrived"] = .typed(line.arrived)
        fields["left"] = .typed(line.left)
        fields["mode"] = .typed(line.mode)
        if let entry = seat.entries.first {
            guard line.state != nil else {
                throw Refusal.wrong("state", "Say whether they came: a line once kept is not emptied")
            }
            try hand.amend(entry.record, fields, because: "The register was put right", in: tx)
        } else if line.state != nil {
            try add(fields, by: hand, in: tx)
        }
    }

    /// Of a seat that stands for several places, how many came and how many did not: two lines.
    private func keep(counted line: RegisterLine, of seat: RegisterView.Line, by hand: Hand, in tx: Transaction) throws
    {
        guard let text = line.count else { return }
        guard let came = Int(text), (0...seat.seat.number).contains(came) else {
            throw Refusal.wrong("state", "Enter how many came, from 0 to \(seat.seat.number)")
        }
        // The smaller number first, so that at no moment there are more than there are places.
        let wanted = [("present", came), ("absent", seat.seat.number - came)]
        let order = wanted.sorted { seat.count([$0.0]) - $0.1 > seat.count([$1.0]) - $1.1 }
        for (state, number) in order {
            let held = seat.entries.first { $0.state == state }
            if let held, number == 0 {
                var ending = RecordDraft(RegisterEntry.kind)
                ending.give(CommonKey.until.rawValue, .text(hand.on.adding(days: 1).description))
                try EndRecord(
                    held.id.text, by: ending, because: "The register was put right", seen: nil, registry: hand.registry
                )
                .perform(by: hand.caller, under: hand.policy, at: hand.now, in: tx)
            } else if let held {
                try hand.amend(
                    held.record, ["number": .text("\(number)")], because: "The register was put right", in: tx)
            } else if number > 0 {
                var fields = seat.said
                fields["state"] = .text(state)
                fields["number"] = .text("\(number)")
                try add(fields, by: hand, in: tx)
            }
        }
    }

    private func add(_ fields: [String: Given], by hand: Hand, in tx: Transaction) throws {
        var fields = fields
        fields["meeting"] = .text(meeting)
        try hand.add(RegisterEntry.kind, id: nil, fields, in: tx)
    }
}

extension RegisterView.Line {
    /// What the seat was that day.
    fileprivate var said: [String: Given] {
        let record = seat.record
        return [
            "seat": .text(seat.id.text), "role": .text(seat.role), "organisation": .typed(organisation?.id),
            "sector": .typed(seat.sector ?? sector), "seniority": .typed(record.text("seniority") ?? grade),
        ]
    }
}
