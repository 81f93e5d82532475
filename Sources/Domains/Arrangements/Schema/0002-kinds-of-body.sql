-- Full council, and the arrangements of safeguarding partners (section 16E, from 2018). SQLite changes what a column
-- may hold by making the table anew; nothing points at either of these.
CREATE TABLE arrangements_body_new (
    id                 TEXT NOT NULL REFERENCES records_subject (id) DEFERRABLE INITIALLY DEFERRED,
    version            INTEGER NOT NULL CHECK (version BETWEEN 1 AND 1000),
    from_day           DATE,
    until_day          DATE,
    attested_day       DATE,
    provenance         TEXT NOT NULL CHECK (provenance IN ('stated', 'figure', 'absence', 'unclear', 'concern',
        'proposed', 'assumption')),
    sources            TEXT NOT NULL,
    note               TEXT CHECK (length(note) BETWEEN 1 AND 4000),
    name               TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
    short              TEXT CHECK (length(short) BETWEEN 1 AND 40),
    type               TEXT NOT NULL CHECK (type IN ('partnership', 'board', 'statutory-board', 'commissioning-group',
        'leadership-team', 'unit', 'area-partnership', 'cluster-partnership', 'locality-group', 'full-council',
        'executive', 'committee', 'scrutiny', 'company-board', 'councillors-group', 'support-function', 'sub-group')),
    statutory          TEXT CHECK (statutory IN ('childrens-trust-board', 'local-safeguarding-children-board',
        'safeguarding-partners', 'executive', 'overview-and-scrutiny')),
    host               TEXT REFERENCES records_subject (id) DEFERRABLE INITIALLY DEFERRED,
    part_of            TEXT REFERENCES records_subject (id) DEFERRABLE INITIALLY DEFERRED,
    area               TEXT REFERENCES records_subject (id) DEFERRABLE INITIALLY DEFERRED,
    level              TEXT CHECK (level IN ('city', 'area', 'cluster', 'neighbourhood')),
    stands_for         INTEGER CHECK (stands_for BETWEEN 1 AND 10000),
    of_trust           BOOLEAN,
    appointed_chair_by TEXT REFERENCES records_subject (id) DEFERRABLE INITIALLY DEFERRED,
    chair_consulted    BOOLEAN,
    PRIMARY KEY (id, version),
    CHECK (until_day > from_day)
);
INSERT INTO arrangements_body_new SELECT * FROM arrangements_body;
DROP TABLE arrangements_body;
ALTER TABLE arrangements_body_new RENAME TO arrangements_body;
CREATE INDEX arrangements_body_host ON arrangements_body (host);
CREATE INDEX arrangements_body_part_of ON arrangements_body (part_of);
CREATE INDEX arrangements_body_area ON arrangements_body (area);
CREATE INDEX arrangements_body_appointed_chair_by ON arrangements_body (appointed_chair_by);
CREATE TABLE arrangements_decision_new (
    id           TEXT NOT NULL REFERENCES records_subject (id) DEFERRABLE INITIALLY DEFERRED,
    version      INTEGER NOT NULL CHECK (version BETWEEN 1 AND 1000),
    from_day     DATE,
    until_day    DATE,
    attested_day DATE,
    provenance   TEXT NOT NULL CHECK (provenance IN ('stated', 'figure', 'absence', 'unclear', 'concern', 'proposed',
        'assumption')),
    sources      TEXT NOT NULL,
    note         TEXT CHECK (length(note) BETWEEN 1 AND 4000),
    name         TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 300),
    body         TEXT NOT NULL REFERENCES records_subject (id) DEFERRABLE INITIALLY DEFERRED,
    "on"         DATE,
    minute       TEXT CHECK (length(minute) BETWEEN 1 AND 40),
    about        TEXT CHECK (about LIKE '["%"]'),
    approves     TEXT CHECK (approves IN ('childrens-trust-board', 'local-safeguarding-children-board',
        'safeguarding-partners', 'executive', 'overview-and-scrutiny')),
    PRIMARY KEY (id, version),
    CHECK (until_day > from_day)
);
INSERT INTO arrangements_decision_new SELECT * FROM arrangements_decision;
DROP TABLE arrangements_decision;
ALTER TABLE arrangements_decision_new RENAME TO arrangements_decision;
CREATE INDEX arrangements_decision_body ON arrangements_decision (body);
