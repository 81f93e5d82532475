-- What a member's sensitive interest is, sealed with a key of the member's own.
CREATE TABLE interests_sensitive_interest (
    id           TEXT NOT NULL REFERENCES records_subject (id) DEFERRABLE INITIALLY DEFERRED,
    version      INTEGER NOT NULL CHECK (version BETWEEN 1 AND 1000),
    from_day     DATE,
    until_day    DATE,
    attested_day DATE,
    provenance   TEXT NOT NULL CHECK (provenance IN ('stated', 'figure', 'absence', 'unclear', 'concern', 'proposed', 'assumption')),
    sources      TEXT NOT NULL,
    note         TEXT CHECK (length(note) BETWEEN 1 AND 4000),
    declaration  TEXT NOT NULL REFERENCES records_subject (id) DEFERRABLE INITIALLY DEFERRED,
    person       TEXT NOT NULL REFERENCES records_subject (id) DEFERRABLE INITIALLY DEFERRED,
    details      BLOB NOT NULL CHECK (length(details) > 32),
    danger       BLOB NOT NULL CHECK (length(danger) > 32),
    agreed       DATE NOT NULL,
    PRIMARY KEY (id, version),
    CHECK (until_day > from_day)
);
CREATE INDEX interests_sensitive_interest_declaration ON interests_sensitive_interest (declaration);
CREATE INDEX interests_sensitive_interest_person ON interests_sensitive_interest (person);
