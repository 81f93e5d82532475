/// How many settings of each type were in each state on a day.
struct SettingTally: Sendable, Equatable {
    /// One type's counts.
    struct Row: Sendable, Equatable {
        /// Empty for all types together.
        let type: String
        var counts: [OpenState: Int]

        func count(_ state: OpenState) -> Int { counts[state, default: 0] }
        var total: Int { counts.values.reduce(0, +) }
        var words: String { type.isEmpty ? "All settings" : Setting.types.label(of: type) }
    }

    /// In the order of `Setting.types`, those of which there is one; the last is their sum.
    let rows: [Row]

    init(_ counts: [(type: String, state: OpenState, count: Int)]) {
        var byType: [String: [OpenState: Int]] = [:], all: [OpenState: Int] = [:]
        for entry in counts {
            byType[entry.type, default: [:]][entry.state, default: 0] += entry.count
            all[entry.state, default: 0] += entry.count
        }
        let rows = Setting.types.compactMap { type in byType[type.value].map { Row(type: type.value, counts: $0) } }
        self.rows = rows.isEmpty ? [] : rows + [Row(type: "", counts: all)]
    }

    var all: Row { rows.last ?? Row(type: "", counts: [:]) }
}
