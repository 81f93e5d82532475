internal import Kernel
public import Store

/// The tables that all kinds of record share. Each kind's own table is its room's.
public enum RecordStore {
    public static let schema = Schema(room: "records", migrations: [Migration("0001-subjects", Array(subjects.utf8))])

    /// `records_subject` is every thing there is, once, so that a reference can be to any of several kinds and still be
    /// held
    /// by the database. `records_link` is every identifier in a list of references, so that looking for those who point
    /// at
    /// a thing uses an index on both engines; a list of words stays in its column, since those tables are small.
    ///
    /// `name` is what it was called when it was last written; `folded` is that in small letters without accents, and
    /// empty
    /// where a thing has no name of its own, being named after others.
    private static let subjects = """
        CREATE TABLE records_subject (
            id     TEXT NOT NULL PRIMARY KEY CHECK (length(id) BETWEEN 1 AND 80),
            kind   TEXT NOT NULL,
            name   TEXT NOT NULL,
            folded TEXT NOT NULL
        );
        CREATE INDEX records_subject_kind ON records_subject (kind, folded, id);
        CREATE INDEX records_subject_folded ON records_subject (folded, id) WHERE folded <> '';

        CREATE TABLE records_link (
            id      TEXT NOT NULL REFERENCES records_subject (id) DEFERRABLE INITIALLY DEFERRED,
            version INTEGER NOT NULL,
            field   TEXT NOT NULL,
            target  TEXT NOT NULL REFERENCES records_subject (id) DEFERRABLE INITIALLY DEFERRED,
            PRIMARY KEY (id, version, field, target)
        );
        CREATE INDEX records_link_target ON records_link (target, field);
        """
}
