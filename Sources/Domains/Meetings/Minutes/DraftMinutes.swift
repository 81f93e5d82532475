import Arrangements
import Kernel
import Partners
import Records

/// The first draft of a meeting's minutes, made of what was kept of it: GOV-07 says what they name.
struct DraftMinutes: Sendable {
    /// For the public; nothing exempt in it.
    let text: String
    /// What is kept from the public; nil where there is nothing.
    let exempt: String?
    /// The number of each item that is minuted, and of the last.
    let numbers: [(item: String, number: Int)]

    /// - Parameter first: the number of the first minute, which follows the last of the municipal year.
    init(_ view: MeetingView, first: Int) {
        var open: [String] = [DraftMinutes.present(view)], closed: [String] = [], numbers: [(String, Int)] = []
        var number = first
        for item in view.items {
            numbers.append((item.id, number))
            let lines = DraftMinutes.minute(of: item, number, view)
            if item.item.isOpen {
                open.append(lines.open.joined(separator: "\n"))
                if !lines.closed.isEmpty {
                    closed.append((["\(number) \(item.item.title)"] + lines.closed).joined(separator: "\n"))
                }
            } else {
                open.append("\(number) \(item.item.publicTitle)\n\(item.closedBecause).")
                closed.append((lines.open + lines.closed).joined(separator: "\n"))
            }
            number += 1
        }
        text = open.joined(separator: "\n\n")
        exempt = closed.isEmpty ? nil : closed.joined(separator: "\n\n")
        self.numbers = numbers.map { (item: $0.0, number: $0.1) }
    }

    private static func present(_ view: MeetingView) -> String {
        func names(_ states: Set<String>, members: Bool) -> String {
            let lines = view.register.lines.filter { $0.seat.isMember == members }
            let found = lines.flatMap { line in
                line.entries.filter { states.contains($0.state) }.map { entry in
                    let number = entry.number > 1 ? "\(entry.number) of " : ""
                    let substitute = entry.record.text("substitute").map { " (substitute: \($0))" } ?? ""
                    return number + line.name + substitute
                }
            }
            return found.isEmpty ? "none recorded" : found.joined(separator: "; ")
        }
        let there: Set = ["present", "substitute"]
        let place = view.meeting.record.text("place").map { ", \($0)" } ?? ""
        return """
            \(view.body.name), \(view.meeting.when)\(place)
            Members present: \(names(there, members: true))
            In attendance: \(names(there, members: false))
            Apologies: \(names(["apologies"], members: true))
            """
    }

    /// What is minuted of an item: for everybody where the item is open, and what an open item's own decisions close.
    private static func minute(
        of item: ItemView, _ number: Int, _ view: MeetingView
    ) -> (open: [String], closed: [String]) {
        var lines = ["\(number) \(item.item.title)"]
        if item.item.isLate, let why = item.item.record.text("special-circumstances") {
            lines.append("Admitted as a late item. Special circumstances: \(why)")
        }
        for entry in item.declarations {
            // In a sentence, without since when the law knows it.
            let label = Declaration.interests.label(of: entry.declaration.interest).split(separator: " (").first ?? ""
            let kind = label.prefix(1).lowercased() + label.dropFirst()
            let left = entry.declaration.leftRoom ? ", and left the room" : ""
            lines.append(
                "\(entry.seat) declared an interest (\(kind)): \(entry.declaration.record.text("nature") ?? "")\(left)")
        }
        if let summary = item.item.record.text("summary") { lines.append(summary) }
        var closed: [String] = []
        for decision in view.decisions where decision.resolution.item == item.item.id {
            // One that is closed by its own words has its line for the public, as on its page.
            if let why = decision.closedBecause {
                let words = decision.record.text("public-wording").map { "\($0) " } ?? ""
                lines.append("\(DecisionView.nameOfClosed): \(words)\(why).")
                closed += said(of: decision)
            } else {
                lines += said(of: decision)
            }
        }
        for action in view.actions where action.action.record.text("item") == item.id {
            let due = action.action.due.map { ", by \($0.long)" } ?? ""
            let line = "Action: \(action.action.name) (\(action.owner?.name ?? "nobody named")\(due))"
            if action.isOpen || !item.item.isOpen { lines.append(line) } else { closed.append(line) }
        }
        return (lines, closed)
    }

    private static func said(of decision: DecisionView) -> [String] {
        let record = decision.record
        let outcome = Resolution.outcomes.label(of: decision.resolution.outcome)
        var lines = ["\(outcome.uppercased()): \(record.text("wording") ?? "")"]
        if let reasons = record.text("reasons") { lines.append("Reasons: \(reasons)") }
        if let rejected = record.text("rejected") { lines.append("Options rejected: \(rejected)") }
        if let votes = votes(record) { lines.append(votes) }
        if let dissent = record.text("dissent") { lines.append("Dissent: \(dissent)") }
        let children = ["impact-who", "impact-how", "impact-said", "impact-changed"].compactMap { record.text($0) }
        if !children.isEmpty { lines.append("Children: \(children.joined(separator: " "))") }
        return lines
    }

    private static func votes(_ record: Record) -> String? {
        let counts = [("for", "for"), ("against", "against"), ("abstained", "abstained")].compactMap { name, word in
            record.integer(name).map { "\($0) \(word)" }
        }
        return counts.isEmpty ? nil : "Votes: \(counts.joined(separator: ", "))"
    }
}

/// The year in which a body's minutes are numbered on: from its annual meeting, or from 1 May where it has none (ours).
enum MunicipalYear {
    /// The first day of the year in which a meeting falls.
    static func start(of meeting: Meeting, on shelf: any Shelf) throws -> Day {
        let earliest = meeting.on.adding(months: -13)
        let annual = try shelf.nouns(Meeting.self, where: "body", is: meeting.body.text)
            .filter { $0.record.text("type") == "annual" && !$0.isCancelled && $0.on <= meeting.on && $0.on > earliest }
            .map(\.on).max()
        let year = meeting.on.month >= 5 ? meeting.on.year : meeting.on.year - 1
        return annual ?? Day(year, 5, 1) ?? meeting.on
    }

    /// The number of a meeting's first minute: one more than the last of those before it in its year.
    static func firstNumber(of meeting: Meeting, on shelf: any Shelf) throws -> Int {
        let start = try start(of: meeting, on: shelf)
        let earlier = try shelf.nouns(Meeting.self, where: "body", is: meeting.body.text)
            .filter { $0.on >= start && $0.on < meeting.on && $0.id != meeting.id }
        let last = try earlier.compactMap { meeting in
            try shelf.nouns(Minutes.self, where: "meeting", is: meeting.id.text).first?.record.integer("last-number")
        }.max()
        return (last ?? 0) + 1
    }
}
