public import Store

/// Where files are kept: in the database, in pieces, so that they are written, backed up and restored with the facts
/// that speak of them, and every process that serves sees them.
public enum FileTable {
    public static let schema = Schema(
        room: "files",
        migrations: [
            Migration("0001-files", Array(files.utf8)), Migration("0002-removed", Array(removed.utf8)),
        ])

    /// What was taken away although something speaks of it: the bytes are gone, and that they are is not forgotten.
    private static let removed = """
        CREATE TABLE files_removed (
            digest     TEXT NOT NULL PRIMARY KEY CHECK (length(digest) = 64),
            length     INTEGER NOT NULL CHECK (length > 0),
            because    TEXT NOT NULL CHECK (length(because) BETWEEN 1 AND 1000),
            removed_at TIMESTAMPTZ NOT NULL
        );
        """

    /// A file is there for as long as something uses it, and is there once however many do.
    private static let files = """
        CREATE TABLE files_file (
            digest     TEXT NOT NULL PRIMARY KEY CHECK (length(digest) = 64),
            type       TEXT NOT NULL,
            length     INTEGER NOT NULL CHECK (length > 0),
            scanned_at TIMESTAMPTZ,
            kept_at    TIMESTAMPTZ NOT NULL
        );
        CREATE TABLE files_piece (
            digest TEXT NOT NULL REFERENCES files_file (digest) ON DELETE CASCADE,
            number INTEGER NOT NULL CHECK (number >= 0),
            bytes  BLOB NOT NULL,
            PRIMARY KEY (digest, number)
        );
        CREATE TABLE files_use (
            digest       TEXT NOT NULL REFERENCES files_file (digest),
            subject_kind TEXT NOT NULL,
            subject_id   TEXT NOT NULL,
            PRIMARY KEY (subject_kind, subject_id, digest)
        );
        CREATE INDEX files_use_digest ON files_use (digest);
        """
}
