internal import Doors
internal import Kernel
internal import Records

/// A part of the list of a kind's things.
struct Listing: Sendable {
    /// One thing, as the list shows it.
    struct Row: Sendable {
        /// The version that held on the day, or the nearest.
        let record: Record
        let name: String
        let standing: Standing
    }

    /// How many things one page shows.
    static let pageSize = 100

    let kind: Kind
    let rows: [Row]
    let filter: RecordFilter
    /// Whether there is something before what is shown.
    let isContinued: Bool
    /// What to ask for the next part after; nil when there is none.
    let next: String?

    /// Fields that tell one thing from another, with their positions: at most three, short ones, the required first.
    static func tellingFields(of kind: Kind) -> [(Int, Field)] {
        let short = kind.positions.filter { _, field in
            if field.name == "name" { return false }
            switch field.type {
            case .prose, .references, .choices, .flag: return false
            default: return true
            }
        }
        let ordered = short.filter(\.1.isRequired) + short.filter { !$0.1.isRequired }
        return ordered.prefix(3).sorted { $0.0 < $1.0 }
    }
}

extension Kind {
    /// Its fields with their positions.
    var positions: [(Int, Field)] { fields.enumerated().map { ($0.offset, $0.element) } }

    /// Whether its things have names of their own, by which they can be found.
    var isNamed: Bool { index(of: "name") != nil }
}

extension RecordFilter {
    /// What an address asks for: words of the name as `q`, only what holds on the day as `held`, and any field of the
    /// kind by its name, as `?body=itsb`.
    init(of kind: Kind, _ request: Request) {
        self.init(words: request.query.text("q") ?? "")
        // To be found by what one may not read would tell it.
        for field in kind.fields where !Self.taken.contains(field.name) && !field.isPrivate {
            if let value = request.query.text(field.name) { fields[field.name] = value }
        }
        if request.query.flag("held") { day = request.on }
    }

    /// Names that mean something else in an address.
    private static let taken: Set<String> = ["on", "scenario", "page", "q", "held", "after", "limit"]

    var isEmpty: Bool { words.isEmpty && fields.isEmpty && day == nil }
}
