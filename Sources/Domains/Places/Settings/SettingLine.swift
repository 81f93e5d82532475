import Kernel
import Records

/// One setting as a list shows it on a day.
struct SettingLine: Sendable, Equatable {
    let id: ID<Setting>
    let name: String
    let urn: String?
    let type: String
    let registerType: String?
    let lowAge: Int?
    let highAge: Int?
    let smallArea: String?
    let postcode: String?
    /// The ward it stands in, whether or not that ward was there on the day; nil when it cannot be placed.
    let ward: ID<Area>?
    let cluster: ID<Area>?
    let period: Period
    let note: String?
    let state: OpenState

    /// `3 to 11`, `16 and over`; nil when the register gives no ages.
    var ages: String? {
        switch (lowAge, highAge) {
        case (let low?, let high?): high >= 99 ? "\(low) and over" : "\(low) to \(high)"
        case (let low?, nil): "From \(low)"
        case (nil, let high?): "To \(high)"
        case (nil, nil): nil
        }
    }

    /// `From 1 September 2004; last open on 31 August 2012`.
    var dates: String {
        let start = period.from.map { "From \($0.long)" } ?? "Opening day not known"
        guard let until = period.until else { return start }
        let isBound = period.from == nil && period.attested == nil
        return isBound
            ? "\(start); had closed by \(until.long)" : "\(start); last open on \(until.adding(days: -1).long)"
    }
}

extension SettingLine {
    init(_ record: Record, on day: Day) {
        let setting = Setting(record)
        self.init(
            id: setting.id, name: setting.name, urn: setting.urn, type: setting.type,
            registerType: record.text("register-type"), lowAge: record.integer("low-age"),
            highAge: record.integer("high-age"),
            smallArea: record.text("small-area"), postcode: record.text("postcode"), ward: setting.ward,
            cluster: setting.cluster, period: record.period, note: record.note,
            state: OpenState(of: record.period, on: day))
    }
}

/// Which settings are asked for.
struct SettingFilter: Sendable, Equatable {
    var type: String?
    var ward: ID<Area>?
    var state: OpenState?
    /// Only those that stand in one of these; nil for all, placed or not.
    var wards: [ID<Area>]?
    /// Only those that stand in no ward that is held.
    var isUnplaced = false
}

extension SettingFilter {
    /// Takes the words of an address, a form or a command line.
    /// - Throws: `.invalid` for a type, a ward or a state that is none.
    init(type: String?, ward: String?, state: String?) throws(Refusal) {
        var problems: [Problem] = []
        if let type, !Setting.types.contains(where: { $0.value == type }) {
            let known = Setting.types.map(\.value).joined(separator: ", ")
            problems.append(Problem("type", "There is no type of setting of that name. There are \(known)"))
        }
        if let state, OpenState(rawValue: state) == nil {
            let known = OpenState.allCases.map(\.rawValue).joined(separator: ", ")
            problems.append(Problem("state", "A setting cannot be in a state of that name. It may be \(known)"))
        }
        if let ward, !IDText.isWellFormed(ward) {
            problems.append(Problem("ward", "That is not the identifier of a ward"))
        }
        guard problems.isEmpty else { throw .invalid(problems) }
        self.init(type: type, ward: ward.map { ID($0) }, state: state.flatMap(OpenState.init))
    }
}

/// Which page of a list of settings is shown.
struct PageOfSettings: Sendable, Equatable {
    /// Counted from 1; the last page when a later one was asked for.
    let number: Int
    let count: Int
    /// How many settings there are on all pages.
    let total: Int

    init(_ asked: Int, of total: Int) {
        self.total = total
        count = max(1, (total + SettingLine.pageSize - 1) / SettingLine.pageSize)
        number = min(max(1, asked), count)
    }
}
