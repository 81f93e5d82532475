public import Store

extension Outbox {
    public static let schema = Schema(
        room: "mail",
        migrations: [
            Migration("0001-letters", Array(letters.utf8)), Migration("0002-sealed-for", Array(sealedFor.utf8)),
        ])

    /// What a letter says is kept only until it was delivered or lapsed; that it was sent, for `keptDays` longer.
    private static let letters = """
        CREATE TABLE mail_letter (
            id         TEXT NOT NULL PRIMARY KEY,
            job        TEXT NOT NULL,
            recipient  TEXT NOT NULL,
            subject    TEXT NOT NULL,
            body       TEXT,
            written_at TIMESTAMPTZ NOT NULL,
            lapses_at  TIMESTAMPTZ,
            sent_at    TIMESTAMPTZ,
            keep_until TIMESTAMPTZ NOT NULL
        );
        CREATE INDEX mail_letter_keep ON mail_letter (keep_until);
        """

    /// Whose key a letter is sealed with, as `KIND:ID`; null for that of the outbox.
    private static let sealedFor = "ALTER TABLE mail_letter ADD COLUMN sealed_for TEXT;\n"
}
