import Kernel

/// Settings of one type, counted by state on a day. The type is empty for all of them together.
struct SettingTallyJSON: Encodable {
    let type: String
    let open: Int
    let mayHaveBeenOpen: Int
    let closed: Int
    let notYetOpen: Int

    init(_ row: SettingTally.Row) {
        type = row.type
        (open, mayHaveBeenOpen) = (row.count(.open), row.count(.perhaps))
        (closed, notYetOpen) = (row.count(.closed), row.count(.notYet))
    }

    enum CodingKeys: String, CodingKey {
        case type, open, closed
        case mayHaveBeenOpen = "may-have-been-open"
        case notYetOpen = "not-yet-open"
    }
}

/// One setting, in a list or in full: the body of `GET /api/v1/settings/{setting}`.
struct SettingJSON: Encodable {
    let on: Day
    let id: ID<Setting>
    let name: String
    let urn: String?
    let type: String
    let registerType: String?
    let lowAge: Int?
    let highAge: Int?
    let smallArea: String?
    let ward: ID<Area>?
    let cluster: ID<Area>?
    let postcode: String?
    let from: Day?
    /// The first day on which it was no longer open.
    let until: Day?
    let asAt: Day?
    /// `open`, `may-have-been-open`, `closed` or `not-yet-open` on the day asked about.
    let state: String
    let note: String?
    /// Left out of lists.
    let sources: [String]?

    init(_ line: SettingLine, on day: Day, sources: [Citation]? = nil) {
        (on, id, name, urn, type) = (day, line.id, line.name, line.urn, line.type)
        (registerType, lowAge, highAge) = (line.registerType, line.lowAge, line.highAge)
        (smallArea, postcode, ward, cluster) = (line.smallArea, line.postcode, line.ward, line.cluster)
        (from, until, asAt) = (line.period.from, line.period.until, line.period.attested)
        (state, note, self.sources) = (line.state.rawValue, line.note, sources?.map(\.description))
    }

    enum CodingKeys: String, CodingKey {
        case on, id, name, urn, type, ward, cluster, postcode, from, until, state, note, sources
        case registerType = "register-type"
        case lowAge = "low-age"
        case highAge = "high-age"
        case smallArea = "small-area"
        case asAt = "as-at"
    }
}

/// A page of settings: the body of `GET /api/v1/settings`.
struct SettingsJSON: Encodable {
    let on: Day
    let total: Int
    let page: Int
    let pages: Int
    let settings: [SettingJSON]
}
