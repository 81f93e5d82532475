public import Kernel
public import Store

/// Restricted data, encrypted with a key of its subject's own, so that destroying that key erases it everywhere.
public enum Sealing {
    /// The tables of keys. `wrapped` is a data key encrypted by the master key that `master` is the mark of.
    public static let schema = Schema(
        room: "sealing",
        migrations: [
            Migration("0001-keys", Array(keys.utf8)), Migration(unfinishedName, Array(unfinished.utf8)),
        ])

    static let unfinishedName = "0002-unfinished"

    /// What a process that is killed leaves to the next: `rotation`, or `scrub` and a table in whose deleted rows there
    /// may be something still. `mark` tells one time from another.
    private static let unfinished = """
        CREATE TABLE sealing_unfinished (
            work TEXT NOT NULL PRIMARY KEY,
            mark TEXT NOT NULL
        );

        """

    /// `sealing_state` says which database this is, and the mark of the master key in use. An erased subject has no key
    /// any more, and a row that says so; a lost master key is one whose keys nobody expects to open.
    private static let keys = """
        CREATE TABLE sealing_state (
            one      INTEGER NOT NULL PRIMARY KEY CHECK (one = 1),
            database TEXT NOT NULL,
            master   TEXT NOT NULL
        );
        CREATE TABLE sealing_key (
            kind    TEXT NOT NULL CHECK (length(kind) BETWEEN 1 AND 80),
            id      TEXT NOT NULL CHECK (length(id) BETWEEN 1 AND 200),
            version INTEGER NOT NULL CHECK (version >= 1),
            master  TEXT NOT NULL,
            wrapped BLOB NOT NULL,
            PRIMARY KEY (kind, id, version)
        );
        CREATE INDEX sealing_key_master ON sealing_key (master);
        CREATE TABLE sealing_erased (
            kind      TEXT NOT NULL,
            id        TEXT NOT NULL,
            at        TIMESTAMPTZ NOT NULL,
            authority TEXT NOT NULL CHECK (length(authority) BETWEEN 1 AND 1000),
            PRIMARY KEY (kind, id)
        );
        CREATE TABLE sealing_lost (
            master TEXT NOT NULL PRIMARY KEY,
            at     TIMESTAMPTZ NOT NULL
        );

        """
}

extension Action {
    /// To destroy the keys of a subject, under an authority.
    public static let erase = Action("sealing.erase")
    /// To see which keys there are, and to change them.
    public static let manageKeys = Action("sealing.manage")
}

extension Policy {
    /// Whoever administers the service keeps its keys.
    public static let sealing = Policy([.erase: [.administrator], .manageKeys: [.administrator]])
}

extension Transaction {
    /// Seals bytes for somebody, in a place of their own. Makes the subject's key where there is none yet.
    /// - Throws: `.outOfOrder` where the subject was erased; `.unavailable` without the master key.
    public func seal(_ bytes: [UInt8], for subject: SealedFor, at place: SealedPlace) throws -> [UInt8] {
        if let erasure = try erasure(of: subject) {
            throw Refusal.outOfOrder("\(subject.kind) \(subject.id) was \(erasure.words). Nothing more is kept of it")
        }
        return try SealedText.seal(bytes, with: try newestKey(of: subject), for: subject, at: place)
    }

    /// Opens what was sealed for somebody, in the same place.
    /// - Throws: `StoreError.misread` for what was changed, moved, or sealed for another; `.unavailable` without the
    ///   master key.
    public func open(_ bytes: [UInt8], for subject: SealedFor, at place: SealedPlace) throws -> Opened {
        try Opener(self).open(bytes, for: subject, at: place)
    }

    /// Which version of its subject's key bytes are sealed with; nil for what is nothing sealed.
    public func keyVersion(of bytes: [UInt8]) -> Int? {
        (try? SealedText(reading: bytes, at: SealedPlace("", "", of: "")))?.keyVersion
    }
}
