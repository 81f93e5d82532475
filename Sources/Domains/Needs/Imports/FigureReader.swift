import Kernel
import Tables

/// Reads a file of figures as its layout says: rows in, drafts out, a batch at a time, with a remark on every cell that
/// will not do. What it holds does not grow with the file.
struct FigureReader {
    /// What one batch of rows came to.
    struct Batch: Sendable {
        var rows = 0
        var drafts: [Draft] = []
        var refused = 0
        var warned = 0
        /// Places that nobody knew, and the layout says how large they are.
        var areas: [PlaceCode: StatisticalArea] = [:]
        /// What is to be said of its cells, in their order.
        var remarks = Remarks()
    }

    let layout: Layout
    let measures: MeasureBook
    /// Figures of times that begin after it are taken with a warning: a projection is one, and so is a slip of a year.
    private let today: Day
    private let places: PlaceFinder
    private let positions: [String: Int]
    private let cells: [CellReader]
    private let rules: [PartsRule]
    private var stream: TableStream
    private var spans: [String: Span?] = [:]
    /// Where rows are of, by what their cells say of it: a file names each place many times.
    private var found: [[String]: PlaceFinder.Found] = [:]

    static let spansMax = 10_000
    static let placesMax = 10_000
    /// A batch ends here too: a row may be hundreds of figures wide.
    static let draftsAtOnce = 50_000

    /// - Throws: `Refusal.invalid` naming every column that is missing.
    init(
        _ stream: TableStream, _ layout: Layout, measures: MeasureBook, known: [PlaceCode: StatisticalArea],
        on today: Day
    ) throws {
        positions = try stream.positions(of: layout.columns)
        (self.stream, self.layout, self.measures, self.today) = (stream, layout, measures, today)
        places = PlaceFinder(layout.place, positions, known: known)
        cells = layout.cells.compactMap { [positions] in CellReader($0, positions) }
        rules = layout.rules.map { [positions] in PartsRule($0, positions) }
    }

    /// The next rows, at most so many, and about `draftsAtOnce` figures; nil at the end of the file.
    mutating func next(_ rowsMax: Int) throws -> Batch? {
        var batch = Batch()
        while batch.rows < rowsMax, batch.drafts.count < Self.draftsAtOnce, let read = try stream.next() {
            batch.rows += 1
            switch read {
            case .failure(let problem):
                refuse(problem.column, problem.reason, line: problem.line, cells: cells.count, &batch)
            case .success(let row): take(row, &batch)
            }
        }
        return batch.rows == 0 ? nil : batch
    }

    private mutating func take(_ row: TableStream.Line, _ batch: inout Batch) {
        if let column = layout.rowColumn, let position = positions[column], row.cells[position].isBlank { return }
        for (column, words) in layout.kept {
            guard let position = positions[column] else { continue }
            if !words.contains(CellReader.trimmed(row.cells[position])) { return }
        }
        var place: PlaceCode?
        switch self.place(row.cells) {
        case .known(let code): place = code
        case .new(let area):
            place = area.code
            batch.areas[area.code] = area
        case .none: break
        case .problem(let column, let reason):
            return refuse(column, reason, line: row.line, cells: cells.count, &batch)
        }
        var entry: MeasureBook.Entry?
        if let column = layout.measureColumn, let position = positions[column] {
            let code = row.cells[position]
            entry = measures.entry(ofCode: code, prefix: layout.measurePrefix)
            if entry == nil {
                let reason = "No measure that is held has the code \(code.quoted): take in its publisher's list first"
                return refuse(column, reason, line: row.line, cells: cells.count, &batch)
            }
        }
        let time = layout.time.column.flatMap { positions[$0] }.map { row.cells[$0] } ?? layout.time.fixed
        for cell in cells { take(cell, row, place, entry, time, &batch) }
        for rule in rules {
            guard let words = rule.warning(row.cells) else { continue }
            batch.warned += 1
            batch.remarks.add(Remark(outcome: .warned, heading: rule.column, words: words), line: row.line)
        }
    }

