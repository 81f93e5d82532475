import Arrangements
import Kernel
import Partners
import Records

/// The register of a meeting: the seats as they stood that day, with what is said of each.
struct RegisterView: Sendable {
    /// One seat, and its lines: one for most, several for a seat that stands for several places.
    struct Line: Sendable {
        let seat: Seat
        let name: String
        let organisation: Named?
        /// The organisation's sector, and the post's grade.
        let sector: String?
        let grade: String?
        let entries: [RegisterEntry]

        /// How many of its places are said to be so.
        func count(_ states: Set<String>) -> Int {
            entries.filter { states.contains($0.state) }.reduce(0) { $0 + $1.number }
        }
    }

    let lines: [Line]
    let there: WhoWasThere
    let isTaken: Bool

    init(of meeting: Meeting, in reading: DayBook) throws {
        let shelf = reading.shelf
        let entries = try shelf.nouns(RegisterEntry.self, where: "meeting", is: meeting.id.text)
        let byName = Dictionary(grouping: entries, by: \.seat)
        isTaken = !entries.isEmpty
        there = try WhoWasThere(at: meeting, time: nil, on: shelf)
        let then = DayBook(shelf, on: meeting.on)
        lines = try Table(of: meeting.body, in: then).places.filter { $0.seat.standing == "filled" }.map { place in
            let own = place.holder.flatMap { $0.kind == Organisation.kind.name ? Named($0.id, $0.name) : nil }
            let organisation = place.organisation ?? own
            let post = try place.seat.post.flatMap { try then.record(Post.kind, $0.text) }
            return Line(
                seat: place.seat, name: place.words, organisation: organisation,
                sector: try organisation.flatMap { try then.record(Organisation.kind, $0.id)?.text("sector") },
                grade: post?.text("grade"), entries: byName[place.seat.id, default: []])
        }
    }

    func entry(of seat: ID<Seat>) -> RegisterEntry? { lines.first { $0.seat.id == seat }?.entries.first }

    /// Members' places taken, and all of them.
    var membersThere: Int {
        lines.filter(\.seat.isMember).reduce(0) { $0 + $1.count(["present", "substitute"]) }
    }
    var members: Int { lines.filter(\.seat.isMember).reduce(0) { $0 + $1.seat.number } }
}

extension Table.Place {
    /// What the seat is called among others at the table: its title, whom it is for, and of which organisation.
    var words: String {
        let title = seat.record.text("title")
        let sector = seat.sector.map { Organisation.sectors.label(of: $0) }
        let who = title ?? holder?.name ?? sector ?? "Nobody named"
        guard let organisation, organisation.name != who else { return who }
        return "\(who), \(organisation.name)"
    }
}
