/// Statements prepared on one connection, the least recently used forgotten first.
struct StatementCache<Statement> {
    private var kept: [String: (statement: Statement, used: Int)] = [:]
    private var clock = 0
    let countMax: Int

    init(countMax: Int) { self.countMax = countMax }

    mutating func statement(_ text: String) -> Statement? {
        guard let index = kept.index(forKey: text) else { return nil }
        clock += 1
        kept.values[index].used = clock
        return kept.values[index].statement
    }

    /// - Returns: The statement that had to make room, if one had to.
    mutating func keep(_ statement: Statement, for text: String) -> Statement? {
        clock += 1
        var evicted: Statement?
        if kept.count >= countMax, let oldest = kept.min(by: { $0.value.used < $1.value.used }) {
            evicted = kept.removeValue(forKey: oldest.key)?.statement
        }
        kept[text] = (statement, clock)
        return evicted
    }
}
