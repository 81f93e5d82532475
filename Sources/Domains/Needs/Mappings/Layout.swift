import Kernel
import Tables

/// How a file of figures is read: what a mapping's words come to (rule NE-08).
///
/// A cell's measure, place, time and part of the people come from its row, from its column, or from the file's
/// being all of one. So one description serves a long file, one wide by month, and one wide by area or measure.
struct Layout: Sendable {
    /// What its rows are.
    enum Holds: String, CaseIterable, Sendable { case observations, measures, neighbours }

    /// What becomes of a percentage over 100 or below nought.
    enum OverHundred: String, CaseIterable, Sendable { case refuse, warn }

    /// Where a row's place is: by code where one is held, otherwise by name.
    struct PlaceRule: Sendable {
        var codes: [String] = []
        var names: [String] = []
        var fixed: PlaceCode?
        /// Said of places that nobody knows yet: they are then taken as new, of this size and within that.
        var level: StatisticalArea.Level?
        var within: PlaceCode?
    }

    /// Where a row's time is.
    struct TimeRule: Sendable {
        var column: String?
        var fixed: String?
        /// What a year is; nil when the measure says.
        var year: YearType?
        /// Whether `2010-12` is a month of 2010, and not years together.
        var readsMonths = false
    }

    /// One column that holds figures, and what its cells are of beyond what the row says.
    struct Cell: Sendable, Equatable {
        var column: String
        var measure: String?
        var place: PlaceCode?
        /// 1 to 12: the month of the row's year.
        var month: Int?
        /// A time of its own, as the file would write it.
        var time: String?
        var breakdown: String?
        var numerator: String?
        var denominator: String?
    }

    /// What published figures of one row should come to together; told of where they do not, and never refused.
    enum Rule: Sendable, Equatable {
        case share(column: String, part: String, whole: String, per: Int, decimals: Int)
        case sum(column: String, parts: [String])

        var columns: [String] {
            switch self {
            case .share(let column, let part, let whole, _, _): [column, part, whole]
            case .sum(let column, let parts): [column] + parts
            }
        }
    }

    /// A measure that the mapping brings with it, by the names of its fields.
    struct Definition: Sendable, Equatable {
        let id: String
        let fields: [String: String]
    }

    var holds = Holds.observations
    var marks = Marks.government
    var encoding = TableEncoding.utf8
    /// The sheet of a workbook that is read; nil for its first.
    var sheet: String?
    /// The line that the heading stands on, from 1: what stands above it is passed over.
    var headingLine = 1
    var place = PlaceRule()
    var time = TimeRule()
    var measureColumn: String?
    /// What the identifiers of the measures that it names by code begin with: `lait-`.
    var measurePrefix = ""
    var breakdownColumn: String?
    var cells: [Cell] = []
    var rules: [Rule] = []
    var overHundred = OverHundred.refuse
    var definitions: [Definition] = []
    /// Rows in which this column is empty are no rows, but notes under the table.
    var rowColumn: String?
    /// Only rows that have one of these words in each of these columns are read.
    var kept: [String: Set<String>] = [:]
    /// For measures: the column of each field. For neighbours: those of the area and of its neighbours, in order.
    var fieldColumns: [String: String] = [:]
    /// For measures: what a field's published word is here.
    var fieldWords: [String: [String: String]] = [:]
    /// For measures: what every one of them has.
    var fieldConstants: [String: String] = [:]
    var area: String?
    var neighbours: [String] = []
    var edition: String?

    /// Every column that it cannot do without, in its order.
    var columns: [String] {
        var columns = place.codes + place.names
        columns +=
            [time.column, measureColumn, breakdownColumn, rowColumn, area].compactMap(\.self) + kept.keys.sorted()
        columns += cells.flatMap { [$0.column, $0.numerator, $0.denominator].compactMap(\.self) }
        columns += rules.flatMap(\.columns) + fieldColumns.values.sorted() + neighbours
        var seen: Set<String> = []
        return columns.filter { seen.insert($0).inserted }
    }
}
