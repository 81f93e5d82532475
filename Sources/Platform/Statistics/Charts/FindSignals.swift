/// The four rules, over one phase.
struct FindSignals {
    private let values: [Double?]
    private let drawn: PhaseReckoning
    private let rules: ChartRules

    init(_ values: [Double?], _ drawn: PhaseReckoning, _ rules: ChartRules) {
        self.values = values
        self.drawn = drawn
        self.rules = rules
    }

    /// In the order of the rules, then of the points. None without a centre to hold points against.
    var all: [ChartSignal] {
        guard let centre = drawn.centre else { return [] }
        return outside + runs(about: centre) + trends + twoOfThree(about: centre)
    }

    private var outside: [ChartSignal] {
        values.indices.compactMap { index in
            guard let value = values[index], let limits = drawn.limits[index] else { return nil }
            guard let side = side(of: value, above: limits.upper, below: limits.lower) else { return nil }
            return ChartSignal(rule: .outside, side: side, points: [index])
        }
    }

    /// Nil where the value is between the two, or on one of them. A sum of fractions is never quite exact, so what
    /// differs in the twelfth figure does not differ.
    private func side(of value: Double, above upper: Double, below lower: Double) -> Side? {
        let grain = 1e-11 * max(abs(value), abs(upper), abs(lower))
        return value > upper + grain ? .high : value < lower - grain ? .low : nil
    }

    private func runs(about centre: Double) -> [ChartSignal] {
        stretches(of: .shift, atLeast: rules.shift, beginsBefore: 0) { index in
            values[index].map { side(of: $0, above: centre, below: centre) }
        }
    }

    private var trends: [ChartSignal] {
        stretches(of: .trend, atLeast: rules.trend, beginsBefore: 1) { index in
            guard index > 0, let value = values[index], let before = values[index - 1] else { return nil }
            return .some(value == before ? nil : value > before ? .high : .low)
        }
    }

    /// Points in a row on one side.
    /// - Parameters:
    ///   - beginsBefore: how many points before the first step belong to the stretch.
    ///   - side: nil where nothing is known, which ends a stretch; nil within where it is neither.
    private func stretches(
        of rule: ChartSignal.Rule, atLeast length: Int, beginsBefore: Int, side: (Int) -> Side??
    ) -> [ChartSignal] {
        var found: [ChartSignal] = [], first = 0, last = 0, count = 0, now: Side?
        func close() {
            if let now, count + beginsBefore >= length {
                found.append(ChartSignal(rule: rule, side: now, points: Array((first - beginsBefore)...last)))
            }
            count = 0
            now = nil
        }
        for index in values.indices {
            guard let stands = side(index) else { close(); continue }
            guard let stands else {
                if rules.ties == .endRuns { close() }
                continue
            }
            if stands != now {
                close()
                first = index
                now = stands
            }
            last = index
            count += 1
        }
        close()
        return found
    }

    /// Windows of three in a row, joined where they overlap on the same side.
    private func twoOfThree(about centre: Double) -> [ChartSignal] {
        let zones = values.indices.map { zone(of: $0) }
        var found: [ChartSignal] = []
        for side in [Side.high, .low] {
            var groups: [(points: [Int], end: Int)] = []
            for end in values.indices {
                let window = max(0, end - 2)...end
                let marked = window.filter { zones[$0] == side }
                guard marked.count >= 2, isWhole(window, on: side, of: centre) else { continue }
                if let group = groups.last, group.end >= window.lowerBound {
                    let more = marked.filter { index in group.points.last.map { $0 < index } ?? true }
                    groups[groups.count - 1].points += more
                    groups[groups.count - 1].end = end
                } else {
                    groups.append((marked, end))
                }
            }
            found += groups.map { ChartSignal(rule: .twoOfThree, side: side, points: $0.points) }
        }
        return found.sorted { $0.first < $1.first }
    }

    private func isWhole(_ window: ClosedRange<Int>, on side: Side, of centre: Double) -> Bool {
        if rules.twoOfThree == .anyThird { return true }
        return window.count == 3
            && window.allSatisfy { index in
                values[index].map { self.side(of: $0, above: centre, below: centre) == side } ?? false
            }
    }

    /// The side on which a point counts for two in three; nil when it does not.
    private func zone(of index: Int) -> Side? {
        guard let value = values[index], let limits = drawn.limits[index] else { return nil }
        if rules.twoOfThree == .between, side(of: value, above: limits.upper, below: limits.lower) != nil {
            return nil
        }
        return side(of: value, above: limits.upperWarning, below: limits.lowerWarning)
    }
}
