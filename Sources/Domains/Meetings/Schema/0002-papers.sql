CREATE TABLE meetings_paper (
    id             TEXT NOT NULL REFERENCES records_subject (id) DEFERRABLE INITIALLY DEFERRED,
    version        INTEGER NOT NULL CHECK (version BETWEEN 1 AND 1000),
    from_day       DATE,
    until_day      DATE,
    attested_day   DATE,
    provenance     TEXT NOT NULL CHECK (provenance IN ('stated', 'figure', 'absence', 'unclear', 'concern', 'proposed', 'assumption')),
    sources        TEXT NOT NULL,
    note           TEXT CHECK (length(note) BETWEEN 1 AND 4000),
    item           TEXT NOT NULL REFERENCES records_subject (id) DEFERRABLE INITIALLY DEFERRED,
    title          TEXT NOT NULL CHECK (length(title) BETWEEN 1 AND 300),
    sort           TEXT CHECK (sort IN ('report', 'appendix', 'plan', 'background', 'other')),
    place          INTEGER NOT NULL CHECK (place BETWEEN 1 AND 200),
    digest         TEXT NOT NULL CHECK (length(digest) BETWEEN 1 AND 64),
    file           TEXT NOT NULL CHECK (length(file) BETWEEN 1 AND 200),
    bytes          INTEGER NOT NULL CHECK (bytes BETWEEN 1 AND 2000000000),
    access         TEXT CHECK (access IN ('open', 'exempt', 'confidential')),
    public_version TEXT REFERENCES records_subject (id) DEFERRABLE INITIALLY DEFERRED,
    added          DATE,
    supplement     INTEGER CHECK (supplement BETWEEN 1 AND 100),
    sent_by        TEXT NOT NULL CHECK (length(sent_by) BETWEEN 1 AND 200),
    approved_by    TEXT CHECK (length(approved_by) BETWEEN 1 AND 200),
    approved       DATE,
    PRIMARY KEY (id, version),
    CHECK (until_day > from_day)
);
CREATE INDEX meetings_paper_item ON meetings_paper (item);
CREATE INDEX meetings_paper_public_version ON meetings_paper (public_version);
CREATE INDEX meetings_paper_digest ON meetings_paper (digest);
