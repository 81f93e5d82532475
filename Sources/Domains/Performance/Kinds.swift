public import Records

/// The kinds of record this room owns, in the order a newcomer should meet them.
public enum PerformanceKinds {
    public static let all: [Kind] = [Indicator.kind, Narrative.kind, ChartRebase.kind, FrozenScorecard.kind]
}
