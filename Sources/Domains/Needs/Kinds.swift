public import Records

/// The kinds of record this room owns. Observations have tables of their own: they are figures, not statements.
public enum NeedsKinds {
    public static let all: [Kind] = [Measure.kind, Mapping.kind]
}
