import Arrangements
import Doors
import Kernel
import Partners
import Places
import Records

/// The golden thread through one thing: up to what children's lives should be like, down to what is done and who
/// answers.
struct GoldenThread: Sendable {
    let start: ThreadLink.End
    let day: Day
    let place: Named?
    /// Everything on it, by its place on the thread and then by name.
    let ends: [ThreadLink.End]
    let links: [ThreadLink]
    /// Steps from the start to each thing, by identifier.
    let steps: [String: Int]
    /// Whether there was more than is shown, up or down.
    let isCut: Bool

    /// Things on one thread in one direction; more are not followed.
    static let endsMax = 400

    /// - Parameter endsMax: things in one direction; more are not followed.
    /// - Throws: `.notFound` where there is no such thing, or whoever asks may not see it.
    init(
        _ id: String, place: ID<Area>?, contributions: [ThreadContribution], _ ask: ThreadContribution.Ask,
        _ shelf: any Shelf, endsMax: Int = GoldenThread.endsMax
    ) throws {
        let ask = ask.from(id), start = try GoldenThread.start(id, contributions, ask, shelf)
        self.start = start
        day = ask.day
        let reach = try place.map { try PlaceReach($0, on: ask.day, shelf) }
        self.place = reach?.place
        var links: Set<ThreadLink> = [], ends: [String: ThreadLink.End] = [id: start], isCut = false
        var steps = [id: 0]
        for goesDown in [true, false] {
            var frontier: Set = [id], seen: Set = [id], isFull = false, step = 0
            while !frontier.isEmpty, !isFull {
                var next: Set<String> = []
                step += 1
                for link in try contributions.flatMap({ try $0.links(frontier, ask, shelf) }) {
                    let (near, far) = goesDown ? (link.from, link.to) : (link.to, link.from)
                    guard frontier.contains(near.subject.id), try reach?.reaches(link.area) ?? true else { continue }
                    let id = far.subject.id
                    guard seen.contains(id) || seen.count <= endsMax else {
                        isFull = true
                        continue
                    }
                    ends[id] = far
                    links.insert(link)
                    steps[id] = min(steps[id] ?? step, step)
                    if seen.insert(id).inserted { next.insert(id) }
                }
                frontier = next
            }
            // What is cut one way says nothing of the other.
            if isFull { isCut = true }
        }
        self.steps = steps
        self.ends = ends.values.sorted {
            ($0.level, $0.subject.name, $0.subject.id) < ($1.level, $1.subject.name, $1.subject.id)
        }
        self.links = links.sorted { Self.comes($0, before: $1) }
        self.isCut = isCut
    }

    /// By its ends' places on the thread, their names, and, of two that share a name, by their identifiers.
    private static func comes(_ one: ThreadLink, before other: ThreadLink) -> Bool {
        func order(_ end: ThreadLink.End) -> (ThreadLevel, String, String) {
            (end.level, end.subject.name, end.subject.id)
        }
        if order(one.from) != order(other.from) { return order(one.from) < order(other.from) }
        if order(one.to) != order(other.to) { return order(one.to) < order(other.to) }
        return (one.what, one.since?.number ?? 0, one.area ?? "")
            < (other.what, other.since?.number ?? 0, other.area ?? "")
    }

    /// A thing as its room names it, or as a link does.
    private static func start(
        _ id: String, _ contributions: [ThreadContribution], _ ask: ThreadContribution.Ask, _ shelf: any Shelf
    ) throws -> ThreadLink.End {
        for contribution in contributions {
            if let end = try contribution.end(id, ask, shelf) { return end }
        }
        let links = try contributions.flatMap { try $0.links([id], ask, shelf) }
        guard let end = links.flatMap({ [$0.from, $0.to] }).first(where: { $0.subject.id == id }) else {
            throw Refusal.notFound
        }
        return end
    }
}

/// Which areas belong to a place: itself, what it is part of, and what is part of it.
struct PlaceReach {
    let place: Named
    private let above: Set<String>
    private let on: DayBook

    /// - Throws: `.notFound` for no such area.
    init(_ id: ID<Area>, on day: Day, _ shelf: any Shelf) throws {
        on = DayBook(shelf, on: day)
        guard let area = try Self.area(id.text, on) else { throw Refusal.notFound }
        place = Named(id.text, area.name)
        above = try PlaceReach.line(id.text, on)
    }

    /// A link for no area in particular is the whole city's, and so every place's.
    func reaches(_ area: String?) throws -> Bool {
        guard let area else { return true }
        return try above.contains(area) || Self.line(area, on).contains(place.id)
    }

    /// An area and all that it is within.
    private static func line(_ id: String, _ on: DayBook) throws -> Set<String> {
        var all: Set<String> = [], next: String? = id
        while let area = next, all.insert(area).inserted {
            next = try Self.area(area, on)?.within?.text
        }
        return all
    }

    /// As it was on the day, or as it was last known: figures are of wards that are no more, too.
    private static func area(_ id: String, _ on: DayBook) throws -> Area? {
        if let area = try on.one(Area.self, ID(id)) { return area }
        guard let record = try on.shelf.versions(of: id).last, record.kind.name == Area.kind.name else { return nil }
        return Area(record)
    }
}
