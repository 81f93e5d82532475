import Kernel
import Partners
import Records

/// What can be found of one thing: by which words, by whom, and since when.
struct Findable: Sendable, Equatable {
    let subject: String
    let kind: String
    let meeting: String?
    let body: String
    let on: Day
    let title: String
    /// What the public reads in its place; the title itself where it is open.
    let publicTitle: String
    /// The day since which the public finds it by its public title; nil where it does not.
    let openFrom: Day?

    /// Words of at most so many letters, and at most so many of them, are looked for.
    static let wordMax = 40, wordsMax = 200

    /// Each word, and whether the public may find the thing by it.
    var words: [(word: String, openFrom: Day?)] {
        let open = Set(Self.words(of: publicTitle)), all = Set(Self.words(of: title)).union(open)
        return all.sorted().map { ($0, open.contains($0) ? openFrom : nil) }
    }

    static func words(of text: String) -> [String] {
        Folding.folded(text).split(separator: " ").prefix(wordsMax).map { bare($0.prefix(wordMax)) }
    }

    /// Without the ending of a plural or a possessive, so that "children" finds "children's", and "centre" "centres".
    private static func bare(_ word: Substring) -> String {
        let isEnding = word.count > 3 && word.hasSuffix("s") && !word.hasSuffix("ss")
        return String(isEnding ? word.dropLast() : word)
    }
}

extension Findable {
    /// Every version of a thing, by its identifier.
    typealias Reading = (String) throws -> [Record]

    /// - Returns: nil for what has no place among meetings any more.
    init?(_ record: Record, _ versions: Reading) throws {
        switch record.kind.name {
        case AgendaItem.kind.name: try self.init(AgendaItem(record), versions)
        case Paper.kind.name: try self.init(Paper(record), versions)
        case Resolution.kind.name: try self.init(Resolution(record), versions)
        default: return nil
        }
    }

    /// What was ended has no place any more, and nothing that stands under it either.
    private static func standing(_ id: String, _ versions: Reading) throws -> Record? {
        try versions(id).standing.first
    }

    private init?(_ item: AgendaItem, _ versions: Reading) throws {
        guard let meeting = try Self.standing(item.meeting.text, versions).map(Meeting.init) else { return nil }
        self.init(
            subject: item.id.text, kind: AgendaItem.kind.name, meeting: meeting.id.text, body: meeting.body.text,
            on: meeting.on, title: item.title, publicTitle: item.publicTitle,
            openFrom: meeting.openFrom.map { max($0, item.record.day("added") ?? $0) })
    }

    private init?(_ paper: Paper, _ versions: Reading) throws {
        guard let item = try Self.standing(paper.item.text, versions).map(AgendaItem.init),
            let meeting = try Self.standing(item.meeting.text, versions).map(Meeting.init)
        else { return nil }
        let openFrom = paper.openFrom(at: meeting, under: item)
        self.init(
            subject: paper.id.text, kind: Paper.kind.name, meeting: meeting.id.text, body: meeting.body.text,
            on: meeting.on, title: paper.title, publicTitle: openFrom == nil ? "" : paper.title, openFrom: openFrom)
    }

    private init?(_ decision: Resolution, _ versions: Reading) throws {
        let item = try decision.item.flatMap { try Self.standing($0.text, versions) }.map(AgendaItem.init)
        // Of whether it is open only its item can tell.
        if decision.item != nil, item == nil { return nil }
        if let meeting = decision.meeting, try Self.standing(meeting.text, versions) == nil { return nil }
        let isOpen = decision.isOpen(with: item)
        self.init(
            subject: decision.id.text, kind: Resolution.kind.name, meeting: decision.meeting?.text,
            body: decision.body.text, on: decision.on, title: decision.name,
            publicTitle: isOpen ? decision.name : item?.publicTitle ?? "A decision that is not open",
            openFrom: decision.openFrom)
    }
}
