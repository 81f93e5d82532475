import Kernel
import Records
import Tables

/// One row of the register of establishments, read and checked.
struct RegisterRow {
    static let columns = [
        "URN", "EstablishmentName", "TypeOfEstablishment (name)", "EstablishmentStatus (name)", "OpenDate", "CloseDate",
        "PhaseOfEducation (name)", "StatutoryLowAge", "StatutoryHighAge", "LastChangedDate", "Postcode", "LSOA (code)",
    ]

    /// The day that the register writes for one it does not know. It stands even as the day of *closing* of two schools
    /// that were open after 1980, so it cannot be taken at its word (PL-07).
    static let placeholder = Day(number: -25_567)

    let line: Int
    let urn: String
    let name: String
    let registerType: String
    let type: String
    let lowAge: Int?
    let highAge: Int?
    let postcode: String?
    let smallArea: String?
    let period: Period
    let opensAtPlaceholder: Bool
    let closesOnUnknownDay: Bool

    init(_ row: TableRow, asAt day: Day) throws(TableProblem) {
        line = row.line
        urn = try row.text("URN", max: 12)
        guard urn.utf8.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }) else {
            throw row.problem("URN", "A reference number is made of digits")
        }
        name = try row.text("EstablishmentName")
        registerType = try row.text("TypeOfEstablishment (name)")
        let phase = try row.optionalText("PhaseOfEducation (name)") ?? ""
        type = RegisterTypes.type(registerType: registerType, phase: phase)
        (lowAge, highAge) = try RegisterRow.ages(row)
        postcode = try row.optionalText("Postcode", max: 10)
        smallArea = try row.optionalText("LSOA (code)", max: 20)
        let open = try row.optionalDayFirst("OpenDate"), close = try row.optionalDayFirst("CloseDate")
        let changed = try row.optionalDayFirst("LastChangedDate")
        opensAtPlaceholder = open == RegisterRow.placeholder
        let opened = opensAtPlaceholder ? nil : open, closed = close == RegisterRow.placeholder ? nil : close
        let isOpen = try RegisterRow.isOpen(row, closed: closed, asAt: day)
        closesOnUnknownDay = !isOpen && closed == nil
        if let opened, let closed, closed < opened {
            throw row.problem("CloseDate", "It closes on \(closed), before it opens on \(opened)")
        }
        // The register gives the last day it was open; a period ends on the first day on which it no longer was
        // (PL-08).
        let until = closed?.adding(days: 1) ?? (isOpen ? nil : changed ?? day)
        let attested = opened == nil ? closed.map { min($0, day) } ?? (isOpen ? day : nil) : nil
        do { period = try Period(from: opened, until: until, attested: attested) } catch {
            throw row.problem("OpenDate", error.sentences.joined(separator: ". "))
        }
    }

    private static func ages(_ row: TableRow) throws(TableProblem) -> (Int?, Int?) {
        let low = try row.optionalInteger("StatutoryLowAge", 0...25),
            high = try row.optionalInteger("StatutoryHighAge", 0...99)
        if let low, let high, high < low {
            throw row.problem("StatutoryHighAge", "\(high) is below the lowest age, \(low)")
        }
        return (low, high)
    }

    /// Whether the register says it is open. A proposal is neither open nor closed, and is refused.
    private static func isOpen(_ row: TableRow, closed: Day?, asAt day: Day) throws(TableProblem) -> Bool {
        let status = "EstablishmentStatus (name)"
        switch row[status] {
        case "Open", "Open, but proposed to close":
            if let closed, closed < day {
                throw row.problem(status, "It is said to be open, and to have closed on \(closed)")
            }
            return true
        case "Closed": return false
        case "": throw row.problem(status, "A value is needed here")
        case let other: throw row.problem(status, "\u{201C}\(other.prefix(40))\u{201D} is neither Open nor Closed")
        }
    }
}

extension RegisterRow {
    /// The ward its small area lies in; or why there is none.
    func place(among wards: [String: String]) -> (ward: String?, reason: String?) {
        guard let smallArea, smallArea != "999999999" else { return (nil, "The register gives no small area for it") }
        guard let ward = wards[smallArea] else {
            return (nil, "Its small area, \(smallArea), is in no ward that is held")
        }
        return (ward, nil)
    }

    func setting(in ward: String?, unplacedBecause reason: String?) -> Record {
        var notes: [String] = []
        if opensAtPlaceholder {
            notes.append("The register gives 1 January 1900 for its opening, which stands for a day not known.")
        }
        if closesOnUnknownDay, let until = period.until {
            notes.append("The register has it closed and does not say when; it had closed by \(until.long).")
        }
        if let reason { notes.append("\(reason), so it cannot be placed in a ward.") }
        let values: [String: Value] = [
            "name": .text(name), "urn": .text(urn), "type": .text(type), "register-type": .text(registerType),
            "low-age": lowAge.map(Value.integer) ?? .none, "high-age": highAge.map(Value.integer) ?? .none,
            "small-area": smallArea.map(Value.text) ?? .none, "ward": ward.map(Value.text) ?? .none,
            "postcode": postcode.map(Value.text) ?? .none,
        ]
        return Record(
            Setting.kind, id: EstablishmentRegister.id(urn: urn), period: period,
            sources: [Citation("GIAS", "URN \(urn)")],
            note: notes.isEmpty ? nil : notes.joined(separator: " "),
            values: Setting.kind.fields.map { values[$0.name] ?? .none })
    }
}
