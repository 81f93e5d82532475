public import Records

/// The kinds of record this room owns. Populations and boundaries have tables of their own: they are figures, not
/// statements.
public enum PlacesKinds {
    public static let all: [Kind] = [Area.kind, Setting.kind]
}
