public import Store

/// Where jobs wait.
public enum JobTable {
    public static let schema = Schema(room: "jobs", migrations: [Migration("0001-jobs", Array(jobs.utf8))])

    /// A job that is done is gone. `due_at` is when it may be taken up: when it was asked for, when its next attempt is
    /// due, or, while somebody has it (`holder`), when that somebody is taken for lost. So one index finds all three.
    private static let jobs = """
        CREATE TABLE jobs_job (
            id       TEXT NOT NULL PRIMARY KEY,
            kind     TEXT NOT NULL,
            payload  TEXT NOT NULL,
            state    TEXT NOT NULL CHECK (state IN ('waiting', 'given-up')),
            asked_at TIMESTAMPTZ NOT NULL,
            due_at   TIMESTAMPTZ NOT NULL,
            attempts INTEGER NOT NULL CHECK (attempts >= 0),
            holder   TEXT,
            error    TEXT
        );
        CREATE INDEX jobs_job_due ON jobs_job (due_at, id) WHERE state = 'waiting';
        """
}
