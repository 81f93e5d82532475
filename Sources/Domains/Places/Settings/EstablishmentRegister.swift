import Kernel
import Records
import Tables

/// What was read of the national register of establishments (Get Information about Schools): a setting a row.
///
/// A row that will not do is left out and told; the others are taken. Rules PL-05 to PL-09 in docs/rules/places.md.
struct EstablishmentRegister: Sendable {
    /// A setting that stands in no ward that is held.
    struct Unplaced: Sendable, Equatable {
        let id: String
        let name: String
        let reason: String
    }

    /// In the order of the file, one version each.
    private(set) var settings: [Record] = []
    private(set) var unplaced: [Unplaced] = []
    private(set) var problems: [TableProblem] = []
    /// How many have no opening day, and how many of those because the register gives 1 January 1900.
    private(set) var withoutOpening = 0, withPlaceholder = 0

    /// The identifier of a setting in the register.
    static func id(urn: String) -> String { "urn-\(urn)" }

    /// - Parameters:
    ///   - day: when the extract was made; an open establishment was certainly open then.
    ///   - wards: the ward of each small area, by the area's code.
    init(
        reading bytes: [UInt8], file: String, asAt day: Day, wards: [String: String], limits: TableLimits = .standard
    ) throws(TableProblem) {
        let reader = try TableReader(bytes, file: file, needing: RegisterRow.columns, limits: limits)
        var lines: [String: Int] = [:]
        for result in reader {
            guard problems.count < limits.problemsMax else { break }
            do throws(TableProblem) {
                let row = try RegisterRow(result.get(), asAt: day)
                if let line = lines.updateValue(row.line, forKey: row.urn) {
                    throw TableProblem(
                        file: file, line: row.line, column: "URN", "\(row.urn) is on line \(line) already")
                }
                take(row, wards: wards)
            } catch {
                problems.append(error)
            }
        }
    }

    private mutating func take(_ row: RegisterRow, wards: [String: String]) {
        let place = row.place(among: wards)
        settings.append(row.setting(in: place.ward, unplacedBecause: place.reason))
        if let reason = place.reason {
            unplaced.append(Unplaced(id: Self.id(urn: row.urn), name: row.name, reason: reason))
        }
        if row.period.from == nil { withoutOpening += 1 }
        if row.opensAtPlaceholder { withPlaceholder += 1 }
    }
}
