/// The documents that sources cite, by the short names they are cited under.
public enum Document {
    private static let names = [
        "P06": "Report of 7 December 2006 (P06)",
        "P10": "Review of 1 March 2010 (P10)",
        "CA2004": "Children Act 2004",
        "Rules": "Our rules, docs/rules/law.md",
    ]

    /// What a document is called; its short name where nothing more is known.
    public static func name(of short: String) -> String { names[short] ?? short }
}
