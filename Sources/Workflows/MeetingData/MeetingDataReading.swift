import Arrangements
import Doors
import Kernel
import Meetings
import Partners
import Records
import Tables

/// Files of the kinds that councils publish of their meetings, read as drafts of records. A row that will not do is
/// refused with its reason, and does not stop the others.
struct MeetingDataReading {
    /// What became of one file.
    struct Outcome: Sendable {
        let file: String
        let shape: MeetingDataShape
        var taken = 0
        var refused: [TableProblem] = []
        var unread: [String] = []
    }

    private(set) var drafts: [RecordReader.PlacedDraft] = []
    private(set) var outcomes: [Outcome] = []
    var held: MeetingDataHeld
    let today: Day
    /// Identifiers that were drafted, so that a row that stands twice is taken once.
    private var drafted: Set<String> = []
    /// How many places at each table the rows have said to be vacant so far.
    var vacancies: [String: Int] = [:]

    /// - Parameters:
    ///   - files: names and contents, in any order: committees are read first, then members, meetings and registers.
    ///   - held: what the records hold already.
    /// - Throws: `.invalid` for a file that is none of these, or whose columns leave it open what is what.
    init(_ files: [(name: String, bytes: [UInt8])], over held: Book, on today: Day) throws(Refusal) {
        self.held = MeetingDataHeld(held)
        self.today = today
        var read: [(file: MeetingDataFile, shape: MeetingDataShape)] = []
        for file in files { read.append(try MeetingDataFile.reading(file.bytes, named: file.name)) }
        for shape in MeetingDataShape.allCases {
            for each in read where each.shape == shape { take(each.file, shape) }
        }
    }

    /// A line for each file, and one for each row that was refused.
    var remarks: [String] {
        outcomes.flatMap { outcome in
            let all = outcome.taken + outcome.refused.count
            let unread = outcome.unread.isEmpty ? "" : "; not read: \(outcome.unread.joined(separator: ", "))"
            let line =
                "\(outcome.file) (\(outcome.shape.rawValue)): \(all == 1 ? "1 row" : "\(all) rows"), \(outcome.taken) taken, "
                + "\(outcome.refused.count) refused\(unread)"
            return [line] + outcome.refused.prefix(Self.shownMax).map { "refused: \($0)" }
                + (outcome.refused.count > Self.shownMax ? ["… and \(outcome.refused.count - Self.shownMax) more"] : [])
        }
    }

    private static let shownMax = 500

    private mutating func take(_ file: MeetingDataFile, _ shape: MeetingDataShape) {
        var outcome = Outcome(file: file.name, shape: shape)
        outcome.unread = file.unread
        outcome.refused = file.problems
        for row in file.rows {
            do throws(MeetingDataFault) {
                switch shape {
                case .committees: try takeCommittee(row)
                case .membership: try takeMember(row)
                case .meetings: try takeMeeting(row)
                case .attendance: try takeAttendance(row)
                }
                outcome.taken += 1
            } catch {
                outcome.refused.append(row.problem(error.why))
            }
        }
        outcome.refused.sort { $0.line < $1.line }
        outcomes.append(outcome)
    }

    /// What a row says is held already: another row may not say otherwise of it.
    mutating func agreed(_ id: String) { drafted.insert(id) }

    /// - Throws: when the row says of a thing what another row said otherwise.
    mutating func add(_ kind: Kind, _ id: String, _ fields: [String: String?], _ row: MeetingDataRow)
        throws(MeetingDataFault)
    {
        guard drafted.insert(id).inserted else {
            throw MeetingDataFault("Another row says this of the same thing, or says otherwise")
        }
        // What comes in takes the place of what is held: what these files do not speak of is said again.
        var given = held.last(id).map { Self.said(by: $0, kind) } ?? [:]
        given["id"] = .text(id)
        for (key, value) in fields { if let value { given[key] = .text(value) } }
        drafts.append(RecordReader.PlacedDraft(RecordDraft(kind, given), at: "\(row.file):\(row.line)"))
    }

    private static func said(by record: Record, _ kind: Kind) -> [String: Given] {
        var given: [String: Given] = [:]
        for field in kind.fields where record.kind.name == kind.name {
            let name = field.name, list = record.list(name)
            let text =
                record.text(name) ?? record.day(name).map { "\($0)" } ?? record.flag(name).map { "\($0)" }
                ?? record.integer(name).map { "\($0)" }
            if let text { given[name] = .text(text) } else if !list.isEmpty { given[name] = .list(list) }
        }
        return given
    }

    /// Whether what is held says all of this already, so that reading a file again changes nothing.
    func says(_ id: String, _ fields: [String: String?]) -> Bool {
        guard let record = held.last(id) else { return false }
        return fields.allSatisfy { key, value in
            switch key {
            case "from": value == nil || record.period.from?.description == value
            case "until": value == nil || record.period.until?.description == value
            case "as-at": true
            default: value == nil || record.text(key) == value || record.day(key)?.description == value
            }
        }
    }

    func isDrafted(_ id: String) -> Bool { drafted.contains(id) }

    /// An identifier made of a name, the same each time.
    /// - Throws: when the name has no letter in it, or the identifier is something else's.
    func identifier(_ name: String, for kind: Kind) throws(MeetingDataFault) -> String {
        guard let id = IDText.slug(of: name) else { throw MeetingDataFault("“\(name.prefix(40))” is no name") }
        if let other = held.last(id) {
            throw MeetingDataFault(
                "“\(name.prefix(40))” would be called \(id), and \(id) is held as \(other.kind.noun)")
        }
        return id
    }
}
