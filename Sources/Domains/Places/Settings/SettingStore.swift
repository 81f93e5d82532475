import Kernel
import Store

extension Transaction {
    /// The settings asked for, counted by type and by state on a day.
    func settingTally(_ filter: SettingFilter = SettingFilter(), on day: Day) throws -> SettingTally {
        var counts: [(String, OpenState, Int)] = []
        try each(
            """
            \(sql: told(filter, on: day))
            SELECT type, state, COUNT(*) FROM told WHERE turn = 1 \(sql: afterwards(filter)) GROUP BY type, state
            """
        ) { row in
            if let state = OpenState(rawValue: row.text(1)) { counts.append((row.text(0), state, row.integer(2))) }
        }
        return SettingTally(counts)
    }

    /// Some of the settings asked for, by name.
    /// - Parameter page: counted from 1; nil for all of them.
    func settings(_ filter: SettingFilter = SettingFilter(), on day: Day, page: Int? = nil) throws -> [SettingLine] {
        let cut: SQL = page.map { "LIMIT \(SettingLine.pageSize) OFFSET \(($0 - 1) * SettingLine.pageSize)" } ?? ""
        var lines: [SettingLine] = []
        try each(
            """
            \(sql: told(filter, on: day))
            SELECT id, name, urn, type, register_type, low_age, high_age, small_area, postcode, ward, cluster, from_day,
                until_day, attested_day, note, state
            FROM told WHERE turn = 1 \(sql: afterwards(filter)) ORDER BY name, id \(sql: cut)
            """
        ) { lines.append(SettingLine($0)) }
        return lines
    }

    /// The wards that settings stand in.
    func wardsOfSettings() throws -> [ID<Area>] {
        try rows("SELECT DISTINCT ward FROM places_setting WHERE ward IS NOT NULL ORDER BY ward").map { $0.id(0) }
    }

    /// Each version with its state on the day, the one that says most of the day first: that held, else that may have,
    /// else the latest. `OpenState` says the same of a period; a test holds the two together.
    private func told(_ filter: SettingFilter, on day: Day) -> SQL {
        let place: SQL =
            if filter.isUnplaced {
                "ward IS NULL"
            } else if let ward = filter.ward {
                "ward = \(ward)"
            } else {
                filter.wards.map { "ward IN \(list: $0)" } ?? "1 = 1"
            }
        let state: SQL = """
            CASE WHEN until_day <= \(day) THEN 'closed' WHEN from_day > \(day) THEN 'not-yet-open'
                WHEN from_day IS NOT NULL OR attested_day <= \(day) THEN 'open' ELSE 'may-have-been-open' END
            """
        return """
            WITH stated AS (SELECT s.*, \(sql: state) AS state FROM places_setting s WHERE \(sql: place)),
            told AS (
                SELECT stated.*, ROW_NUMBER() OVER (
                    PARTITION BY id
                    ORDER BY CASE state WHEN 'open' THEN 0 WHEN 'may-have-been-open' THEN 1 ELSE 2 END, version DESC
                ) AS turn
                FROM stated
            )
            """
    }

    private func afterwards(_ filter: SettingFilter) -> SQL {
        var condition: SQL = ""
        if let type = filter.type { condition += "AND type = \(type) " }
        if let state = filter.state { condition += "AND state = \(state.rawValue) " }
        return condition
    }
}

extension SettingLine {
    static let pageSize = 100

    /// Columns in the order in which they are asked for above.
    fileprivate init(_ row: Row) {
        let period = Period(trusting: row.optionalDay(11), until: row.optionalDay(12), attested: row.optionalDay(13))
        self.init(
            id: row.id(0), name: row.text(1), urn: row.optionalText(2), type: row.text(3),
            registerType: row.optionalText(4),
            lowAge: row.optionalInteger(5), highAge: row.optionalInteger(6), smallArea: row.optionalText(7),
            postcode: row.optionalText(8), ward: row.optionalID(9), cluster: row.optionalID(10), period: period,
            note: row.optionalText(14), state: OpenState(rawValue: row.text(15)) ?? .perhaps)
    }
}
