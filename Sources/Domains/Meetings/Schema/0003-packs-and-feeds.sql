-- A meeting's pack as one PDF, for each who may read it: how far it has come, and what was made. It can be made again.
CREATE TABLE meetings_pack (
    meeting    TEXT NOT NULL REFERENCES records_subject (id) DEFERRABLE INITIALLY DEFERRED,
    audience   TEXT NOT NULL CHECK (audience IN ('public', 'table')),
    state      TEXT NOT NULL CHECK (state IN ('asked', 'made', 'failed')),
    words      TEXT NOT NULL,
    done       INTEGER NOT NULL,
    total      INTEGER NOT NULL,
    digest     TEXT,
    pages      INTEGER,
    mark       TEXT,
    changed_at TIMESTAMPTZ NOT NULL,
    PRIMARY KEY (meeting, audience)
);

-- The addresses of people's own calendars: of each only the digest.
CREATE TABLE meetings_feed (
    digest  BLOB NOT NULL PRIMARY KEY,
    person  TEXT NOT NULL UNIQUE REFERENCES records_subject (id) DEFERRABLE INITIALLY DEFERRED,
    made_at TIMESTAMPTZ NOT NULL
);
