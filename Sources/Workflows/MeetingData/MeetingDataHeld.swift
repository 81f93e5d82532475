import Arrangements
import Kernel
import Meetings
import Partners
import Records

/// What is known of bodies, people, seats and meetings while files are read: what is held, and what the files add.
struct MeetingDataHeld {
    private var bodies: [String: Set<String>] = [:]
    private var people: [String: Set<String>] = [:]
    private var seats: [String: [(id: String, period: Period)]] = [:]
    private var meetings: [String: [(id: String, time: ClockTime?)]] = [:]
    private var roles: [String: String] = [:]
    private var cancelled: Set<String> = []
    private let held: Book

    init(_ held: Book) {
        self.held = held
        for record in held.all(Body.kind.name) {
            for name in [record.text("name"), record.text("short")].compactMap(\.self) {
                know(body: name, as: record.id)
            }
        }
        for record in held.all(Person.kind.name) {
            if let name = record.text("name") { know(person: name, as: record.id) }
        }
        for record in held.all(Seat.kind.name) {
            guard let body = record.text("body"), let person = record.text("person") else { continue }
            know(seat: record.id, of: person, at: body, record.period, record.text("role") ?? "member")
        }
        for record in held.all(Meeting.kind.name) {
            let meeting = Meeting(record)
            know(meeting: record.id, of: meeting.body.text, on: meeting.on, meeting.time)
            know(meeting: record.id, isCancelled: meeting.isCancelled)
        }
    }

    mutating func know(body name: String, as id: String) { bodies[Folding.folded(name), default: []].insert(id) }
    mutating func know(person name: String, as id: String) { people[Self.bare(name), default: []].insert(id) }

    mutating func know(seat id: String, of person: String, at body: String, _ period: Period, _ role: String) {
        roles[id] = role
        seats[body + " " + person, default: []].append((id, period))
    }

    mutating func know(meeting id: String, of body: String, on day: Day, _ time: ClockTime?) {
        let key = "\(body) \(day)"
        if let place = meetings[key]?.firstIndex(where: { $0.id == id }) {
            meetings[key]?[place] = (id, time)
        } else {
            meetings[key, default: []].append((id, time))
        }
    }

    mutating func know(meeting id: String, isCancelled: Bool) {
        if isCancelled { cancelled.insert(id) } else { cancelled.remove(id) }
    }

    func isCancelled(meeting id: String) -> Bool { cancelled.contains(id) }

    /// What is held under an identifier, as it last is.
    func last(_ id: String) -> Record? { held[id].last }

    /// - Throws: when the name is that of several.
    func body(named name: String) throws(MeetingDataFault) -> String? {
        try Self.only(bodies[Folding.folded(name)], name)
    }

    /// People are told apart by name alone, which is all that such files hold.
    func person(named name: String) throws(MeetingDataFault) -> String? { try Self.only(people[Self.bare(name)], name) }

    /// The seat that somebody has at a table on a day.
    func seat(of person: String, at body: String, on day: Day) throws(MeetingDataFault) -> String? {
        let there = seats[body + " " + person, default: []].filter { $0.period.holds(on: day) }
        return try Self.only(Set(there.map(\.id)), "a seat")
    }

    /// As what somebody sits there.
    func role(of seat: String) -> String { roles[seat] ?? "member" }

    /// Any seat that somebody has, or had, at a table from a day on.
    func seat(of person: String, at body: String, from: Day?) -> String? {
        let there = seats[body + " " + person, default: []]
        return (there.first { $0.period.from == from } ?? (from == nil ? there.last : nil))?.id
    }

    /// The meeting of a body on a day, and at a time where several are held.
    func meeting(of body: String, on day: Day, at time: ClockTime?) throws(MeetingDataFault) -> String? {
        let there = meetings["\(body) \(day)", default: []]
        if let time, let exact = there.first(where: { $0.time == time }) { return exact.id }
        if let open = there.first(where: { $0.time == nil }) { return open.id }
        if time != nil { return nil }
        guard there.count <= 1 else {
            throw MeetingDataFault("There are \(there.count) meetings that day: say at what time")
        }
        return there.first?.id
    }

    private static func only(_ ids: Set<String>?, _ name: String) throws(MeetingDataFault) -> String? {
        guard let ids, ids.count > 1 else { return ids?.first }
        throw MeetingDataFault("“\(name)” could be \(ids.sorted().joined(separator: " or "))")
    }

    private static func bare(_ name: String) -> String { Folding.folded(plain(name)) }

    private static let titles: Set<String> = [
        "cllr", "councillor", "alderman", "mr", "mrs", "ms", "miss", "mx", "dr", "prof", "professor", "rev", "reverend",
        "revd", "canon", "sir", "dame", "lord", "lady", "baroness",
    ]
    private static let honours: Set<String> = [
        "jp", "mp", "mbe", "obe", "cbe", "kbe", "dbe", "bem", "qpm", "dl", "ba", "bsc", "ma", "msc", "phd",
    ]

    /// A name without the title and the honours that one export writes and another does not, its family name last:
    /// `Councillor Dr. Ann Ward JP` and `Ward, Cllr Ann` are both `Ann Ward`.
    static func plain(_ name: String) -> String {
        let halves = name.split(separator: ",", omittingEmptySubsequences: true).map(String.init)
        let isHonour: (String) -> Bool = { honours.contains(Folding.folded($0)) }
        let said = halves.filter { !$0.split(separator: " ").allSatisfy { isHonour(String($0)) } }
        let inOrder = said.count == 2 ? "\(said[1]) \(said[0])" : said.joined(separator: " ")
        var words = inOrder.split(separator: " ").map(String.init)
        while let first = words.first, words.count > 1, titles.contains(Folding.folded(first)) { words.removeFirst() }
        while let last = words.last, words.count > 1, isHonour(last) { words.removeLast() }
        return words.joined(separator: " ")
    }
}
