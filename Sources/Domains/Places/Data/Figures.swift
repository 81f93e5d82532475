import Kernel
public import Records
import Tables

/// What the files of a data folder hold, read and checked, before any of it is kept.
public struct Figures: Sendable {
    let place: String
    private(set) var loads: [FigureLoad] = []
    private var wardsOfSmallAreas: [String: String] = [:]

    /// Records that the register gave, to be imported like any others.
    public private(set) var settings: [Record] = []
    /// Rows of a list that will not do, and why; the others are taken. Each is among the remarks too.
    public private(set) var leftOut: [FileProblem] = []
    /// Why a whole file cannot be taken, or the folder makes no sense.
    public private(set) var problems: [FileProblem] = []
    /// What a person should know of what was read, a sentence each.
    public private(set) var remarks: [String] = []
    /// Settings that stand in no ward that is held.
    private(set) var unplaced: [EstablishmentRegister.Unplaced] = []

    init(place: String, isHeld: Bool) {
        self.place = place
        if isHeld { return }
        let mend = "Give the identifier of an area that is in the files of statements"
        let message = "No area that is held has the identifier \(place)"
        problems = [FileProblem(file: DataManifest.fileName, line: 1, key: "place", message, mend: mend)]
    }

    mutating func refuse(_ table: DataManifest.Table, _ problems: [FileProblem]) {
        self.problems += problems
        remarks.append("\(table.file): none of it is taken")
    }

    mutating func take(_ table: DataManifest.Table, _ bytes: [UInt8], wards: [String: String]) throws(FileProblems) {
        do throws(TableProblems) {
            switch table.shape {
            case .boundaries(let code):
                let set = try BoundarySet(reading: bytes, file: table.file, codeProperty: code, areas: wards)
                loads.append(FigureLoad(table, .boundaries(set)))
                remarks.append("\(table.file): \(set.entries.count) boundaries")
            case .smallAreas(let smallArea, let ward, let period):
                let columns = (smallArea: smallArea, ward: ward)
                let areas = try SmallAreaTable(
                    reading: bytes, file: table.file, columns: columns, period: period, wards: wards)
                wardsOfSmallAreas.merge(areas.wards) { $1 }
                loads.append(FigureLoad(table, .smallAreas(areas)))
                remarks.append(
                    "\(table.file): \(areas.entries.count) small areas in \(Set(areas.entries.map(\.ward)).count) wards"
                )
            case .population(let smallArea, let total, let day):
                let known = Set(wardsOfSmallAreas.keys)
                let people = try PopulationTable(
                    reading: bytes, file: table.file, day: day, columns: (smallArea, total), known: known)
                loads.append(FigureLoad(table, .population(people)))
                remarks.append(
                    "\(table.file): \(people.total) people in \(people.entries.count) small areas on \(day.long)")
            case .establishments(let day): try takeRegister(table, bytes, asAt: day)
            }
        } catch {
            throw FileProblems(error.problems.map(\.asFileProblem))
        }
    }

    private mutating func takeRegister(_ table: DataManifest.Table, _ bytes: [UInt8], asAt day: Day)
        throws(TableProblems)
    {
        let register: EstablishmentRegister
        do {
            register = try EstablishmentRegister(reading: bytes, file: table.file, asAt: day, wards: wardsOfSmallAreas)
        } catch {
            throw TableProblems([error])
        }
        settings += register.settings
        unplaced += register.unplaced
        leftOut += register.problems.map(\.asFileProblem)
        remarks.append("\(table.file): \(register.settings.count) settings, \(register.problems.count) rows left out")
        remarks += register.problems.map { "Left out: \($0)" }
        if register.withoutOpening > 0 {
            let placeholder =
                register.withPlaceholder > 0
                ? ", \(register.withPlaceholder) of them because it gives 1 January 1900" : ""
            remarks.append(
                "\(table.file): the register does not say when \(register.withoutOpening) of them opened\(placeholder)")
        }
        for setting in register.unplaced {
            remarks.append("\(setting.name) (\(setting.id)) is in no ward: \(setting.reason)")
        }
    }
}

extension TableProblem {
    var asFileProblem: FileProblem {
        FileProblem(file: file, line: max(1, line), key: column, reason, mend: "Mend the row, or take it out")
    }
}

extension PopulationTable {
    var total: Int { entries.reduce(0) { $0 + $1.persons.reduce(0, +) } }
}
