internal import Store

/// The one table of drafts. They are no facts: they may be changed and taken away, and the ledger knows nothing of
/// them.
enum DraftSchema {
    static let all = Schema(room: "drafts", migrations: [Migration("0001-drafts", Array(drafts.utf8))])

    /// `form` is the path to which the form is sent; `fields` is what was typed, as a form sends it.
    private static let drafts = """
        CREATE TABLE drafts_draft (
            owner   TEXT NOT NULL CHECK (length(owner) BETWEEN 1 AND 200),
            form    TEXT NOT NULL CHECK (length(form) BETWEEN 1 AND 500),
            title   TEXT NOT NULL CHECK (length(title) <= 300),
            fields  TEXT NOT NULL,
            kept_at TIMESTAMPTZ NOT NULL,
            PRIMARY KEY (owner, form)
        );
        CREATE INDEX drafts_draft_kept_at ON drafts_draft (kept_at);
        """
}
