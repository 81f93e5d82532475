/// What the signals come to: the first of the two icons.
public enum Variation: Hashable, Sendable {
    /// Nothing but chance is to be seen: do not act on one point.
    case common
    case special(Meaning, Side)
    /// Signals that say opposite things.
    case mixed
    /// Too few points for a verdict: so many there are, so many are needed.
    case tooFew(Int, needed: Int)
}

/// Whether the process as it is will meet the target: the second icon.
public enum Assurance: Hashable, Sendable {
    /// The target lies within the limits: it will be met at some times and missed at others, by chance alone.
    case hitAndMiss
    case willMeet
    case willMiss
    case noTarget
    case cannotTell
}

extension Variation {
    /// A letter or sign for the picture: colour is never the only sign.
    public var mark: String {
        switch self {
        case .common: "~"
        case .special(_, .high): "H"
        case .special(_, .low): "L"
        case .mixed: "HL"
        case .tooFew: "?"
        }
    }

    public var words: String {
        switch self {
        case .common: "Common cause: the latest point shows nothing but chance"
        case .special(.improvement, let side): "Special cause: an improvement (\(side == .high ? "higher" : "lower"))"
        case .special(.concern, let side): "Special cause: a concern (\(side == .high ? "higher" : "lower"))"
        case .special(.neither, let side): "Special cause: a change (\(side == .high ? "higher" : "lower"))"
        case .mixed: "Special cause: signals that say opposite things"
        case .tooFew(let known, let needed): "No verdict: \(known) of the \(needed) points that one needs"
        }
    }

    /// For programs.
    public var code: String {
        switch self {
        case .common: "common-cause"
        case .special(let meaning, let side): "\(meaning.rawValue)-\(side.rawValue)"
        case .mixed: "mixed"
        case .tooFew: "too-few-points"
        }
    }
}

extension Assurance {
    public var mark: String {
        switch self {
        case .hitAndMiss: "?"
        case .willMeet: "P"
        case .willMiss: "F"
        case .noTarget, .cannotTell: "-"
        }
    }

    public var words: String {
        switch self {
        case .hitAndMiss: "The target will be met at times and missed at times, by chance alone"
        case .willMeet: "The process as it is will meet the target"
        case .willMiss: "The process as it is will miss the target"
        case .noTarget: "There is no target"
        case .cannotTell: "Whether the target will be met cannot be told"
        }
    }

    /// For programs.
    public var code: String {
        switch self {
        case .hitAndMiss: "hit-and-miss"
        case .willMeet: "will-meet"
        case .willMiss: "will-miss"
        case .noTarget: "no-target"
        case .cannotTell: "cannot-tell"
        }
    }
}

/// Both verdicts on a chart.
struct ChartVerdict {
    let variation: Variation
    let assurance: Assurance

    init(_ points: [ChartPoint], _ phases: [ChartPhase], _ signals: [ChartSignal], _ request: ChartRequest) {
        let known = phases.last?.known ?? 0, needed = request.rules.pointsForVerdict
        guard known >= needed, let latest = points.lastIndex(where: { $0.value != nil }) else {
            variation = .tooFew(known, needed: needed)
            assurance = request.target == nil ? .noTarget : .cannotTell
            return
        }
        assurance = Self.assurance(points[latest].limits, request)
        let at: Int? =
            switch request.rules.verdictFrom {
            case .latestPoint: latest
            case .latestSignal: signals.map(\.last).max()
            }
        variation = Self.variation(signals.filter { $0.last == at }, points, request)
    }

    private static func variation(
        _ signals: [ChartSignal], _ points: [ChartPoint], _ request: ChartRequest
    ) -> Variation {
        guard let side = signals.first?.side else { return .common }
        guard signals.allSatisfy({ $0.side == side }) else { return .mixed }
        return .special(signals[0].meaning(among: points, by: request.polarity), side)
    }

    /// A target on a limit is on the outer side of it: the process does not go beyond. But where the limit is the end
    /// of what can be at all, the process may well come to stand there.
    private static func assurance(_ limits: ChartLimits?, _ request: ChartRequest) -> Assurance {
        guard let target = request.target else { return .noTarget }
        guard let limits else { return .cannotTell }
        let ends = request.ends
        switch request.polarity {
        case .higherIsBetter:
            let misses = target > limits.upper || target == limits.upper && limits.upper != ends?.upperBound
            return target <= limits.lower ? .willMeet : misses ? .willMiss : .hitAndMiss
        case .lowerIsBetter:
            let misses = target < limits.lower || target == limits.lower && limits.lower != ends?.lowerBound
            return target >= limits.upper ? .willMeet : misses ? .willMiss : .hitAndMiss
        case .band(let band):
            if band.contains(limits.lower), band.contains(limits.upper) { return .willMeet }
            return band.overlaps(limits.lower...limits.upper) ? .hitAndMiss : .willMiss
        case .context: return .cannotTell
        }
    }
}
