/// The centre and the limits of one phase.
struct PhaseReckoning {
    let known: Int
    let centre: Double?
    /// One a point; nil where none can be given.
    let limits: [ChartLimits?]
    let thin: [Bool]
    let meanRange: Double?

    init(known: Int, centre: Double?, limits: [ChartLimits?]) {
        self.known = known
        self.centre = centre
        self.limits = limits
        thin = limits.map { _ in false }
        meanRange = nil
    }

    init(_ values: [Reckoned], _ request: ChartRequest) {
        known = values.count { $0.value != nil }
        let isEnough = known >= request.rules.pointsForLimits
        switch request.kind {
        case .run:
            centre = isEnough ? values.compactMap(\.value).median : nil
            limits = values.map { _ in nil }
            thin = values.map { _ in false }
            meanRange = nil
        case .measurements:
            let ranges = Self.movingRanges(values.map(\.value))
            let mean = values.compactMap(\.value).mean
            let range = Self.meanRange(ranges, screened: request.rules.screensMovingRanges)
            centre = isEnough ? mean : nil
            // 1.128 is d2 for pairs: the mean range of two drawn from the same normal process, in sigmas.
            let drawn = centre.flatMap { centre in
                range.map { ChartLimits(about: centre, sigma: $0 / 1.128, within: request.bounds) }
            }
            // Steps across gaps alone: no two points in a row differ, and limits of no width would accuse them all.
            let differs = Set(values.compactMap(\.value)).count > 1
            let isFlat = range == 0 && differs
            limits = values.map { _ in isFlat ? nil : drawn }
            thin = values.map { _ in false }
            meanRange = isEnough ? range : nil
        case .proportions, .rates:
            let counted = values.filter { $0.value != nil }
            let whole = counted.reduce(0) { $0 + $1.denominator }
            let mean = isEnough && whole > 0 ? counted.reduce(0) { $0 + $1.numerator } / whole : nil
            let isShare = request.kind == .proportions
            centre = mean.map { $0 * request.scale }
            let ends = request.ends
            limits = values.map { point in
                guard let mean, point.denominator > 0 else { return nil }
                let sigma = ((isShare ? mean * (1 - mean) : mean) / point.denominator).squareRoot()
                return ChartLimits(about: mean * request.scale, sigma: sigma * request.scale, within: ends)
            }
            thin = values.map { point in
                guard let mean, point.denominator > 0 else { return false }
                let expected = mean * point.denominator
                let rest = isShare ? point.denominator - expected : .infinity
                return min(expected, rest) < request.rules.expectedMin
            }
            meanRange = nil
        }
    }

    /// How far each point is from the one before it. Across a gap nothing is known, so nothing is taken.
    static func movingRanges(_ values: [Double?]) -> [Double] {
        zip(values, values.dropFirst()).compactMap { before, after in
            before.flatMap { before in after.map { abs($0 - before) } }
        }
    }

    /// The mean of the moving ranges; screened, of those below 3.267 times the mean of all, which is their own upper
    /// limit.
    static func meanRange(_ ranges: [Double], screened: Bool) -> Double? {
        guard let mean = ranges.mean else { return nil }
        guard screened, mean > 0 else { return mean }
        return ranges.filter { $0 < 3.267 * mean }.mean
    }
}

extension ChartLimits {
    fileprivate init(about centre: Double, sigma: Double, within bounds: ClosedRange<Double>?) {
        func held(_ value: Double) -> Double {
            bounds.map { min(max(value, $0.lowerBound), $0.upperBound) } ?? value
        }
        self.init(
            lower: held(centre - 3 * sigma), upper: held(centre + 3 * sigma), lowerWarning: held(centre - 2 * sigma),
            upperWarning: held(centre + 2 * sigma))
    }
}

extension [Double] {
    var mean: Double? { isEmpty ? nil : reduce(0, +) / Double(count) }

    /// Between the middle two where there is no middle.
    var median: Double? {
        guard !isEmpty else { return nil }
        let sorted = sorted(), half = count / 2
        return count.isMultiple(of: 2) ? (sorted[half - 1] + sorted[half]) / 2 : sorted[half]
    }
}
