/// Which database stands behind a store.
public enum Engine: String, Sendable, CaseIterable {
    case sqlite, postgres
}
