public import Store

extension Identity {
    /// Accounts, sessions and the like. None of it is a fact about the trust; what is done to it is.
    public static let schema = Schema(
        room: "identity",
        migrations: [
            Migration("0001-identity", Array((accounts + comings).utf8)),
            Migration("0002-sealed-codes", Array(sealedCodes.utf8)),
        ])

    /// The key of one-time codes, sealed for its account. `code_key` held it as it is, and holds nothing any more.
    private static let sealedCodes = "ALTER TABLE identity_account ADD COLUMN code_seal BLOB;\n"

    private static let accounts = """
        CREATE TABLE identity_account (
            id           TEXT NOT NULL PRIMARY KEY,
            person       TEXT NOT NULL UNIQUE REFERENCES records_subject (id) DEFERRABLE INITIALLY DEFERRED,
            email        TEXT NOT NULL,
            email_folded TEXT NOT NULL UNIQUE,
            password     TEXT,
            directory_id TEXT UNIQUE,
            code_key     BLOB,
            code_at      TIMESTAMPTZ,
            code_step    INTEGER NOT NULL DEFAULT 0,
            made_at      TIMESTAMPTZ NOT NULL,
            came_at      TIMESTAMPTZ,
            disabled_at  TIMESTAMPTZ
        );
        CREATE TABLE identity_recovery (
            digest  BLOB NOT NULL PRIMARY KEY,
            account TEXT NOT NULL REFERENCES identity_account (id)
        );
        CREATE INDEX identity_recovery_account ON identity_recovery (account);
        CREATE TABLE identity_ticket (
            digest  BLOB NOT NULL PRIMARY KEY,
            account TEXT NOT NULL REFERENCES identity_account (id),
            purpose TEXT NOT NULL CHECK (purpose IN ('invitation', 'reset')),
            ends_at TIMESTAMPTZ NOT NULL
        );
        CREATE INDEX identity_ticket_account ON identity_ticket (account);

        """

    private static let comings = """
        CREATE TABLE identity_session (
            digest    BLOB NOT NULL PRIMARY KEY,
            id        TEXT NOT NULL UNIQUE,
            account   TEXT NOT NULL REFERENCES identity_account (id),
            way       TEXT NOT NULL CHECK (way IN ('password', 'directory')),
            browser   TEXT NOT NULL,
            made_at   TIMESTAMPTZ NOT NULL,
            seen_at   TIMESTAMPTZ NOT NULL,
            ends_at   TIMESTAMPTZ NOT NULL,
            proven_at TIMESTAMPTZ
        );
        CREATE INDEX identity_session_account ON identity_session (account);
        CREATE TABLE identity_token (
            digest  BLOB NOT NULL PRIMARY KEY,
            id      TEXT NOT NULL UNIQUE,
            account TEXT NOT NULL REFERENCES identity_account (id),
            name    TEXT NOT NULL,
            scopes  TEXT NOT NULL,
            made_at TIMESTAMPTZ NOT NULL,
            ends_on DATE NOT NULL,
            used_on DATE
        );
        CREATE INDEX identity_token_account ON identity_token (account);
        CREATE TABLE identity_try (
            key   TEXT NOT NULL PRIMARY KEY,
            count INTEGER NOT NULL,
            since TIMESTAMPTZ NOT NULL,
            last  TIMESTAMPTZ NOT NULL
        );
        CREATE TABLE identity_pending (
            digest  BLOB NOT NULL PRIMARY KEY,
            kind    TEXT NOT NULL CHECK (kind IN ('directory', 'form')),
            content TEXT NOT NULL,
            ends_at TIMESTAMPTZ NOT NULL
        );

        """
}