    private mutating func take(
        _ cell: CellReader, _ row: TableStream.Line, _ place: PlaceCode?, _ entry: MeasureBook.Entry?, _ time: String?,
        _ batch: inout Batch
    ) {
        guard let place = cell.rule.place ?? place,
            let entry = cell.rule.measure.flatMap(measures.entry) ?? entry,
            let label = cell.rule.time ?? time
        else {
            let reason = "Which measure, place or time this is of is not said, or the measure is not held"
            return refuse(cell.rule.column, reason, line: row.line, cells: 1, &batch)
        }
        guard let year = layout.time.year ?? entry.year, let whole = span(label, year),
            let span = cell.rule.month.map({ whole.month($0) }) ?? whole
        else {
            let column = layout.time.column ?? cell.rule.column
            return refuse(column, "\(label.quoted) is no time that can be read", line: row.line, cells: 1, &batch)
        }
        guard let value = cell.value(row.cells, layout.marks) else {
            let text = row.cells[cell.position].quoted
            let reason = "\(text) is neither a figure nor a mark of: \(layout.marks.title)"
            return refuse(cell.rule.column, reason, line: row.line, cells: 1, &batch)
        }
        if let amount = value.amount, !amount.isInReach {
            return refuse(
                cell.rule.column, "\(amount) is larger than any figure can be", line: row.line, cells: 1, &batch)
        }
        if entry.isPercentage, let amount = value.amount, amount > Amount(100) || amount < Amount(0) {
            let reason = "\(amount) is not between 0 and 100, and this is a percentage"
            if layout.overHundred == .refuse {
                return refuse(cell.rule.column, reason, line: row.line, cells: 1, &batch)
            }
            batch.warned += 1
            batch.remarks.add(Remark(outcome: .warned, heading: cell.rule.column, words: reason), line: row.line)
        }
        if span.from > today {
            batch.warned += 1
            let reason = "\(label.quoted) had not begun on \(today.long): this is taken as a projection"
            batch.remarks.add(Remark(outcome: .warned, heading: cell.rule.column, words: reason), line: row.line)
        }
        let part = layout.breakdownColumn.flatMap { positions[$0] }.map { row.cells[$0] }
        batch.drafts.append(
            Draft(
                series: Series(entry.id, in: place, Breakdown(cell.rule.breakdown ?? part ?? "")), span: span,
                label: cell.rule.month == nil ? label : span.monthWords, value: value,
                numerator: cell.numerator(row.cells), denominator: cell.denominator(row.cells), line: row.line,
                heading: cell.rule.column))
    }

    private mutating func place(_ cells: [String]) -> PlaceFinder.Found {
        let said = places.said(cells)
        if let known = found[said] { return known }
        if found.count >= Self.placesMax { found = [:] }
        let place = places.place(cells)
        found[said] = place
        return place
    }

    private mutating func span(_ label: String, _ year: YearType) -> Span? {
        let key = label + "\u{0}" + year.rawValue
        if let known = spans[key] { return known }
        if spans.count >= Self.spansMax { spans = [:] }
        let span = PeriodReader(year: year, readsMonths: layout.time.readsMonths).span(label)
        spans[key] = .some(span)
        return span
    }

    private func refuse(_ column: String, _ reason: String, line: Int, cells: Int, _ batch: inout Batch) {
        let count = max(1, cells)
        batch.refused += count
        batch.remarks.add(Remark(outcome: .refused, heading: column, words: reason), line: line, times: count)
    }
}

extension String {
    var isBlank: Bool { utf8.allSatisfy { $0 == UInt8(ascii: " ") } }

    /// What was found, cut short so that a remark stays a line.
    var quoted: String { count <= 40 ? "\u{201C}\(self)\u{201D}" : "\u{201C}\(prefix(40))…\u{201D}" }
}

extension Span {
    /// One month of it, by its number.
    func month(_ number: Int) -> Span? {
        for year in [from.year, from.year + 1] {
            if let start = Day(year, number, 1), start >= from, start < until {
                return Span(start, start.adding(months: 1))
            }
        }
        return nil
    }

    /// `April 2023`
    var monthWords: String { String(from.long.drop { $0 != " " }.dropFirst()) }
}
