CREATE TABLE places_area (
    id           TEXT NOT NULL REFERENCES records_subject (id) DEFERRABLE INITIALLY DEFERRED,
    version      INTEGER NOT NULL CHECK (version BETWEEN 1 AND 1000),
    from_day     DATE,
    until_day    DATE,
    attested_day DATE,
    provenance   TEXT NOT NULL CHECK (provenance IN ('stated', 'figure', 'absence', 'unclear', 'concern', 'proposed', 'assumption')),
    sources      TEXT NOT NULL,
    note         TEXT CHECK (length(note) BETWEEN 1 AND 4000),
    name         TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
    type         TEXT NOT NULL CHECK (type IN ('city', 'wedge', 'committee-area', 'ward', 'cluster')),
    code         TEXT CHECK (length(code) BETWEEN 1 AND 20),
    old_code     TEXT CHECK (length(old_code) BETWEEN 1 AND 20),
    within       TEXT REFERENCES records_subject (id) DEFERRABLE INITIALLY DEFERRED,
    PRIMARY KEY (id, version),
    CHECK (until_day > from_day)
);
CREATE INDEX places_area_within ON places_area (within);

CREATE TABLE places_setting (
    id            TEXT NOT NULL REFERENCES records_subject (id) DEFERRABLE INITIALLY DEFERRED,
    version       INTEGER NOT NULL CHECK (version BETWEEN 1 AND 1000),
    from_day      DATE,
    until_day     DATE,
    attested_day  DATE,
    provenance    TEXT NOT NULL CHECK (provenance IN ('stated', 'figure', 'absence', 'unclear', 'concern', 'proposed', 'assumption')),
    sources       TEXT NOT NULL,
    note          TEXT CHECK (length(note) BETWEEN 1 AND 4000),
    name          TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
    urn           TEXT CHECK (length(urn) BETWEEN 1 AND 12),
    type          TEXT NOT NULL CHECK (type IN ('nursery', 'primary', 'middle', 'secondary', 'all-through', 'sixteen-plus', 'special', 'independent', 'referral-unit', 'college', 'higher', 'childrens-centre', 'other')),
    register_type TEXT CHECK (length(register_type) BETWEEN 1 AND 200),
    low_age       INTEGER CHECK (low_age BETWEEN 0 AND 25),
    high_age      INTEGER CHECK (high_age BETWEEN 0 AND 99),
    small_area    TEXT CHECK (length(small_area) BETWEEN 1 AND 20),
    ward          TEXT REFERENCES records_subject (id) DEFERRABLE INITIALLY DEFERRED,
    cluster       TEXT REFERENCES records_subject (id) DEFERRABLE INITIALLY DEFERRED,
    postcode      TEXT CHECK (length(postcode) BETWEEN 1 AND 10),
    PRIMARY KEY (id, version),
    CHECK (until_day > from_day)
);
CREATE INDEX places_setting_ward ON places_setting (ward);
CREATE INDEX places_setting_cluster ON places_setting (cluster);
