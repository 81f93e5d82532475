import Kernel
import Records
import Tables

/// One file of meeting data, its columns known for what they are.
struct MeetingDataFile {
    let name: String
    let rows: [MeetingDataRow]
    /// Rows that are no rows.
    let problems: [TableProblem]
    /// Columns that mean nothing here.
    let unread: [String]

    /// - Throws: `.invalid` for a file that is none of these, or has two columns for one thing.
    static func reading(
        _ bytes: [UInt8], named name: String
    ) throws(Refusal) -> (file: MeetingDataFile, shape: MeetingDataShape) {
        do {
            var reader = try TableReader(bytes, file: name)
            guard let shape = MeetingDataShape.of(reader.heading) else {
                throw Refusal.invalid([
                    Problem(
                        name,
                        "\(name): the heading is that of no meeting data that is known: see docs/format/meetings.md")
                ])
            }
            let columns: [String: String]
            do throws(MeetingDataFault) { columns = try shape.map(reader.heading) } catch {
                throw Refusal.invalid([Problem(name, "\(name):1: \(error.why)")])
            }
            var read: [TableRow] = [], problems: [TableProblem] = []
            while let next = reader.next() {
                switch next {
                case .success(let row): read.append(row)
                case .failure(let problem): problems.append(problem)
                }
            }
            let dated = ["date", "from", "until"].compactMap { columns[$0] }
            let dates = CouncilDates(read.flatMap { row in dated.map { row[$0] } })
            let known = Set(columns.values)
            let file = MeetingDataFile(
                name: name, rows: read.map { MeetingDataRow(row: $0, columns: columns, dates: dates) },
                problems: problems, unread: reader.heading.filter { !known.contains($0) })
            return (file, shape)
        } catch let refusal as Refusal {
            throw refusal
        } catch let problem as TableProblem {
            throw .invalid([problem.problem])
        } catch {
            throw .invalid([Problem(name, "\(name) cannot be read")])
        }
    }
}

/// One row, asked by our names for its columns.
struct MeetingDataRow {
    private let row: TableRow
    private let columns: [String: String]
    private let dates: CouncilDates

    init(row: TableRow, columns: [String: String], dates: CouncilDates) {
        (self.row, self.columns, self.dates) = (row, columns, dates)
    }

    var file: String { row.file }
    var line: Int { row.line }

    func problem(_ why: String) -> TableProblem { row.problem("", why) }

    /// A cell without spaces around it; nil when it is empty, or there is no such column.
    func text(_ column: String, max: Int = 200) throws(MeetingDataFault) -> String? {
        guard let heading = columns[column] else { return nil }
        let text = row[heading].split(whereSeparator: \.isWhitespace).joined(separator: " ")
        guard text.count <= max else { throw MeetingDataFault("The \(column) is longer than \(max) characters") }
        return text.isEmpty ? nil : text
    }

    func needed(_ column: String) throws(MeetingDataFault) -> String {
        guard let text = try text(column) else { throw MeetingDataFault("The \(column) is missing") }
        return text
    }

    func day(_ column: String) throws(MeetingDataFault) -> Day? { try text(column).map(dates.read)?.day }

    /// The day and the time of a meeting, in one cell or two.
    func moment() throws(MeetingDataFault) -> (day: Day, time: ClockTime?) {
        let (day, within) = try dates.read(try needed("date"))
        guard let text = try text("time") else { return (day, within) }
        guard let time = CouncilDates.time(text) else {
            throw MeetingDataFault("“\(text.prefix(40))” is not a time, such as 18:30")
        }
        return (day, time)
    }
}
