public import Kernel
import Partners
public import Records

/// Two or more states or scenarios side by side; the first is the one the others are measured against.
public struct Comparison: Sendable {
    /// One state on a day, or one scenario laid over it.
    public struct Column: Sendable {
        public let name: String
        public let trust: Trust
        public let report: FindingsReport
        /// What the source says of the scenario; nil when the column is a state as it stood.
        public let scenario: Scenario?

        /// - Parameter scenario: the scenario that `book` has laid over it, if any.
        public init(_ name: String, _ book: Book, on day: Day, scenario: Scenario? = nil) {
            self.name = name
            self.scenario = scenario
            trust = Trust(book, on: day)
            report = FindingsReport(checking: trust, state: name)
        }
    }

    /// What is compared, in the order a reader wants it.
    public enum Aspect: String, Sendable, CaseIterable {
        case bodies, posts, lines, deputies, providers, charge, bodyLines = "body-lines", work

        public var title: String {
            switch self {
            case .bodies: "Bodies"
            case .posts: "Posts, and whose they are"
            case .lines: "Lines between posts"
            case .deputies: "Who acts for a post"
            case .providers: "Who provides a function"
            case .charge: "Who answers for a function, and who runs it"
            case .bodyLines: "Where bodies report"
            case .work: "Who decides, develops policy and commissions"
            }
        }
    }

    /// One thing that is not the same in every column: what each says of it, nil where there is no such thing.
    public struct Row: Sendable, Equatable {
        public let subject: Subject
        public let cells: [String?]

        /// Whether a column says something other than the first.
        public func isChanged(in column: Int) -> Bool { cells[column] != cells[0] }
    }

    public let columns: [Column]
    private let rows: [Aspect: [Row]]

    /// - Precondition: there is at least one column.
    public init(_ columns: [Column]) {
        precondition(!columns.isEmpty, "a comparison has a column")
        self.columns = columns
        let views = columns.map { ComparedTrust($0.trust) }
        rows = Dictionary(
            uniqueKeysWithValues: Aspect.allCases.map { aspect in
                (
                    aspect,
                    Comparison.rows(views.map { $0.entries(aspect) }, named: { Comparison.subject($0, in: columns) })
                )
            })
    }

    /// What differs in one aspect, by the name of the thing.
    public func differences(in aspect: Aspect) -> [Row] { rows[aspect, default: []] }

    public var isSame: Bool { rows.values.allSatisfy(\.isEmpty) && findings.isEmpty }

    /// Lines up what each column says by the thing it says it of, and keeps what is not the same everywhere.
    static func rows(_ entries: [[String: String]], named subject: (String) -> Subject) -> [Row] {
        var keys: Set<String> = []
        for column in entries { keys.formUnion(column.keys) }
        return keys.compactMap { key -> (String, Row)? in
            let cells = entries.map { $0[key] }
            guard Set(cells).count > 1 else { return nil }
            return (key, Row(subject: subject(key), cells: cells))
        }
        .sorted { ($0.1.subject.name, $0.0) < ($1.1.subject.name, $1.0) }.map(\.1)
    }

    private static func subject(_ key: String, in columns: [Column]) -> Subject {
        let id = String(key.prefix { $0 != " " })
        let trust = columns.first { $0.trust.book.contains(id) }?.trust ?? columns[0].trust
        return trust.subject(id)
    }
}

// MARK: - What the source says

extension Comparison.Column {
    /// `recommended`, `open` or `not-recommended`; nil for a state.
    public var view: String? { scenario?.record.text("view") }
    public var viewReason: String? { scenario?.record.text("view-reason") }
    public var risk: String? { scenario?.record.text("risk") }
    public var people: String? { scenario?.record.text("people") }

    /// Everything in the column that is ours and not the source's, in the order of the book: always to be shown.
    public var assumptions: [Record] {
        trust.book.kindNames.flatMap { trust.book.holding($0, on: trust.day) }.filter { $0.provenance == .assumption }
    }
}
